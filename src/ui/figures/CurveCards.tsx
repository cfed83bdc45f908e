/** The run over its steps: loss, accuracy, the two measures, and the path to a verdict. */
import english from '../../messages/en/ui/figures/curve-cards.json';
import { createWords } from '../../messages/words.ts';
import {
  createAccuracyFigure,
  createLossFigure,
  createMeasuresFigure,
  createVerdictPlane,
  type RunHistory,
} from '../../plots/curves.ts';
import type { Figure } from '../../plots/figure.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import type { HelpTopic } from '../help/topics.ts';
import { useFigure } from '../hooks/figure.ts';
import { FigureCard } from './FigureCard.tsx';
import { historyDependencies, runHistory } from './run-history.ts';

const words = createWords('ui/figures/curve-cards', english);

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
  readonly name: FigureName & ('loss' | 'accuracy' | 'measures' | 'path');
  readonly help: HelpTopic;
  readonly create: (host: HTMLElement) => Figure<RunHistory>;
}) {
  const { title, explanation, name, help } = props;
  const host = useFigure(props.create, runHistory, historyDependencies, name);
  return <FigureCard title={title} explanation={explanation} host={host} name={name} help={help} />;
}

/** How surprised the network is, over the steps. */
export function LossCard() {
  return (
    <CurveCard
      title={words('loss')}
      explanation={words('lossExplanation')}
      name="loss"
      help="loss"
      create={create.loss}
    />
  );
}

/** Share of right answers over the steps. */
export function AccuracyCard() {
  return (
    <CurveCard
      title={words('accuracy')}
      explanation={words('accuracyExplanation')}
      name="accuracy"
      help="accuracy"
      create={create.accuracy}
    />
  );
}

/** Gradient symmetricity and distance irrelevance over the steps. */
export function TwoMeasuresCard() {
  return (
    <CurveCard
      title={words('measures')}
      explanation={words('measuresExplanation')}
      name="measures"
      help="twoMeasures"
      create={create.measures}
    />
  );
}

/** One measure against the other. */
export function PathCard() {
  return (
    <CurveCard
      title={words('path')}
      explanation={words('pathExplanation')}
      name="path"
      help="path"
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
