/** The maps: which measure is up, which runs are shown, one table or two side by side. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { settingNames, upwardNames } from './axes.ts';
import { MapChoices } from './MapChoices.tsx';
import { MapPanel } from './MapPanel.tsx';
import { MapWords } from './MapWords.tsx';
import type { MapManner } from './map-data.ts';
import { usePanels } from './panels.ts';

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
        <h2 id="map-title">Which algorithm emerges</h2>
        <div className="map-switches">
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
          <button type="button" className="chip" onClick={present}>
            Present …
          </button>
          <ShareButton name="map" />
        </div>
      </header>
      <p className="figure-explanation">
        Every dot is one trained network, a <b className="word-pizza">Pizza</b>, a{' '}
        <b className="word-clock">Clock</b> or something between. Further right attention decides
        more; colour is the {up === 'setting' ? 'measure chosen below' : 'other measure'}. Press a
        dot to open it.
      </p>
      <MapWords />
      <MapChoices panels={all} manner={manner} />
      {hasAuthors && (
        <p className="map-form-note">
          The authors’ table holds q of the largest <em>wrong</em> logits, not the paper’s
          definition: all maps show that form here.
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
      The runs that come with this page could not be loaded.{' '}
      <button type="button" className="link-button" onClick={() => void tables.loadShipped()}>
        Try again
      </button>
    </p>
  ) : (
    <p className="map-empty">Loading the table of runs …</p>
  );
}
