/** The maps: which measure is up, which runs are shown, one table or two side by side. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/map/map-card.json';
import { createWords } from '../../messages/words.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { Phrase } from '../Phrase.tsx';
import { settingName, upwardNames } from './axes.ts';
import { MapChoices } from './MapChoices.tsx';
import { MapPanel } from './MapPanel.tsx';
import { MapWords } from './MapWords.tsx';
import type { MapManner } from './map-data.ts';
import { usePanels } from './panels.ts';

const words = createWords('ui/map/map-card', english);

/** Everything about the map but the tables themselves. */
export function MapCard() {
  const { store, map } = usePage();
  const choices = useStore(map);
  const up = usePageState((state) => state.page.map);
  const circular = usePageState((state) => state.page.circular);
  const setting = usePageState((state) => state.page.setting);
  const colour = usePageState((state) => state.page.colour);
  const chosenForm = usePageState((state) => state.page.form);
  const all = usePanels(upwardNames[setting]);
  const { panels, shared, upward, hasAuthors } = all;
  const form = hasAuthors ? 'wrong' : chosenForm;
  const manner = useMemo<MapManner>(
    () => ({
      up,
      setting: upward,
      colour: colour === 'gs' ? 'symmetricity' : 'irrelevance',
      form,
    }),
    [up, upward, colour, form],
  );
  const change = (next: Partial<ReturnType<typeof store.getState>['page']>) =>
    store.setState(({ page }) => ({ page: { ...page, ...next } }));

  /** The picked run's row, else the first run's on the map: what is on screen is what is shown. */
  const present = () => {
    const runs = panels[0]?.places.map((place) => panels[0]?.table.runs[place]?.own) ?? [];
    const picked = panels.flatMap(({ table }) =>
      table.id === choices.picked?.table ? [table.runs[choices.picked.index]?.own] : [],
    );
    const run = [...picked, ...runs].find((own) => own?.picture !== undefined);
    store.setState(({ page, configuration }) => ({
      page: { ...page, view: 'present' },
      configuration: run?.configuration ?? configuration,
    }));
  };

  return (
    <section className="card figure-card map-card" aria-labelledby="map-title" data-figure="map">
      <header className="figure-head">
        <div className="help-label">
          <h2 id="map-title">{words('title')}</h2>
          <Help topic="mapDots" />
        </div>
        <div className="map-switches">
          <FigureSwitch
            label={words('upwards')}
            value={up}
            options={[
              { value: 'gs', label: words('upGradients') },
              { value: 'q', label: words('upDistance') },
              { value: 'setting', label: words('upSetting', { setting: settingName(upward) }) },
            ]}
            onChange={(value) => change({ map: value })}
          />
          <button type="button" className="chip" onClick={present}>
            {words('present')}
          </button>
          <FigureButtons name="map" />
        </div>
      </header>
      <p className="figure-explanation">
        <Phrase
          of={words}
          say="explanation"
          values={{ colour: up === 'setting' ? 'chosen' : 'other' }}
          parts={{ pizza: <b className="word-pizza" />, clock: <b className="word-clock" /> }}
        />
      </p>
      <MapWords />
      <MapChoices panels={all} manner={manner} />
      {hasAuthors && (
        <p className="map-form-note">
          <Phrase of={words} say="authorsForm" parts={{ em: <em /> }} />
        </p>
      )}
      <div className="map-panels" data-count={panels.length}>
        {panels.map((panel) => {
          const { table } = panel;
          const isPicked = choices.picked?.table === table.id;
          return (
            <MapPanel
              key={table.id}
              panel={panel}
              shared={shared}
              manner={manner}
              circular={circular}
              picked={isPicked ? choices.picked?.index : undefined}
              onPick={(index) => map.setState({ picked: { table: table.id, index } })}
            />
          );
        })}
        {panels.length === 0 && <NoTable />}
      </div>
    </section>
  );
}

/** In the place of the map while there is no table. */
function NoTable() {
  const { tables } = usePage();
  const failed = useTables(({ shipped }) => shipped === 'failed');
  return failed ? (
    <p className="map-empty">
      <Phrase
        of={words}
        say="failed"
        parts={{
          button: (
            <button
              type="button"
              className="link-button"
              onClick={() => void tables.loadShipped()}
            />
          ),
        }}
      />
    </p>
  ) : (
    <p className="map-empty">{words('loading')}</p>
  );
}
