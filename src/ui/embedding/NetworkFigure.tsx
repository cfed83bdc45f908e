/** A figure of one analysed network: what is under way until there is something to see. */
import type { ReactNode } from 'react';
import { formatCount } from '../format.ts';
import { useInspection, usePageState } from '../hooks/page.ts';
import { words } from './words.ts';

/** The figure, or in its place what it waits for. */
export function NetworkFigure({ children }: { readonly children: ReactNode }) {
  const isThere = useInspection(({ inspection }) => inspection !== undefined);
  const phase = useInspection((state) => state.phase);
  const problem = useInspection((state) => state.problem);
  const share = useInspection(({ progress }) => progress?.done ?? 0);
  const status = usePageState((state) => state.status);
  const busy = phase === 'opening' || phase === 'analysing';
  return (
    <>
      {problem !== undefined && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      {isThere ? (
        <div className="embed-network" aria-busy={busy}>
          {children}
        </div>
      ) : (
        <p className="embed-waiting" role="status">
          {busy && words('lookingInside', { percent: formatCount(100 * share) })}
          {!busy && status === 'idle' && words('trainFirst')}
          {!busy && status === 'training' && words('pauseFirst')}
        </p>
      )}
    </>
  );
}
