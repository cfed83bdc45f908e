/** Settings with a few possible values. */
import { useId } from 'react';
import type { RunConfiguration } from '../../model/configuration.ts';
import { type ChoiceField, configurationFields } from '../../model/fields.ts';
import { usePage, usePageState } from '../hooks/page.ts';

const choiceLabels: Readonly<Record<string, string>> = {
  transformer: 'Transformer',
  'linear-alpha': 'Linear α',
  'linear-beta': 'Linear β',
  'linear-gamma': 'Linear γ',
  'linear-delta': 'Linear δ',
  relu: 'ReLU',
  gelu: 'GELU',
};

/** One of several words. */
export function ChoiceSetting(props: { readonly name: keyof RunConfiguration }) {
  const { controller } = usePage();
  const field = configurationFields[props.name] as ChoiceField;
  const value = usePageState((state) => state.configuration[props.name]) as string;
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-line">
        <label htmlFor={id}>{field.label}</label>
        <select
          id={id}
          value={value}
          aria-describedby={`${id}-about`}
          onChange={(event) =>
            controller.change({ [props.name]: event.target.value } as Partial<RunConfiguration>)
          }
        >
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceLabels[choice] ?? choice}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-about`} className="setting-about">
        {field.explanation}
      </p>
    </div>
  );
}

/** On or off. */
export function SwitchSetting(props: { readonly name: keyof RunConfiguration }) {
  const { controller } = usePage();
  const field = configurationFields[props.name];
  const value = usePageState((state) => state.configuration[props.name]) as boolean;
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-line">
        <label htmlFor={id}>{field.label}</label>
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-describedby={`${id}-about`}
          onChange={(event) =>
            controller.change({ [props.name]: event.target.checked } as Partial<RunConfiguration>)
          }
        />
      </div>
      <p id={`${id}-about`} className="setting-about">
        {field.explanation}
      </p>
    </div>
  );
}
