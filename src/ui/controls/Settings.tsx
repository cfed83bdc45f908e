/** The run's settings: the few that matter in sight, the others folded away. */
import english from '../../messages/en/ui/controls/settings.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { isTransformer } from '../../model/configuration.ts';
import { configurationFields } from '../../model/fields.ts';
import { usePageState } from '../hooks/page.ts';
import { ChoiceSetting, SwitchSetting } from './ChoiceSetting.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { HiddenChoice, ScreenChoice } from './UnwatchedChoices.tsx';

const words = createWords('ui/controls/settings', english);

/** Attention rate and width, the two axes of the phase transition; modulus and seed. */
export function MainSettings() {
  const transformer = usePageState((state) => isTransformer(state.configuration));
  return (
    <div className="settings">
      <NumberSetting
        name="attentionRate"
        slider={{ step: 0.05 }}
        explained
        unused={transformer ? undefined : words('noAttention')}
      />
      <NumberSetting name="width" slider={{ step: 16 }} />
      <NumberSetting name="p" />
      <NumberSetting name="seed" />
    </div>
  );
}

const folded: readonly (keyof RunConfiguration)[] = [
  'steps',
  'trainFraction',
  'learningRate',
  'weightDecay',
  'model',
  'layers',
  'heads',
  'activation',
  'separateEmbeddings',
  'equalsToken',
];

/** Everything else that defines a run. */
export function MoreSettings() {
  const transformer = usePageState((state) => isTransformer(state.configuration));
  return (
    <details className="more-settings">
      <summary>{words('more')}</summary>
      <div className="settings">
        {folded.map((name) => {
          const field = configurationFields[name];
          if (field.transformerOnly === true && !transformer) return null;
          if (field.kind === 'number') return <NumberSetting key={name} name={name} explained />;
          if (field.kind === 'choice') return <ChoiceSetting key={name} name={name} />;
          return <SwitchSetting key={name} name={name} />;
        })}
        <HiddenChoice />
        <ScreenChoice />
      </div>
    </details>
  );
}
