/** What a sweep of the visitor's is to train. All fields are one grid, the command line's. */
import { type ReactNode, useId, useState } from 'react';
import english from '../../messages/en/ui/map/sweep-form.json';
import { createWords } from '../../messages/words.ts';
import type { GridAxis } from '../../model/sweep-grid.ts';
import { parseGrid } from '../../model/sweep-grid.ts';
import { estimatedSeconds, roughDuration } from '../../state/sweep/estimate.ts';
import { plannedRuns, type SweepPlan, withAxis, writeGrid } from '../../state/sweep/plan.ts';
import { Help } from '../help/Help.tsx';
import type { HelpTopic } from '../help/topics.ts';
import { Phrase } from '../Phrase.tsx';

const words = createWords('ui/map/sweep-form', english);

/** Settings that can be varied besides the attention rate, with values to begin with. */
const secondAxes = [
  { name: 'width', values: '32,64,128' },
  { name: 'layers', values: '1,2' },
  { name: 'decay', values: '0.5,1,2,4' },
  { name: 'fraction', values: '0.5,0.65,0.8' },
] as const;

const sizes = [
  {
    label: 'small',
    grid: 'p=31;width=64;attention=0:1:0.1;seed=1,2;steps=2000',
  },
  {
    label: 'paper',
    grid: 'p=59;width=128;attention=0:1:0.1;seed=1,2,3;steps=3000',
  },
] as const;

/** @param before plan of the sweep that is there; @param lost runs that another plan would let go */
export function SweepForm(props: {
  readonly before: SweepPlan | undefined;
  readonly lost: (plan: SweepPlan) => number;
  /** How many networks train side by side. */
  readonly processors: number;
  readonly onStart: (plan: SweepPlan) => void;
  readonly onCancel: () => void;
}) {
  const { before, lost, processors, onStart, onCancel } = props;
  const [grid, setGrid] = useState<string>(before?.grid ?? sizes[0].grid);
  const [stopsEarly, setStopsEarly] = useState(before?.stopsEarly ?? true);
  const planned = plannedRuns(grid);
  const explanation = useId();
  const second = secondAxes.find(({ name }) => /[,:]/.test(valuesText(grid, name)));
  return (
    <form
      className="map-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (planned.ok) onStart({ grid, stopsEarly });
      }}
    >
      <p className="map-hint">{words('hint')}</p>
      <Field label={words('size')} help="sweepSize">
        {(id) => (
          <select
            id={id}
            value={sizes.findIndex((size) => size.grid === grid)}
            onChange={({ target }) => setGrid(sizes[Number(target.value)]?.grid ?? grid)}
          >
            {sizes.map(({ label }, index) => (
              <option key={label} value={index}>
                {words(label)}
              </option>
            ))}
            <option value={-1} disabled>
              {words('custom')}
            </option>
          </select>
        )}
      </Field>
      <AxisField
        label={words('attention')}
        help="sweepAttention"
        name="attention"
        grid={grid}
        onChange={setGrid}
      />
      <Field label={words('and')} help="sweepSecond">
        {(id) => (
          <select
            id={id}
            value={second?.name ?? ''}
            onChange={({ target }) => setGrid(withSecondAxis(grid, target.value))}
          >
            <option value="">{words('nothingElse')}</option>
            {secondAxes.map(({ name }) => (
              <option key={name} value={name}>
                {words(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {second !== undefined && (
        <AxisField label={words('values')} name={second.name} grid={grid} onChange={setGrid} />
      )}
      <AxisField
        label={words('seeds')}
        help="sweepSeeds"
        name="seed"
        grid={grid}
        onChange={setGrid}
      />
      <AxisField
        label={words('steps')}
        help="sweepSteps"
        name="steps"
        grid={grid}
        onChange={setGrid}
      />
      <div className="map-early">
        <label className="map-check">
          <input
            type="checkbox"
            checked={stopsEarly}
            onChange={({ target }) => setStopsEarly(target.checked)}
          />{' '}
          {words('stopsEarly')}
        </label>
        <Help topic="sweepEarly" />
      </div>
      <details className="map-details">
        <summary>{words('oneLine')}</summary>
        <label className="map-field">
          <span>{words('grid')}</span>
          <textarea
            value={grid}
            rows={3}
            spellCheck={false}
            aria-describedby={explanation}
            onChange={({ target }) => setGrid(target.value.replaceAll('\n', ''))}
          />
        </label>
        <p className="map-hint" id={explanation}>
          <Phrase of={words} say="gridAbout" parts={{ code: <code /> }} />
        </p>
      </details>
      <p className="map-planned" role="status">
        {planned.ok
          ? plannedText(
              planned.runs.length,
              roughDuration(estimatedSeconds(planned.runs, processors)),
              lost({ grid, stopsEarly }),
            )
          : planned.message}
      </p>
      <p className="map-note">
        <button type="submit" className="primary" disabled={!planned.ok}>
          {planned.ok ? words('train', { count: planned.runs.length }) : words('trainNothing')}
        </button>
        {before !== undefined && (
          <button type="button" onClick={onCancel}>
            {words('cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

/** A label with its help, beside what it is about. */
function Field(props: {
  readonly label: string;
  readonly help?: HelpTopic | undefined;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="map-field">
      <div className="help-label">
        <label htmlFor={id}>{props.label}</label>
        {props.help !== undefined && <Help topic={props.help} />}
      </div>
      {props.children(id)}
    </div>
  );
}

/** Values of one axis as text. While they make no sense the text stays as it was typed. */
function AxisField(props: {
  readonly label: string;
  readonly help?: HelpTopic;
  readonly name: string;
  readonly grid: string;
  readonly onChange: (grid: string) => void;
}) {
  const { label, help, name, grid, onChange } = props;
  return (
    <Field label={label} help={help}>
      {(id) => (
        <input
          id={id}
          type="text"
          value={valuesText(grid, name)}
          spellCheck={false}
          onChange={({ target }) => onChange(withValuesText(grid, name, target.value))}
        />
      )}
    </Field>
  );
}

function plannedText(count: number, duration: string, lost: number): string {
  return lost === 0
    ? words('planned', { count, duration })
    : words('plannedLosing', { count, duration, lost });
}

/** What stands behind a name in the grid's text. */
function valuesText(grid: string, name: string): string {
  const part = grid.split(';').find((one) => one.split('=')[0]?.trim() === name);
  return part === undefined ? '' : part.slice(part.indexOf('=') + 1);
}

/** The grid's text with other values behind a name. */
function withValuesText(grid: string, name: string, values: string): string {
  const parts = grid.split(';').filter((one) => one.trim() !== '');
  const place = parts.findIndex((one) => one.split('=')[0]?.trim() === name);
  const part = `${name}=${values.replaceAll(/[;=]/g, '')}`;
  if (place < 0) return [...parts, part].join(';');
  return parts.map((one, index) => (index === place ? part : one)).join(';');
}

/** The grid with this second axis and no other; the others keep their first value. */
function withSecondAxis(grid: string, chosen: string): string {
  let axes: readonly GridAxis[];
  try {
    axes = parseGrid(grid);
  } catch {
    return grid;
  }
  for (const { name } of secondAxes) {
    const values = axes.find((axis) => axis.name === name)?.values ?? [];
    axes = withAxis(axes, name, values.slice(0, 1));
  }
  const text = writeGrid(axes);
  const axis = secondAxes.find(({ name }) => name === chosen);
  return axis === undefined ? text : withValuesText(text, axis.name, axis.values);
}
