/** Says that there is a newer version of the page, when nothing trains. */
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/offline/new-version.json';
import { createWords } from '../../messages/words.ts';
import type { SweepController } from '../../state/sweep/sweep-controller.ts';
import { usePageState } from '../hooks/page.ts';
import type { Versions } from './registration.ts';

const never = () => () => undefined;

const words = createWords('ui/offline/new-version', english);

/** A notice with two ways on. @param sweep nothing is renewed while it runs */
export default function NewVersion({
  versions,
  sweep,
}: {
  readonly versions: Versions;
  readonly sweep: SweepController | undefined;
}) {
  const { offered, isRefused } = useStore(versions.state);
  const isTraining = usePageState(({ status }) => status === 'training' || status === 'loading');
  const isBusy = useSyncExternalStore(sweep?.state.subscribe ?? never, () =>
    /^(starting|running)$/.test(sweep?.state.getState().phase ?? ''),
  );
  if (offered === 'none' || isTraining || isBusy) return null;
  return (
    <div className="notice">
      <p>{isRefused ? words('busyElsewhere') : words(offered)}</p>
      <button type="button" onClick={() => void versions.showNewer()}>
        {words('reload')}
      </button>
      <button type="button" onClick={versions.dismiss}>
        {words('later')}
      </button>
    </div>
  );
}
