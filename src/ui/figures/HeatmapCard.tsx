/** The logit of the right answer for every pair. */
import english from '../../messages/en/ui/figures/heatmap-card.json';
import { createWords } from '../../messages/words.ts';
import {
  bandShares,
  createHeatmapFigure,
  gridValues,
  type HeatmapData,
} from '../../plots/heatmap.ts';
import { absentPictures, onceFor, viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import type { Snapshot } from '../../state/timeline.ts';
import { formatWholePercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState, useRunPage } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { FigureCard } from './FigureCard.tsx';
import { FigureSwitch } from './FigureSwitch.tsx';
import { heatmapOf } from './snapshot-data.ts';

const words = createWords('ui/figures/heatmap-card', english);

function heatmapData(state: PageState): HeatmapData {
  const { p } = state.runConfiguration ?? state.configuration;
  const order = state.page.heatmap === 'plain' ? 'plain' : 'difference-sum';
  return { ...heatmapOf(viewedSnapshot(state), p, order), absence: absentPictures(state) };
}

/** How much of the picture the distance explains, for the snapshot on screen. */
function sharesText(state: PageState): string {
  const snapshot = viewedSnapshot(state);
  if (snapshot === undefined || snapshot.correctLogits.length === 0) return '\u00a0';
  const { rows, columns } = differenceSumShares(snapshot);
  return words('shares', { difference: percent(rows), sum: percent(columns) });
}

const differenceSumShares = onceFor(({ correctLogits }: Snapshot) => {
  const p = Math.round(Math.sqrt(correctLogits.length));
  return bandShares(gridValues(correctLogits, p, 'difference-sum'), p);
});

function percent(share: number): string {
  return Number.isFinite(share) ? formatWholePercent(share) : words('nothing');
}

const dependencies = (state: PageState) => [state.timeline, state.viewedStep, state.page];

const algorithms = { pizza: <b className="word-pizza" />, clock: <b className="word-clock" /> };

/** The heatmap whose bands tell a Pizza from a Clock. */
export function HeatmapCard() {
  const host = useFigure(createHeatmapFigure, heatmapData, dependencies, 'heatmap');
  const { store } = useRunPage();
  const heatmap = usePageState((state) => state.page.heatmap);
  const shares = usePageState(sharesText);
  return (
    <FigureCard
      title={words('title')}
      explanation={
        <>
          <Phrase
            of={words}
            say={heatmap === 'plain' ? 'plainExplanation' : 'bandsExplanation'}
            parts={algorithms}
          />
          <span className="heatmap-shares">{shares}</span>
        </>
      }
      host={host}
      name="heatmap"
      help="heatmap"
      className="heatmap-card"
      switches={
        <FigureSwitch
          label={words('order')}
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
