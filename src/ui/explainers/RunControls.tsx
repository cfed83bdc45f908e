/** Starts a network of the reader's own, or plays a recorded one. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { findPreset } from '../../model/presets.ts';
import { recordedRuns } from '../../model/recorded-runs.ts';
import { settingsDiffer } from '../../state/store.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

/** Attention on or off, the large button, and the recordings. */
export function RunControls() {
  const { controller, recorded, recordings, replay } = usePage();
  const [asked, setAsked] = useState('');
  const loading = useStore(recordings.state, (state) => state[asked]);
  const status = usePageState((state) => state.status);
  const attention = usePageState(({ configuration }) => configuration.attentionRate);
  const shown = usePageState(({ page }) => page.run);
  const replaying = usePageState((state) => state.replaying);
  const busy = status === 'training' || status === 'loading';
  const differ = usePageState(settingsDiffer);

  async function play(name: string) {
    setAsked(name);
    if (await recorded.show(name)) replay.play();
  }

  return (
    <div className="story-run">
      <FigureSwitch
        label="Attention"
        value={attention === 0 ? 'off' : attention === 1 ? 'on' : 'other'}
        options={[
          { value: 'off', label: 'Attention off' },
          { value: 'on', label: 'Full attention' },
        ]}
        onChange={(value) => {
          const preset = findPreset(value === 'off' ? 'pizza' : 'clock');
          if (preset !== undefined) controller.change(preset.configuration);
        }}
      />
      <ActionButton
        className="primary-button"
        unavailable={false}
        onPress={() => {
          replay.stop();
          if (status === 'loading') controller.cancel();
          else void (busy ? controller.pause() : controller.train());
        }}
      >
        {status === 'loading' ? 'Starting … cancel' : busy ? '❚❚ Pause' : '▶ Train it here'}
      </ActionButton>
      {busy && differ && (
        <p className="story-learned">The switch is for the next run: pause, then train again.</p>
      )}
      <div className="story-recordings">
        <span id="story-recordings-label">or replay:</span>
        {recordedRuns.map(({ name, label, commentary }) => (
          <button
            key={name}
            type="button"
            className="chip"
            title={commentary}
            aria-pressed={shown === name}
            aria-describedby="story-recordings-label"
            onClick={() => {
              if (replaying && shown === name) replay.stop();
              else void play(name);
            }}
          >
            {replaying && shown === name ? `❚❚ ${label}` : label}
          </button>
        ))}
      </div>
      <p role="status" className="story-loading">
        {loading?.phase === 'loading' && 'Loading the recording …'}
        {loading?.phase === 'failed' && loading.problem}
      </p>
    </div>
  );
}
