/** The embed as a reader will see it. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { envelope, isFrameMessage } from '../../embed/contract.ts';

/** Height before the figure has said its own, pixels. */
export const usualHeight = 420;
/** Width of the column in which most posts are read, pixels: the height is that of the figure there. */
const columnWidth = 680;

/**
 * @param title of the frame
 * @param onHeight told how high the figure is
 */
export function Preview(props: {
  readonly address: string;
  readonly title: string;
  readonly onHeight: (pixels: number) => void;
}) {
  const { address, title, onHeight } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(usualHeight);
  const shown = useSettled(address);
  const [box, scale] = useScale();
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      const isOurs = source === frame.current?.contentWindow && origin === window.location.origin;
      if (!isOurs || !isFrameMessage(data) || data.kind !== 'height') return;
      setHeight(data.height);
      onHeight(data.height);
    };
    window.addEventListener('message', listen);
    // Its first words may have come before anybody listened.
    frame.current?.contentWindow?.postMessage(envelope({ kind: 'hello' }), window.location.origin);
    return () => window.removeEventListener('message', listen);
  }, [onHeight]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to reach what can be scrolled.
    <section className="share-preview" ref={box} aria-label={title} tabIndex={0}>
      <div style={{ height: height * scale }}>
        <iframe
          ref={frame}
          key={shown}
          src={shown}
          title={title}
          style={{ width: columnWidth, height, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  );
}

/** How much smaller than the column the room for the preview is. */
function useScale(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setScale(Math.min(1, (entry?.contentRect.width ?? columnWidth) / columnWidth));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, scale];
}

/** An address that has stood still for a moment: typing must not load a frame a letter. */
function useSettled(address: string): string {
  const [settled, setSettled] = useState(address);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(address), 150);
    return () => clearTimeout(timer);
  }, [address]);
  return settled;
}
