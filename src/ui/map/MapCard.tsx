/** The maps: which measure is up, which runs are shown, one table or two side by side. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  choiceOf,
  everyValue,
  type Filter,
  filtersOf,
  placesOnMap,
} from '../../state/map/filters.ts';
import type { MapRun, Table } from '../../state/tables.ts';
import { FigureSwitch } from '../figures/FigureCard.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { settingNames, type UpwardSetting, upwardChoices } from './axes.ts';
import { MapPanel } from './MapPanel.tsx';
import type { MapManner } from './map-data.ts';

/** Everything about the map but the tables themselves. */
export function MapCard() {
  const { store, map } = usePage();
  const tables = useTables((state) => state.tables);
  const choices = useStore(map);
  const up = usePageState((state) => state.page.map);
  const circular = usePageState((state) => state.page.circular);
  const [setting, setSetting] = useState<UpwardSetting>('width');
  const [colour, setColour] = useState<MapManner['colour']>('symmetricity');
  const first = tables.find(({ id }) => id === choices.table) ?? tables[0];
  const second = tables.find(({ id }) => id === choices.beside && id !== first?.id);
  const shown = useMemo(
    () => [first, second].filter((table): table is Table => table !== undefined),
    [first, second],
  );
  const all = useMemo(() => shown.flatMap(({ runs }) => runs.map(({ place }) => place)), [shown]);
  const filters = useMemo(() => filtersOf(all), [all]);
  const settings = useMemo(() => upwardChoices(all), [all]);
  const upward = settings.includes(setting) ? setting : (settings[0] ?? 'width');
  const hasAuthors = shown.some(({ kind }) => kind === 'authors');
  const form = hasAuthors ? 'wrong' : choices.form;
  const manner = useMemo<MapManner>(
    () => ({ up, setting: upward, colour, form }),
    [up, upward, colour, form],
  );
  const panels = useMemo(
    () =>
      shown.map((table) => {
        const runs = table.runs.map(({ place }) => place);
        const except = up === 'setting' ? upward : undefined;
        const places = placesOnMap(runs, filters, choices.filters, except);
        return { table, places, runs: places.map((place) => runs[place] as MapRun) };
      }),
    [shown, filters, choices.filters, up, upward],
  );
  const shared = useMemo(() => panels.flatMap(({ runs }) => runs), [panels]);
  const change = (next: Partial<ReturnType<typeof store.getState>['page']>) =>
    store.setState(({ page }) => ({ page: { ...page, ...next } }));
  useEffect(() => {
    // A run that is not on the map any more is not picked any more.
    const { picked } = map.getState();
    const panel = panels.find(({ table }) => table.id === picked?.table);
    if (picked !== undefined && panel?.places.includes(picked.index) !== true) {
      map.setState({ picked: undefined });
    }
  }, [panels, map]);

  return (
    <section className="card figure-card map-card" aria-labelledby="map-title">
      <header className="figure-head">
        <h2 id="map-title">Which algorithm emerges</h2>
        <FigureSwitch
          label="Upwards on the map"
          value={up}
          options={[
            { value: 'gs', label: 'Gradients (GS)' },
            { value: 'q', label: 'Distance (q)' },
            { value: 'setting', label: `By ${settingNames[upward]}` },
          ]}
          onChange={(value) => change({ map: value })}
        />
      </header>
      <p className="figure-explanation">
        Every dot is one trained network. Further right attention decides more; colour is the{' '}
        {up === 'setting' ? 'measure chosen below' : 'other measure'}. Point at a dot to read it,
        press it to open it.
      </p>
      <div className="map-choices">
        {up === 'setting' && settings.length > 1 && (
          <label>
            Upwards{' '}
            <select
              value={upward}
              onChange={({ target }) => setSetting(target.value as UpwardSetting)}
            >
              {settings.map((value) => (
                <option key={value} value={value}>
                  {settingNames[value]}
                </option>
              ))}
            </select>
          </label>
        )}
        {up === 'setting' && (
          <label>
            Colour{' '}
            <select
              value={colour}
              onChange={({ target }) => setColour(target.value as MapManner['colour'])}
            >
              <option value="symmetricity">gradient symmetricity</option>
              <option value="irrelevance">distance irrelevance</option>
            </select>
          </label>
        )}
        <label>
          Circles{' '}
          <select
            value={circular}
            onChange={({ target }) =>
              change({ circular: target.value as 'all' | 'paper' | 'round' })
            }
          >
            <option value="all">any embedding</option>
            <option value="paper">circular as in the paper (≥ 0.995)</option>
            <option value="round">with a round plane</option>
          </select>
        </label>
        <label>
          q from{' '}
          <select
            value={form}
            disabled={hasAuthors}
            title={hasAuthors ? 'The authors’ table has only this form' : undefined}
            onChange={({ target }) => map.setState({ form: target.value as 'correct' | 'wrong' })}
          >
            <option value="correct">correct logits</option>
            <option value="wrong">largest wrong logits</option>
          </select>
        </label>
        {filters
          .filter((filter) => up !== 'setting' || filter.setting !== upward)
          .map((filter) => (
            <FilterSelect key={filter.setting} filter={filter} />
          ))}
      </div>
      {hasAuthors && (
        <p className="map-form-note">
          The authors’ table holds q of the largest <em>wrong</em> logits, not the paper’s
          definition: all maps show that form here.
        </p>
      )}
      <div className="map-panels" data-count={panels.length}>
        {panels.map(({ table, places, runs }) => (
          <MapPanel
            key={table.id}
            title={table.title}
            runs={runs}
            shared={shared}
            manner={manner}
            circular={circular}
            picked={
              choices.picked?.table === table.id
                ? orNull(places.indexOf(choices.picked.index))
                : null
            }
            onPick={(index) =>
              map.setState({ picked: { table: table.id, index: places[index] as number } })
            }
          />
        ))}
        {panels.length === 0 && <p className="map-empty">Loading the table of runs …</p>}
      </div>
    </section>
  );
}

function FilterSelect({ filter }: { readonly filter: Filter }) {
  const { map } = usePage();
  const chosen = useStore(map, ({ filters }) => filters);
  const { setting, values } = filter;
  return (
    <label>
      {capitalised(settingNames[setting] ?? setting)}{' '}
      <select
        value={choiceOf(filter, chosen)}
        onChange={({ target }) => map.setState({ filters: { ...chosen, [setting]: target.value } })}
      >
        <option value={everyValue}>all</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {wordFor(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordFor(value: string): string {
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function orNull(place: number): number | null {
  return place < 0 ? null : place;
}
