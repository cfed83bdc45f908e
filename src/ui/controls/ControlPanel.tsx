/** All controls: a column on wide screens, a sheet from below on phones. */
import { useEffect, useRef, useState } from 'react';
import english from '../../messages/en/ui/controls/control-panel.json';
import { createWords } from '../../messages/words.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { usePageState } from '../hooks/page.ts';
import { BackendLine } from './BackendLine.tsx';
import { PresetPicker } from './PresetPicker.tsx';
import { RunButtons } from './RunButtons.tsx';
import { MainSettings, MoreSettings } from './Settings.tsx';
import { SpeedControl } from './SpeedControl.tsx';

const words = createWords('ui/controls/control-panel', english);

/** The control column or sheet. */
export function ControlPanel() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const starting = usePageState((state) => state.status === 'loading');
  // On a phone the sheet would hide what the visitor has just asked to see.
  useEffect(() => {
    if (starting) setOpen(false);
  }, [starting]);
  const verdict = usePageState((state) => viewedSnapshot(state)?.result.verdict);
  return (
    <section
      className="controls card"
      data-open={open}
      aria-label={words('controls')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !open) return;
        setOpen(false);
        // What had the focus may be gone with the sheet.
        opener.current?.focus();
      }}
    >
      <div className="controls-bar">
        <RunButtons />
        <div className="controls-phone">
          <span className="verdict-chip" data-verdict={verdict ?? 'none'}>
            {verdict === undefined ? words('noVerdict') : verdictLabels[verdict]}
          </span>
          <button
            type="button"
            ref={opener}
            className="quiet-button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? words('close') : words('settings')}
          </button>
        </div>
      </div>
      <div className="controls-sheet">
        <PresetPicker />
        <MainSettings />
        <SpeedControl />
        <MoreSettings />
        <BackendLine />
      </div>
    </section>
  );
}
