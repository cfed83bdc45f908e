/** What a sweep of the visitor's is to train. All fields are one grid, the command line's. */
import { useId, useState } from 'react';
import type { GridAxis } from '../../model/sweep-grid.ts';
import { parseGrid } from '../../model/sweep-grid.ts';
import { estimatedSeconds, roughDuration } from '../../state/sweep/estimate.ts';
import { plannedRuns, type SweepPlan, withAxis, writeGrid } from '../../state/sweep/plan.ts';
import { formatCount } from '../format.ts';

/** Settings that can be varied besides the attention rate, with values to begin with. */
const secondAxes = [
  { name: 'width', label: 'width', values: '32,64,128' },
  { name: 'layers', label: 'depth', values: '1,2' },
  { name: 'decay', label: 'weight decay', values: '0.5,1,2,4' },
  { name: 'fraction', label: 'train fraction', values: '0.5,0.65,0.8' },
] as const;

const sizes = [
  {
    label: 'Small (p = 31)',
    grid: 'p=31;width=64;attention=0:1:0.1;seed=1,2;steps=2000',
  },
  {
    label: 'The paper’s (p = 59)',
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
      <p className="map-hint">
        One network for every combination. Put values apart with commas, or write start:end:step.
      </p>
      <label className="map-field">
        <span>Size</span>
        <select
          value={sizes.findIndex((size) => size.grid === grid)}
          onChange={({ target }) => setGrid(sizes[Number(target.value)]?.grid ?? grid)}
        >
          {sizes.map(({ label }, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
          <option value={-1} disabled>
            as set below
          </option>
        </select>
      </label>
      <AxisField label="Attention rates" name="attention" grid={grid} onChange={setGrid} />
      <label className="map-field">
        <span>And</span>
        <select
          value={second?.name ?? ''}
          onChange={({ target }) => setGrid(withSecondAxis(grid, target.value))}
        >
          <option value="">nothing else</option>
          {secondAxes.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {second !== undefined && (
        <AxisField label={`Values`} name={second.name} grid={grid} onChange={setGrid} />
      )}
      <AxisField label="Seeds" name="seed" grid={grid} onChange={setGrid} />
      <AxisField label="Steps a run" name="steps" grid={grid} onChange={setGrid} />
      <label className="map-check">
        <input
          type="checkbox"
          checked={stopsEarly}
          onChange={({ target }) => setStopsEarly(target.checked)}
        />{' '}
        End a run when all its answers are right and its verdict has stayed for 1,000 steps
      </label>
      <details className="map-details">
        <summary>As one line</summary>
        <label className="map-field">
          <span>Grid</span>
          <textarea
            value={grid}
            rows={3}
            spellCheck={false}
            aria-describedby={explanation}
            onChange={({ target }) => setGrid(target.value.replaceAll('\n', ''))}
          />
        </label>
        <p className="map-hint" id={explanation}>
          The command line’s <code>--grid</code>: every setting of the address can be an axis.
        </p>
      </details>
      <p className="map-planned" role="status">
        {planned.ok
          ? `${runsText(planned.runs.length)}, ${roughDuration(estimatedSeconds(planned.runs, processors))} without a GPU.${lostText(lost({ grid, stopsEarly }))}`
          : planned.message}
      </p>
      <p className="map-note">
        <button type="submit" className="primary" disabled={!planned.ok}>
          Train {planned.ok ? runsText(planned.runs.length) : ''}
        </button>
        {before !== undefined && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </form>
  );
}

/** Values of one axis as text. While they make no sense the text stays as it was typed. */
function AxisField(props: {
  readonly label: string;
  readonly name: string;
  readonly grid: string;
  readonly onChange: (grid: string) => void;
}) {
  const { label, name, grid, onChange } = props;
  return (
    <label className="map-field">
      <span>{label}</span>
      <input
        type="text"
        value={valuesText(grid, name)}
        spellCheck={false}
        onChange={({ target }) => onChange(withValuesText(grid, name, target.value))}
      />
    </label>
  );
}

function runsText(count: number): string {
  return count === 1 ? '1 run' : `${formatCount(count)} runs`;
}

function lostText(count: number): string {
  if (count === 0) return '';
  return ` ${runsText(count)} of the sweep before ${count === 1 ? 'is' : 'are'} let go: download its table first.`;
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
