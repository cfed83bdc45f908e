/** Frame of a figure of the story: the drawing, its switches, and what to try with it. */
import type { ReactNode } from 'react';

/** A figure with its caption. */
export function StoryFigure(props: {
  /** What the figure is, for those who do not see it. */
  readonly title: string;
  /** What to try. */
  readonly caption: ReactNode;
  readonly switches?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <figure className="story-figure" aria-label={props.title}>
      {props.switches !== undefined && <div className="story-switches">{props.switches}</div>}
      {props.children}
      <figcaption>{props.caption}</figcaption>
    </figure>
  );
}
