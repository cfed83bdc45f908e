/** The embedding's circles. */
import english from '../../messages/en/ui/figures/circles-card.json';
import { createWords } from '../../messages/words.ts';
import { type CirclesData, createCirclesFigure } from '../../plots/circles.ts';
import { absentPictures, viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState, useRunPage } from '../hooks/page.ts';
import { FigureCard } from './FigureCard.tsx';
import { FigureSwitch } from './FigureSwitch.tsx';
import { circlesOf } from './snapshot-data.ts';

const words = createWords('ui/figures/circles-card', english);

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
  const host = useFigure(
    createCirclesFigure,
    (state) => circlesData(state, count),
    dependencies,
    'circles',
  );
  const { store } = useRunPage();
  const circles = usePageState((state) => state.page.circles);
  return (
    <FigureCard
      title={words('title')}
      explanation={words('explanation')}
      host={host}
      name="circles"
      help="circles"
      className="circles-card"
      switches={
        <FigureSwitch
          label={words('size')}
          value={circles}
          options={[
            { value: 'amplitude', label: words('trueSize') },
            { value: 'equal', label: words('equalSize') },
          ]}
          onChange={(value) =>
            store.setState(({ page }) => ({ page: { ...page, circles: value } }))
          }
        />
      }
    />
  );
}
