/** The run over its steps: loss, accuracy, the two measures, and the path to a verdict. */
import {
  createAccuracyFigure,
  createLossFigure,
  createMeasuresFigure,
  createVerdictPlane,
  type RunHistory,
} from '../../plots/curves.ts';
import type { Figure } from '../../plots/figure.ts';
import { lastStep, timelineMilestones, timelinePoints } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useFigure } from '../hooks/figure.ts';
import { FigureCard } from './FigureCard.tsx';

/** The run's history as the line figures take it. */
export function runHistory(state: PageState): RunHistory {
  const { timeline, viewedStep, replaying } = state;
  // A run that is played again is drawn as far as it has come: the end is not given away.
  const shown = replaying && viewedStep !== null ? viewedStep : Number.POSITIVE_INFINITY;
  return {
    steps: lastStep(state),
    isRecorded: state.page.run !== '',
    points: timelinePoints(timeline).filter(({ step }) => step <= shown),
    cursorStep: replaying ? null : viewedStep,
    milestones: timelineMilestones(timeline).filter(({ step }) => step <= shown),
  };
}

/** What the history depends on. */
export const historyDependencies = (state: PageState) => [
  state.timeline,
  state.viewedStep,
  state.replaying,
  state.runConfiguration,
];

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
  readonly create: (host: HTMLElement) => Figure<RunHistory>;
}) {
  const host = useFigure(props.create, runHistory, historyDependencies);
  return <FigureCard title={props.title} explanation={props.explanation} host={host} />;
}

/** All four. */
export function CurveCards() {
  return (
    <div className="curve-cards">
      <CurveCard
        title="Loss"
        explanation="How surprised the network is by the right answers, on a logarithmic scale: each line down is a large step towards certainty."
        create={create.loss}
      />
      <CurveCard
        title="Accuracy"
        explanation="Share of sums it gets right. It fits at 99 % of the train pairs and generalises at 99 % of the test pairs, which it never sees."
        create={create.accuracy}
      />
      <CurveCard
        title="The two measures"
        explanation="GS: do a and b push the answers the same way? If so, it is no Clock. q: how little the right answer’s strength depends on a−b. Low: a Pizza."
        create={create.measures}
      />
      <CurveCard
        title="Path to a verdict"
        explanation="Both measures against each other; the dot is filled once the network has learned. Outside both areas: between. The right end is stretched."
        create={create.plane}
      />
    </div>
  );
}
