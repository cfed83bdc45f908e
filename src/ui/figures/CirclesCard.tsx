/** The embedding's circles. */
import { type CirclesData, createCirclesFigure } from '../../plots/circles.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { FigureCard, FigureSwitch } from './FigureCard.tsx';

const mostCircles = 6;

function circlesData(state: PageState, shown: number): CirclesData {
  const { p } = state.runConfiguration ?? state.configuration;
  const { circles: scaleMode } = state.page;
  const snapshot = viewedSnapshot(state);
  const paused = state.status !== 'training' || state.viewedStep !== null;
  if (snapshot === undefined) {
    // As many empty places as there will be circles: nothing moves when they come.
    const count = Math.min(shown, Math.floor(p / 2));
    return { p, step: 0, planes: [], paused, scaleMode, count };
  }
  const { result, planes } = snapshot;
  return {
    p,
    step: result.step,
    paused,
    scaleMode,
    count: shown,
    planes: result.frequencies.map((frequency, index) => ({
      ...frequency,
      points: planes.subarray(index * p * 2, (index + 1) * p * 2),
      degenerate: 2 * frequency.k === p,
    })),
  };
}

const dependencies = (state: PageState) => [
  state.timeline,
  state.viewedStep,
  state.status,
  state.page,
  (state.runConfiguration ?? state.configuration).p,
];

/** Small multiples of the strongest frequency planes. @param count how many */
export function CirclesCard({ count = mostCircles }: { readonly count?: number }) {
  const host = useFigure(createCirclesFigure, (state) => circlesData(state, count), dependencies);
  const { store } = usePage();
  const circles = usePageState((state) => state.page.circles);
  return (
    <FigureCard
      title="Embedding circles"
      explanation="The place of each number in the six strongest frequency planes. In plane k, one more turns by k/p of the circle; colour is that angle, so an even rainbow is a finished circle."
      host={host}
      className="circles-card"
      switches={
        <FigureSwitch
          label="Size of the circles"
          value={circles}
          options={[
            { value: 'amplitude', label: 'True size' },
            { value: 'equal', label: 'Equal size' },
          ]}
          onChange={(value) =>
            store.setState(({ page }) => ({ page: { ...page, circles: value } }))
          }
        />
      }
    />
  );
}
