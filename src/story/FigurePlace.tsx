/** Keeps the place of a figure that is loaded when the reader comes near. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Distance at which a figure is loaded: about a window's height. */
const margin = '900px';

/** @param height about as high as the figure will be, pixels: nothing below it moves when it comes */
export function FigurePlace(props: { readonly height: number; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || place.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear((before) => before || entries.some((entry) => entry.isIntersecting)),
      { rootMargin: margin },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near]);
  return (
    <div ref={place} className="figure-place" style={{ minHeight: props.height }}>
      {near && props.children}
    </div>
  );
}
