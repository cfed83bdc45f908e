/**
 * Small multiples of the strongest frequency planes of the token embedding: each panel shows where
 * the p tokens stand in one plane, coloured and joined in the order of that frequency's circle.
 */

import { greatestCommonDivisor } from '../math/modular.ts';
import './circles.css';
import type { CirclesData, CirclesOptions } from './circles/data.ts';
import type { ActiveResidue } from './circles/interaction.ts';
import { listenToPanel } from './circles/interaction.ts';
import type { CirclePanel } from './circles/panel.ts';
import { createCirclePanel } from './circles/panel.ts';
import { planePresence } from './circles/presence.ts';
import { meanRadius, planeScales } from './circles/scale.ts';
import type { SlotState } from './circles/slots.ts';
import { assignSlots } from './circles/slots.ts';
import type { CirclesTheme } from './circles/theme.ts';
import { readCirclesTheme } from './circles/theme.ts';
import { createPace } from './circles/tween.ts';
import { residueLines } from './circles/wording.ts';
import { words } from './circles/words.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler, prefersReducedMotion } from './figure.ts';
import { residueColour } from './residue-colour.ts';
import { watchTheme } from './theme-watch.ts';
import { createValueReadout } from './value-readout.ts';

export type { CirclePlane, CirclesData, CirclesOptions, ScaleMode } from './circles/data.ts';

const DEFAULT_COUNT = 6;

/** Mounts the circles figure. It shows ghosts of circles until planes arrive. */
export function createCirclesFigure(
  host: HTMLElement,
  options: CirclesOptions = {},
): Figure<CirclesData> {
  const root = document.createElement('div');
  root.className = 'circles';
  const grid = document.createElement('div');
  grid.className = 'circles-grid';
  const invitation = document.createElement('p');
  invitation.className = 'circles-invitation';
  invitation.textContent = options.invitation ?? words('invitation');
  root.append(grid, invitation);
  host.append(root);
  const readout = createValueReadout(root);

  let panels: { panel: CirclePanel; stop: () => void }[] = [];
  let slotState: SlotState | undefined;
  let active: ActiveResidue | undefined;
  let theme: CirclesTheme | undefined;
  let motionTime = createPace();

  const scheduler = createFrameScheduler((time) => {
    theme ??= readCirclesTheme(root);
    let isMoving = false;
    for (const { panel } of panels) {
      isMoving = panel.draw(time, theme, active?.residue) || isMoving;
    }
    showReadout();
    if (isMoving) scheduler.request();
  });
  const stopWatching = watchTheme(() => {
    theme = undefined;
    scheduler.request();
  });
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  reset(options.count ?? DEFAULT_COUNT);

  function measure() {
    for (const { panel } of panels) panel.measure();
    scheduler.request();
  }

  /** Fresh panels, without data. */
  function reset(count: number) {
    for (const { panel, stop } of panels) {
      stop();
      panel.element.remove();
    }
    active = undefined;
    panels = Array.from({ length: count }, () => {
      const panel = createCirclePanel();
      return { panel, stop: listenToPanel(panel, () => active, activate) };
    });
    grid.append(...panels.map(({ panel }) => panel.element));
    root.classList.add('circles-empty');
    motionTime = createPace();
    measure();
  }

  function activate(next: ActiveResidue | undefined) {
    if (next?.residue === active?.residue && next?.panel === active?.panel) return;
    active = next;
    scheduler.request();
  }

  function showReadout() {
    const content = active?.panel.content();
    if (!active || !content || content.presence === 'folded' || active.residue >= content.p) {
      readout.hide();
      return;
    }
    const { plane, p } = content;
    const { panel, residue } = active;
    const lines = residueLines(plane, residue, p, meanRadius(plane.points));
    const point = panel.pointOf(residue);
    const stage = panel.stage.getBoundingClientRect();
    const outer = root.getBoundingClientRect();
    const anchor = {
      x: stage.left - outer.left + point.x,
      y: stage.top - outer.top + point.y,
      clearance: point.radius + 9,
    };
    readout.show(lines, anchor, residueColour(plane.k, residue, p));
    if (active.byKeyboard) readout.announce(lines[0]);
  }

  return {
    update(data) {
      const { p } = data;
      const planes = data.planes.filter((plane) => Number.isFinite(plane.powerFraction));
      invitation.textContent =
        data.planes.length > 0
          ? words('notFinite')
          : (data.absence ?? options.invitation ?? words('invitation'));
      const count = data.count ?? options.count ?? DEFAULT_COUNT;
      const previousModulus = slotState?.p;
      slotState =
        planes.length > 0 ? assignSlots(slotState, { ...data, planes, count }) : undefined;
      const slots = slotState?.slots;
      const wanted = slots?.length ?? count;
      const isOtherRun = previousModulus !== undefined && previousModulus !== slotState?.p;
      if (isOtherRun || panels.length !== wanted) reset(wanted);
      // From p alone, so that nothing moves when the first planes arrive.
      root.classList.toggle('circles-noted', hasSharedFactors(p));
      if (!slots) return;

      const now = performance.now();
      const duration = prefersReducedMotion() ? 0 : motionTime(now);
      const byFrequency = new Map(planes.map((plane) => [plane.k, plane]));
      const shown = slots.flatMap((k) => byFrequency.get(k) ?? []);
      const mode = data.scaleMode ?? options.scaleMode ?? 'amplitude';
      const scales = planeScales(
        shown.map((plane) => plane.points),
        mode,
      );
      const strongest = Math.max(...planes.map((plane) => plane.powerFraction));
      root.classList.remove('circles-empty');
      shown.forEach((plane, index) => {
        const panel = panels[index]?.panel;
        const before = panel?.content();
        const previous = before?.plane.k === plane.k ? before.presence : undefined;
        const presence = planePresence(plane.powerFraction, strongest, previous);
        panel?.show({ plane, p, scale: scales[index] ?? 0, presence }, now, duration);
      });
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      observer.disconnect();
      stopWatching();
      for (const { stop } of panels) stop();
      readout.destroy();
      root.remove();
    },
  };
}

/** True when some frequency shares a factor with p, so that its panel carries a note. */
function hasSharedFactors(p: number): boolean {
  for (let k = 1; 2 * k <= p; k++) {
    if (greatestCommonDivisor(k, p) > 1) return true;
  }
  return false;
}
