/** The embed as a reader will see it. */
import { useEffect, useRef, useState } from 'react';
import { envelope, isFrameMessage } from '../../embed/contract.ts';

/** Height before the figure has said its own, pixels. */
export const usualHeight = 420;

/** @param onHeight told how high the figure is */
export function Preview(props: {
  readonly address: string;
  readonly title: string;
  readonly onHeight: (pixels: number) => void;
}) {
  const { address, title, onHeight } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(usualHeight);
  const shown = useSettled(address);
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
    <div className="share-preview">
      <iframe ref={frame} key={shown} src={shown} title={`Preview: ${title}`} height={height} />
    </div>
  );
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
