/** What is shown on the maps: a line of lists above them. */

import { useId } from 'react';
import english from '../../messages/en/ui/map/map-choices.json';
import { createWords } from '../../messages/words.ts';
import { readFilters, writeFilters } from '../../state/map/filter-text.ts';
import { bandOf, choiceOf, everyValue, type Filter } from '../../state/map/filters.ts';
import type { PageSettings } from '../../state/url.ts';
import { Help } from '../help/Help.tsx';
import type { HelpTopic } from '../help/topics.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { settingName, type UpwardSetting, upwardNames } from './axes.ts';
import type { MapManner } from './map-data.ts';
import type { Panels } from './panels.ts';

const words = createWords('ui/map/map-choices', english);

/** Lists of choices. Those that would change nothing are left out. */
export function MapChoices(props: { readonly panels: Panels; readonly manner: MapManner }) {
  const { panels, manner } = props;
  const { filters, upwards, hasAuthors } = panels;
  const { store } = usePage();
  const circular = usePageState((state) => state.page.circular);
  const change = (next: Partial<PageSettings>) =>
    store.setState(({ page }) => ({ page: { ...page, ...next } }));
  const overSetting = manner.up === 'setting';
  return (
    <div className="map-choices">
      {overSetting && upwards.length > 1 && (
        <Choice
          label={words('upwards')}
          help="mapUpwards"
          value={nameOf(manner.setting)}
          options={upwards.map((value) => [nameOf(value), settingName(value)])}
          onChange={(setting) => change({ setting })}
        />
      )}
      {overSetting && (
        <Choice
          label={words('colour')}
          help="mapColour"
          value={manner.colour === 'symmetricity' ? 'gs' : 'q'}
          options={[
            ['gs', words('symmetricity')],
            ['q', words('irrelevance')],
          ]}
          onChange={(colour) => change({ colour })}
        />
      )}
      <Choice
        label={words('circles')}
        help="mapCircles"
        value={circular}
        options={[
          ['all', words('anyEmbedding')],
          ['paper', words('circularPaper')],
          ['round', words('circularRound')],
        ]}
        onChange={(value) => change({ circular: value })}
      />
      <Choice
        label={words('form')}
        help="mapForm"
        value={manner.form}
        disabled={hasAuthors}
        options={[
          ['correct', words('correct')],
          ['wrong', words('wrong')],
        ]}
        onChange={(form) => change({ form })}
      />
      {filters
        .filter(({ setting }) => !overSetting || setting !== manner.setting)
        .map((filter, index) => (
          <FilterChoice key={filter.setting} filter={filter} isFirst={index === 0} />
        ))}
    </div>
  );
}

/** @param isFirst one explanation is enough for all of them */
function FilterChoice(props: { readonly filter: Filter; readonly isFirst: boolean }) {
  const { filter, isFirst } = props;
  const { store } = usePage();
  const filterText = usePageState((state) => state.page.filter);
  const chosen = readFilters(filterText) ?? {};
  const { setting, values, isBand } = filter;
  return (
    <Choice
      label={words(setting)}
      {...(isFirst ? { help: 'mapFilters' as const } : {})}
      value={choiceOf(filter, chosen)}
      options={[
        [everyValue, words('all')],
        ...values.map((value) => [value, wordFor(value, isBand)] as const),
      ]}
      onChange={(value) =>
        store.setState(({ page }) => ({
          page: { ...page, filter: writeFilters({ ...chosen, [setting]: value }) },
        }))
      }
    />
  );
}

type UpwardName = keyof typeof upwardNames;

/** What the address calls a setting that stands upwards. */
function nameOf(setting: UpwardSetting): UpwardName {
  const names = Object.keys(upwardNames) as UpwardName[];
  return names.find((name) => upwardNames[name] === setting) ?? 'width';
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly help?: HelpTopic;
}) {
  const { label, value, options, onChange, disabled = false, help } = props;
  const id = useId();
  return (
    <div className="map-choice">
      <div className="help-label">
        <label htmlFor={id}>{label}</label>
        {help !== undefined && <Help topic={help} />}
      </div>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function wordFor(value: string, isBand: boolean): string {
  if (isBand) {
    const [smallest, largest] = bandOf(Number(value));
    return words('band', { value, smallest, largest });
  }
  if (value === 'true') return words('yes');
  return value === 'false' ? words('no') : value;
}
