/** The run over its steps: loss, accuracy, the two measures, and the path to a verdict. */
import {
  createAccuracyFigure,
  createLossFigure,
  createMeasuresFigure,
  createVerdictPlane,
  type RunHistory,
} from '../../plots/curves.ts';
import type { Figure } from '../../plots/figure.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import { useFigure } from '../hooks/figure.ts';
import { FigureCard } from './FigureCard.tsx';
import { historyDependencies, runHistory } from './run-history.ts';

const height = 210;
const create = {
  loss: (host: HTMLElement) => createLossFigure(host, { height }),
  accuracy: (host: HTMLElement) => createAccuracyFigure(host, { height }),
  measures: (host: HTMLElement) => createMeasuresFigure(host, { height }),
  plane: (host: HTMLElement) => createVerdictPlane(host, { height }),
} satisfies Record<string, (host: HTMLElement) => Figure<RunHistory>>;

function CurveCard(props: {
  readonly title: string;
  readonly explanation: string;
  readonly name: FigureName;
  readonly create: (host: HTMLElement) => Figure<RunHistory>;
}) {
  const { title, explanation, name } = props;
  const host = useFigure(props.create, runHistory, historyDependencies);
  return <FigureCard title={title} explanation={explanation} host={host} name={name} />;
}

/** How surprised the network is, over the steps. */
export function LossCard() {
  return (
    <CurveCard
      title="Loss"
      explanation="How surprised the network is by the right answers, on a logarithmic scale: each line down is a large step towards certainty."
      name="loss"
      create={create.loss}
    />
  );
}

/** Share of right answers over the steps. */
export function AccuracyCard() {
  return (
    <CurveCard
      title="Accuracy"
      explanation="Share of sums it gets right. It fits at 99 % of the train pairs and generalises at 99 % of the test pairs, which it never sees."
      name="accuracy"
      create={create.accuracy}
    />
  );
}

/** Gradient symmetricity and distance irrelevance over the steps. */
export function TwoMeasuresCard() {
  return (
    <CurveCard
      title="The two measures"
      explanation="GS: do a and b push the answers the same way? If so, it is no Clock. q: how little the right answer’s strength depends on a−b. Low: a Pizza."
      name="measures"
      create={create.measures}
    />
  );
}

/** One measure against the other. */
export function PathCard() {
  return (
    <CurveCard
      title="Path to a verdict"
      explanation="Both measures against each other; the dot is filled once the network has learned. Outside both areas: between. The right end is stretched."
      name="path"
      create={create.plane}
    />
  );
}

/** The first two. */
export function LossAndAccuracy() {
  return (
    <div className="curve-cards">
      <LossCard />
      <AccuracyCard />
    </div>
  );
}

/** All four. */
export function CurveCards() {
  return (
    <div className="curve-cards">
      <LossCard />
      <AccuracyCard />
      <TwoMeasuresCard />
      <PathCard />
    </div>
  );
}
