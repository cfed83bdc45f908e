/** Starts a network of the reader's own, or plays a recorded one. */
import { useState } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/explainers/run-controls.json';
import { createWords } from '../../messages/words.ts';
import { findPreset } from '../../model/presets.ts';
import { recordedRuns } from '../../model/recorded-runs.ts';
import { settingsDiffer } from '../../state/store.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/explainers/run-controls', english);

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

  const commentary = recordedRuns.find(({ name }) => name === shown)?.commentary;

  async function play(name: string) {
    setAsked(name);
    if (await recorded.show(name)) replay.play();
  }

  return (
    <div className="story-run">
      <FigureSwitch
        label={words('attention')}
        value={attention === 0 ? 'off' : attention === 1 ? 'on' : 'other'}
        options={[
          { value: 'off', label: words('off') },
          { value: 'on', label: words('full') },
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
        {words(status === 'loading' ? 'cancel' : busy ? 'pause' : 'train')}
      </ActionButton>
      {busy && differ && <p className="story-learned">{words('nextRun')}</p>}
      <div className="story-recordings">
        <span id="story-recordings-label">{words('replay')}</span>
        {recordedRuns.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={shown === name}
            aria-describedby="story-recordings-label"
            onClick={() => {
              if (replaying && shown === name) replay.stop();
              else void play(name);
            }}
          >
            {replaying && shown === name ? words('playing', { run: label }) : label}
          </button>
        ))}
      </div>
      <p role="status" className="story-loading">
        {loading?.phase === 'loading' && words('loading')}
        {loading?.phase === 'failed' && loading.problem}
        {loading?.phase !== 'loading' && loading?.phase !== 'failed' && commentary}
      </p>
    </div>
  );
}
