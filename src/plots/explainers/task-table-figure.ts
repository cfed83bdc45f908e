/**
 * What the network is given: the answers of all pairs as a table, of which it sees a part. In the
 * order of the numbers they make stripes; as mere names, which is what tokens are, they do not.
 */

import './shared/explainer.css';
import './task-table-figure.css';
import { createTween } from '../circles/tween.ts';
import type { Figure } from '../figure.ts';
import { createFrameScheduler, prefersReducedMotion } from '../figure.ts';
import { createHtml, writeText } from '../inside/elements.ts';
import { watchWidth } from '../inside/width.ts';
import { watchTheme } from '../theme-watch.ts';
import type { TaskTableData, TaskTableOptions } from './task-table/data.ts';
import { createTableFrame } from './task-table/frame.ts';
import { listenToTable } from './task-table/interaction.ts';
import { createTableLayers } from './task-table/layers.ts';
import type { Cell, TableLayout } from './task-table/layout.ts';
import { tableLayout } from './task-table/layout.ts';
import { createTableLegend } from './task-table/legend.ts';
import type { Ordering } from './task-table/symbols.ts';
import { numberOrdering, symbolName, symbolOrdering } from './task-table/symbols.ts';
import { axisNames, cellLabel, cellText, words } from './task-table/wording.ts';

export type { TaskTableData, TaskTableOptions } from './task-table/data.ts';

/** Time for a step of the crosshair and for the change between numbers and names, in ms. */
const STEP_TIME = 200;
const CHANGE_TIME = 450;

/** A snapshot with its two orders. */
interface Shown {
  readonly data: TaskTableData;
  readonly numbers: Ordering;
  readonly symbols: Ordering;
}

/** Mounts the table of answers. It stays empty until it is given a training set. */
export function createTaskTableFigure(
  host: HTMLElement,
  { onPick }: TaskTableOptions,
): Figure<TaskTableData> {
  const root = createHtml('div', 'explainer task-table explainer-empty');
  const stage = createHtml('div', 'explainer-stage');
  const picture = createHtml('div', 'task-table-picture');
  picture.setAttribute('role', 'application');
  picture.setAttribute('aria-roledescription', words('kind'));
  picture.setAttribute('aria-description', words('keys'));
  picture.tabIndex = 0;
  const text = createHtml('p', 'explainer-text');
  const spoken = createHtml('div', 'explainer-spoken');
  spoken.setAttribute('aria-live', 'polite');
  const frame = createTableFrame();
  const layers = createTableLayers();
  const legend = createTableLegend();
  picture.append(...layers.elements);
  stage.append(picture, frame.element);
  root.append(stage, legend.element, text, spoken);
  host.append(root);

  const motion = createTween();
  const scheduler = createFrameScheduler(draw);
  const width = watchWidth(root, scheduler.request);
  const stopWatching = watchTheme(() => {
    layers.forget();
    scheduler.request();
  });
  let newest: Shown | undefined;
  let shown: Shown | undefined;
  let isByPointer = false;
  let isByKeyboard = false;
  let layout: TableLayout = layOut();

  const stopListening = listenToTable(picture, {
    size: () => latest()?.data.p ?? 0,
    current: () => pickedCell(latest()),
    pick({ row, column }, byKeyboard) {
      const table = latest();
      if (!table) return;
      isByPointer = !byKeyboard;
      isByKeyboard = byKeyboard;
      const { tokens } = orderingOf(table);
      onPick(tokens[row] ?? 0, tokens[column] ?? 0);
    },
  });

  function layOut(): TableLayout {
    const next = tableLayout(width.current());
    stage.style.height = `${next.height}px`;
    picture.style.left = `${next.left}px`;
    picture.style.top = `${next.top}px`;
    picture.style.width = picture.style.height = `${next.size}px`;
    root.style.setProperty('--task-table-left', `${next.left}px`);
    root.style.setProperty('--task-table-size', `${next.size}px`);
    return next;
  }

  /** What was given last, though it may not be drawn yet. */
  function latest(): Shown | undefined {
    return newest ?? shown;
  }

  function take(table: Shown, now: number) {
    const { data } = table;
    const { p, colour } = data;
    const before = shown;
    shown = table;
    const isChange = before?.data.colour !== colour;
    const isJump = before?.data.p !== p || prefersReducedMotion() || (isByPointer && !isChange);
    const { row, column } = pickedCell(table);
    const duration = isChange ? CHANGE_TIME : STEP_TIME;
    motion.retarget([row, column, colour === 'symbols' ? 1 : 0], now, isJump ? 0 : duration);
    root.classList.remove('explainer-empty');
    const label = cellLabel(data, table.symbols);
    picture.setAttribute('aria-label', label);
    if (isByKeyboard) writeText(spoken, label);
    legend.element.hidden = data.fate !== undefined;
    writeText(text, cellText(data, table.symbols));
    if (before?.data.trainMask !== data.trainMask || before.data.p !== p) legend.write(data);
    isByPointer = isByKeyboard = false;
  }

  function draw(time: number) {
    if (newest) take(newest, time);
    newest = undefined;
    if (layout.width !== width.current()) layout = layOut();
    if (!shown) return;
    const { data, numbers, symbols } = shown;
    const [row = 0, column = 0, share = 0] = motion.at(time);
    layers.draw({ data, numbers, symbols, size: layout.size, share });
    const isNamed = data.colour === 'symbols';
    const name = isNamed ? symbolName : String;
    frame.draw({ row, column }, { p: data.p, name, ...axisNames(data.colour) }, layout);
    if (motion.isMoving(time)) scheduler.request();
  }

  return {
    update(data) {
      const { p } = data;
      const known = latest();
      const orders = known?.data.p === p ? known : ordersOf(p);
      newest = { ...orders, data };
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      stopWatching();
      stopListening();
      root.remove();
    },
  };
}

function ordersOf(p: number) {
  return { numbers: numberOrdering(p), symbols: symbolOrdering(p) };
}

function orderingOf({ data, numbers, symbols }: Shown): Ordering {
  return data.colour === 'symbols' ? symbols : numbers;
}

function pickedCell(table: Shown | undefined): Cell {
  if (!table) return { row: 0, column: 0 };
  const { places } = orderingOf(table);
  return { row: places[table.data.a] ?? 0, column: places[table.data.b] ?? 0 };
}
