/** Frame of every figure: a title, one sentence that explains it, and room for switches. */
import { type ReactNode, type RefObject, useId } from 'react';
import type { FigureName } from '../../state/embedding/figures.ts';
import { Help } from '../help/Help.tsx';
import type { HelpTopic } from '../help/topics.ts';
import { FigureButtons } from './FigureButtons.tsx';
import { FigureStep } from './FigureStep.tsx';

/** A titled figure; the drawing goes into the host element. */
export function FigureCard(props: {
  readonly title: string;
  readonly explanation: ReactNode;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly switches?: ReactNode;
  readonly className?: string;
  readonly help?: HelpTopic;
  /** Its name where it is embedded. */
  readonly name: FigureName;
}) {
  const titleId = useId();
  return (
    <section
      className={`card figure-card ${props.className ?? ''}`}
      aria-labelledby={titleId}
      data-figure={props.name}
    >
      <header className="figure-head">
        <div className="help-label">
          <h2 id={titleId}>{props.title}</h2>
          {props.help !== undefined && <Help topic={props.help} />}
        </div>
        <FigureStep name={props.name} />
        <div className="figure-tools">
          {props.switches}
          <FigureButtons name={props.name} />
        </div>
      </header>
      <p className="figure-explanation">{props.explanation}</p>
      <div ref={props.host} className="figure-host" />
    </section>
  );
}
