/** Which tables of runs there are, which are on the map, and how to open more. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/map/tables-panel.json';
import { createWords } from '../../messages/words.ts';
import { shippedTable, sweepTable, type Table } from '../../state/tables.ts';
import { formatCount } from '../format.ts';
import { usePage } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { openFiles } from '../open-files.ts';
import { Phrase } from '../Phrase.tsx';

const words = createWords('ui/map/tables-panel', english);

/** Tables of the page. */
export function TablesPanel() {
  const page = usePage();
  const { tables: controller, map, store } = page;
  const { tables, opening, problem } = useTables((state) => state);
  const choices = useStore(map);
  const input = useRef<HTMLInputElement>(null);
  const first = tables.some(({ id }) => id === choices.table) ? choices.table : tables[0]?.id;
  const others = tables.filter(({ id }) => id !== first);
  return (
    <section className="card map-tables" aria-labelledby="map-tables">
      <h2 id="map-tables">{words('title')}</h2>
      <label className="map-field">
        <span>{words('onMap')}</span>
        <select
          value={first ?? ''}
          onChange={({ target }) => map.setState({ table: target.value, picked: undefined })}
        >
          {tables.map((table) => (
            <TableOption key={table.id} table={table} />
          ))}
        </select>
      </label>
      <label className="map-field">
        <span>{words('beside')}</span>
        <select
          value={choices.beside ?? ''}
          onChange={({ target }) => map.setState({ beside: target.value || undefined })}
        >
          <option value="">{words('nothing')}</option>
          {others.map((table) => (
            <TableOption key={table.id} table={table} />
          ))}
        </select>
      </label>
      <p className="map-note">
        <button type="button" onClick={() => input.current?.click()}>
          {words('open')}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="table-file"
          multiple
          accept=".jsonl,.ndjson,.runs,.csv,.gz,.json,.txt"
          onChange={({ target }) => {
            void openFiles([...(target.files ?? [])], page, 'table');
            target.value = '';
          }}
        />
      </p>
      <p className="map-hint">
        <Phrase
          of={words}
          say="drop"
          parts={{ code: <code />, link: <a href="https://github.com/fjzzq2002/pizza">#</a> }}
        />
      </p>
      <div role="status">
        {opening !== undefined && <p>{words('opening', { title: opening })}</p>}
      </div>
      <div role="alert">
        {problem !== undefined && (
          <div className="notice">
            <p>{problem}</p>
            <button type="button" onClick={() => controller.report(undefined)}>
              {words('dismiss')}
            </button>
          </div>
        )}
      </div>
      {tables
        .filter(({ note }) => note !== undefined)
        .map(({ id, title, note }) => (
          <p key={id} className="map-hint">
            {words('note', { title, note: note ?? '' })}
          </p>
        ))}
      {tables
        .filter(({ id }) => id !== shippedTable && id !== sweepTable)
        .map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className="link-button map-close"
            onClick={() => {
              controller.remove(id);
              // Else it would come back with the address.
              store.setState((state) => ({
                page: state.page.table === title ? { ...state.page, table: '' } : state.page,
              }));
            }}
          >
            {words('close', { title })}
          </button>
        ))}
      {first === shippedTable && <p className="map-hint">{words('shippedAbout')}</p>}
    </section>
  );
}

function TableOption({ table: { id, title, runs } }: { readonly table: Table }) {
  return <option value={id}>{words('option', { title, count: formatCount(runs.length) })}</option>;
}
