/** What is shown on the maps: a line of lists above them. */
import { useStore } from 'zustand';
import { bandOf, choiceOf, everyValue, type Filter } from '../../state/map/filters.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { settingNames, type UpwardSetting } from './axes.ts';
import type { MapManner } from './map-data.ts';
import type { Panels } from './panels.ts';

/** Lists of choices. Those that would change nothing are left out. */
export function MapChoices(props: {
  readonly panels: Panels;
  readonly manner: MapManner;
  readonly onUpward: (setting: UpwardSetting) => void;
  readonly onColour: (colour: MapManner['colour']) => void;
}) {
  const { panels, manner, onUpward, onColour } = props;
  const { filters, upwards, hasAuthors } = panels;
  const { store, map } = usePage();
  const circular = usePageState((state) => state.page.circular);
  const overSetting = manner.up === 'setting';
  return (
    <div className="map-choices">
      {overSetting && upwards.length > 1 && (
        <Choice
          label="Upwards"
          value={manner.setting}
          options={upwards.map((value) => [value, settingNames[value] ?? value])}
          onChange={onUpward}
        />
      )}
      {overSetting && (
        <Choice
          label="Colour"
          value={manner.colour}
          options={[
            ['symmetricity', 'gradient symmetricity'],
            ['irrelevance', 'distance irrelevance'],
          ]}
          onChange={onColour}
        />
      )}
      <Choice
        label="Circles"
        value={circular}
        options={[
          ['all', 'any embedding'],
          ['paper', 'circular, the paper’s way'],
          ['round', 'circular: a round plane'],
        ]}
        onChange={(value) => store.setState(({ page }) => ({ page: { ...page, circular: value } }))}
      />
      <Choice
        label="q from"
        value={manner.form}
        disabled={hasAuthors}
        title={hasAuthors ? 'The authors’ table has only this form' : undefined}
        options={[
          ['correct', 'correct logits'],
          ['wrong', 'largest wrong logits'],
        ]}
        onChange={(form) => map.setState({ form })}
      />
      {filters
        .filter(({ setting }) => !overSetting || setting !== manner.setting)
        .map((filter) => (
          <FilterChoice key={filter.setting} filter={filter} />
        ))}
    </div>
  );
}

function FilterChoice({ filter }: { readonly filter: Filter }) {
  const { map } = usePage();
  const chosen = useStore(map, ({ filters }) => filters);
  const { setting, values, isBand } = filter;
  const name = settingNames[setting] ?? setting;
  return (
    <Choice
      label={name.charAt(0).toUpperCase() + name.slice(1)}
      value={choiceOf(filter, chosen)}
      options={[
        [everyValue, 'all'],
        ...values.map((value) => [value, wordFor(value, isBand)] as const),
      ]}
      onChange={(value) => map.setState({ filters: { ...chosen, [setting]: value } })}
    />
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly title?: string | undefined;
}) {
  const { label, value, options, onChange, disabled = false, title } = props;
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        disabled={disabled}
        title={title}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordFor(value: string, isBand: boolean): string {
  if (isBand) {
    const [smallest, largest] = bandOf(Number(value));
    return `${value} (${smallest} to ${largest})`;
  }
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
}
