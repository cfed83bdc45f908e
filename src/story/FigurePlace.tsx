/** Keeps the place of a figure that is loaded when the reader comes near. */
import type { ReactNode } from 'react';
import { useNear } from '../ui/hooks/near.ts';

/** @param height about as high as the figure will be, pixels: nothing below it moves when it comes */
export function FigurePlace(props: { readonly height: number; readonly children: ReactNode }) {
  const [place, near] = useNear<HTMLDivElement>();
  return (
    <div ref={place} className="figure-place" style={{ minHeight: props.height }}>
      {near && props.children}
    </div>
  );
}
