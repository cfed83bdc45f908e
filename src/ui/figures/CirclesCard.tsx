/** The embedding's circles. */
import { type CirclesData, createCirclesFigure } from '../../plots/circles.ts';
import { absentPictures, viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState, useRunPage } from '../hooks/page.ts';
import { FigureCard } from './FigureCard.tsx';
import { FigureSwitch } from './FigureSwitch.tsx';
import { circlesOf } from './snapshot-data.ts';

const mostCircles = 6;

function circlesData(state: PageState, shown: number): CirclesData {
  const { p } = state.runConfiguration ?? state.configuration;
  const paused = state.status !== 'training' || state.viewedStep !== null;
  return {
    ...circlesOf(viewedSnapshot(state), p, shown, { paused, scaleMode: state.page.circles }),
    absence: absentPictures(state),
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
  const { store } = useRunPage();
  const circles = usePageState((state) => state.page.circles);
  return (
    <FigureCard
      title="Embedding circles"
      explanation="The place of each number in the six strongest frequency planes. In plane k, one more turns by k/p of the circle; colour is that angle, so an even rainbow is a finished circle."
      host={host}
      name="circles"
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
