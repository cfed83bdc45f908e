/** A number to type, with a slider where its range is worth exploring. */
import { useId, useState } from 'react';
import english from '../../messages/en/ui/controls/number-setting.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { configurationFields, type NumberField } from '../../model/fields.ts';
import { acceptedValues, checkConfiguration } from '../../model/validation.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/controls/number-setting', english);

/** One numeric setting. What is typed takes effect on Enter or when the field is left. */
export function NumberSetting(props: {
  readonly name: keyof RunConfiguration;
  readonly slider?: { readonly step: number };
  readonly explained?: boolean;
  /** Why the setting has no effect now; it then cannot be changed. */
  readonly unused?: string | undefined;
}) {
  const { controller } = usePage();
  const field = configurationFields[props.name] as NumberField;
  const value = usePageState((state) => state.configuration[props.name]) as number;
  /** Text being typed; undefined while the field shows the setting. */
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const id = useId();

  /** As visitors write numbers: with a decimal comma, and with thousands parted. */
  function plainNumber(text: string): string {
    return field.integer ? text.replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '') : text.replace(',', '.');
  }

  /** What is in the field is always what will be trained: a wrong entry goes back. */
  function commit() {
    if (draft === undefined) return;
    const { configuration, problems } = checkConfiguration({ [field.name]: plainNumber(draft) });
    setDraft(undefined);
    setWrong(problems.length > 0);
    if (problems.length === 0) controller.change({ [props.name]: configuration[props.name] });
  }

  return (
    <div className="setting">
      <div className="setting-line">
        <span className="help-label">
          <label htmlFor={id}>{field.label}</label>
          <Help topic={props.name} />
        </span>
        <input
          id={id}
          className="number-input"
          disabled={props.unused !== undefined}
          inputMode={field.integer ? 'numeric' : 'decimal'}
          value={draft ?? String(value)}
          aria-invalid={wrong}
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            setDraft(event.target.value);
            setWrong(false);
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </div>
      {props.slider !== undefined && (
        <input
          type="range"
          disabled={props.unused !== undefined}
          aria-label={field.label}
          min={field.minimum}
          max={field.maximum}
          step={props.slider.step}
          value={value}
          onChange={(event) =>
            controller.change({
              [props.name]: Number(event.target.value),
            } as Partial<RunConfiguration>)
          }
        />
      )}
      <p id={`${id}-about`} className={wrong ? 'setting-wrong' : 'setting-about'}>
        {wrong
          ? words('wrong', { accepted: acceptedValues(field), value })
          : (props.unused ?? (props.explained === true ? field.explanation : ''))}
      </p>
    </div>
  );
}
