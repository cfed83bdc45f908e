/** Frame of a figure of the story: the drawing, its switches, and what to try with it. */
import type { ReactNode } from 'react';
import type { FigureName } from '../../state/embedding/figures.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { ShareButton } from '../share/ShareButton.tsx';

/** A figure with its caption. */
export function StoryFigure(props: {
  /** What the figure is, for those who do not see it. */
  readonly title: string;
  /** What to try. */
  readonly caption: ReactNode;
  readonly switches?: ReactNode;
  /** Its name where it is embedded. */
  readonly name: FigureName;
  /** It is a table itself. */
  readonly isTable?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <figure className="story-figure" aria-label={props.title} data-figure={props.name}>
      <div className="story-tools">
        {props.switches !== undefined && <div className="story-switches">{props.switches}</div>}
        {props.isTable === true ? (
          <ShareButton name={props.name} />
        ) : (
          <FigureButtons name={props.name} />
        )}
      </div>
      {props.children}
      <figcaption>{props.caption}</figcaption>
    </figure>
  );
}
