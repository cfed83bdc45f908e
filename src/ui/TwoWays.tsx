/** What a Clock and a Pizza are, in two drawings and two paragraphs. */
import english from '../messages/en/ui/two-ways.json';
import { createWords } from '../messages/words.ts';
import { FigureButtons } from './figures/FigureButtons.tsx';

const words = createWords('ui/two-ways', english);

/** Angles of the example, in degrees: a, b and what each algorithm makes of them. */
const first = 35;
const second = 95;

interface Place {
  readonly x: number;
  readonly y: number;
}

const radius = 48;

/** Place on the ring, counterclockwise from the right. */
function place(degrees: number, distance = radius): Place {
  const angle = (degrees * Math.PI) / 180;
  return { x: 66 + distance * Math.cos(angle), y: 66 - distance * Math.sin(angle) };
}

function Hand(props: { readonly to: Place; readonly className: string }) {
  return <line x1={66} y1={66} x2={props.to.x} y2={props.to.y} className={props.className} />;
}

function Label(props: { readonly at: Place; readonly children: string }) {
  return (
    <text x={props.at.x} y={props.at.y}>
      {props.children}
    </text>
  );
}

/** The two algorithms side by side. */
export function TwoWays() {
  const a = place(first);
  const b = place(second);
  const total = place(first + second);
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return (
    <section className="card two-ways" aria-labelledby="two-ways" data-figure="two-ways">
      <header className="figure-head">
        <h2 id="two-ways">{words('title')}</h2>
        <FigureButtons name="two-ways" />
      </header>
      <article>
        <svg viewBox="0 0 132 132" role="img" aria-label={words('clockDrawing')}>
          <circle cx={66} cy={66} r={radius} className="way-ring" />
          <Hand to={a} className="way-hand" />
          <Hand to={b} className="way-hand" />
          <Hand to={total} className="way-answer-clock" />
          <circle cx={total.x} cy={total.y} r={4} className="way-dot-clock" />
          <Label at={place(first, 59)}>a</Label>
          <Label at={place(second, 59)}>b</Label>
          <Label at={place(first + second, 61)}>a+b</Label>
        </svg>
        <div>
          <h3 className="word-clock">{words('clock')}</h3>
          <p>{words('clockText')}</p>
        </div>
      </article>
      <article>
        <svg viewBox="0 0 132 132" role="img" aria-label={words('pizzaDrawing')}>
          <circle cx={66} cy={66} r={radius} className="way-ring" />
          <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className="way-chord" />
          <Hand to={middle} className="way-answer-pizza" />
          <circle cx={a.x} cy={a.y} r={3.5} className="way-dot" />
          <circle cx={b.x} cy={b.y} r={3.5} className="way-dot" />
          <circle cx={middle.x} cy={middle.y} r={4} className="way-dot-pizza" />
          <Label at={place(first, 59)}>a</Label>
          <Label at={place(second, 59)}>b</Label>
        </svg>
        <div>
          <h3 className="word-pizza">{words('pizza')}</h3>
          <p>{words('pizzaText')}</p>
        </div>
      </article>
    </section>
  );
}
