/** Frame of every figure: a title, one sentence that explains it, and room for switches. */
import { type ReactNode, type RefObject, useId } from 'react';

/** A titled figure; the drawing goes into the host element. */
export function FigureCard(props: {
  readonly title: string;
  readonly explanation: ReactNode;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly switches?: ReactNode;
  readonly className?: string;
}) {
  const titleId = useId();
  return (
    <section className={`card figure-card ${props.className ?? ''}`} aria-labelledby={titleId}>
      <header className="figure-head">
        <h2 id={titleId}>{props.title}</h2>
        {props.switches}
      </header>
      <p className="figure-explanation">{props.explanation}</p>
      <div ref={props.host} className="figure-host" />
    </section>
  );
}

/** A small choice between two or three ways to draw a figure. */
export function FigureSwitch<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="figure-switch">
      <legend className="visually-hidden">{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
