/** The logit of the right answer for every pair. */
import { createHeatmapFigure, type HeatmapData } from '../../plots/heatmap.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { FigureCard, FigureSwitch } from './FigureCard.tsx';

const noLogits = new Float32Array(0);

function heatmapData(state: PageState): HeatmapData {
  const { p } = state.runConfiguration ?? state.configuration;
  const snapshot = viewedSnapshot(state);
  return {
    p,
    step: snapshot?.result.step ?? 0,
    correctLogits: snapshot?.correctLogits ?? noLogits,
    order: state.page.heatmap === 'plain' ? 'plain' : 'difference-sum',
  };
}

const dependencies = (state: PageState) => [state.timeline, state.viewedStep, state.page];

/** The heatmap whose bands tell a Pizza from a Clock. */
export function HeatmapCard() {
  const host = useFigure(createHeatmapFigure, heatmapData, dependencies);
  const { store } = usePage();
  const heatmap = usePageState((state) => state.page.heatmap);
  return (
    <FigureCard
      title="Correct logit"
      explanation={
        <>
          How strongly it says the right answer. Bands across: that depends on the distance a−b, a{' '}
          <b className="word-pizza">Pizza</b>. Bands down, or none: a{' '}
          <b className="word-clock">Clock</b>.
        </>
      }
      host={host}
      className="heatmap-card"
      switches={
        <FigureSwitch
          label="Order of rows and columns"
          value={heatmap}
          options={[
            { value: 'bands', label: 'a−b, a+b' },
            { value: 'plain', label: 'a, b' },
          ]}
          onChange={(value) =>
            store.setState(({ page }) => ({ page: { ...page, heatmap: value } }))
          }
        />
      }
    />
  );
}
