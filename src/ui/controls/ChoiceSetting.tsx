/** Settings with a few possible values. */
import { useId } from 'react';
import english from '../../messages/en/ui/controls/choice-setting.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { type ChoiceField, configurationFields } from '../../model/fields.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/controls/choice-setting', english);

const properNames: Readonly<Record<string, string>> = {
  transformer: 'Transformer',
  relu: 'ReLU',
  gelu: 'GELU',
};

const linearLetters: Readonly<Record<string, string>> = {
  'linear-alpha': 'α',
  'linear-beta': 'β',
  'linear-gamma': 'γ',
  'linear-delta': 'δ',
};

function labelOf(choice: string): string {
  const letter = linearLetters[choice];
  return letter === undefined ? (properNames[choice] ?? choice) : words('linear', { letter });
}

/** One of several words. */
export function ChoiceSetting(props: { readonly name: keyof RunConfiguration }) {
  const { controller } = usePage();
  const field = configurationFields[props.name] as ChoiceField;
  const value = usePageState((state) => state.configuration[props.name]) as string;
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-line">
        <span className="help-label">
          <label htmlFor={id}>{field.label}</label>
          <Help topic={props.name} />
        </span>
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
              {labelOf(choice)}
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
        <span className="help-label">
          <label htmlFor={id}>{field.label}</label>
          <Help topic={props.name} />
        </span>
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
