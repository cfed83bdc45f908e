/** Which step of the run a figure shows. */
import english from '../../messages/en/ui/figures/figure-step.json';
import { createWords } from '../../messages/words.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { formatCount } from '../format.ts';
import { usePageState } from '../hooks/page.ts';

const words = createWords('ui/figures/figure-step', english);

/** Stands beside the title of a run's figures; its place is kept while there is no step yet. */
export function FigureStep({ name }: { readonly name: FigureName }) {
  const step = usePageState((state) => viewedSnapshot(state)?.result.step);
  if (embeddedFigure(name).subject !== 'run') return null;
  return (
    <span className="figure-step">
      {step === undefined ? '' : words('step', { step: formatCount(step) })}
    </span>
  );
}
