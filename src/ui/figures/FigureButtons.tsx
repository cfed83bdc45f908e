/** What can be done with any figure: read it as a table, take it along. */
import type { FigureName } from '../../state/embedding/figures.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { TableButton } from '../tables/TableButton.tsx';

/** Both buttons of a figure. */
export function FigureButtons({ name }: { readonly name: FigureName }) {
  return (
    <span className="figure-buttons">
      <TableButton name={name} />
      <ShareButton name={name} />
    </span>
  );
}
