/** The SVG of the ensemble figure: ground line, arcs, circles and their labels. */

import { select } from 'd3';
import { createSvg } from '../inside/elements.ts';
import { shortShare } from '../inside/words.ts';
import type { EnsembleArc } from './arcs.ts';
import { ensembleArcs } from './arcs.ts';
import type { EnsembleCircle } from './data.ts';
import type { EnsembleFrame, EnsembleLayout, EnsembleNode } from './layout.ts';
import { verdictLabel } from './wording.ts';
import { words } from './words.ts';

export interface EnsembleDrawing {
  readonly element: SVGSVGElement;
  /** Reference of the helpers' hatching, for a fill. */
  readonly hatch: string;
  /** @param active frequency of the circle pointed at */
  draw(frame: EnsembleFrame, layout: EnsembleLayout, active: number | null): void;
}

const LINE_HEIGHT = 15;
/** Below this width of a circle's room the longest word and the usual size of text are too wide. */
const NARROW_SLOT = 46;

let drawings = 0;

export function createEnsembleDrawing(): EnsembleDrawing {
  drawings += 1;
  const identifier = `ensemble-hatch-${drawings}`;
  const hatch = `url(#${identifier})`;
  const element = createSvg('svg', { class: 'ensemble-drawing', 'aria-hidden': 'true' });
  element.append(createHatching(identifier));
  const svg = select(element);
  const ground = svg.append('line').attr('class', 'ensemble-ground');
  const ghosts = svg.append('g');
  const layers = { nodes: svg.append('g'), arcs: svg.append('g'), texts: svg.append('g') };
  const arcLabels = svg.append('g');
  const note = svg.append('text').attr('class', 'ensemble-note').attr('text-anchor', 'middle');

  function drawNodes(nodes: readonly EnsembleNode[]) {
    layers.nodes
      .selectAll<SVGCircleElement, EnsembleNode>('circle')
      .data(nodes, ({ circle }) => circle.k)
      .join('circle')
      .attr('class', ({ circle }) => `ensemble-disc${circle.kept ? '' : ' ensemble-off'}`)
      .attr('data-verdict', ({ circle }) => circle.verdict)
      .attr('cx', ({ x }) => x)
      .attr('cy', ({ y }) => y)
      .attr('r', ({ radius }) => radius)
      .style('fill', ({ circle }) =>
        circle.verdict === 'accompanying' && circle.kept ? hatch : null,
      );
  }

  function drawLabels({ nodes, isRoomy, slot }: EnsembleLayout, { ground }: EnsembleFrame) {
    const labels = layers.texts
      .selectAll<SVGTextElement, EnsembleNode>('text')
      .data(nodes, ({ circle }) => circle.k)
      .join('text')
      .attr('class', ({ circle }) => `ensemble-label${circle.kept ? '' : ' ensemble-label-off'}`)
      .attr('text-anchor', 'middle');
    labels
      .selectAll<SVGTSpanElement, string>('tspan')
      .data(({ circle, x }) =>
        labelLines(circle, { isRoomy, slot }).map((line, row) => ({ ...line, row, x })),
      )
      .join('tspan')
      .attr('class', ({ kind }) => `ensemble-label-${kind}`)
      .attr('x', ({ x }) => x)
      .attr('y', ({ row }) => ground + 17 + row * LINE_HEIGHT)
      .text(({ text }) => text);
  }

  function drawArcs(
    arcs: readonly EnsembleArc[],
    nodes: readonly EnsembleNode[],
    active: number | null,
  ) {
    const kept = new Map(nodes.map(({ circle }) => [circle.k, circle.kept]));
    const emphasis = ({ helper, helped }: EnsembleArc) => {
      if (!kept.get(helper) || !kept.get(helped)) return 'ensemble-arc-off';
      if (active === null) return '';
      return helper === active || helped === active ? 'ensemble-arc-active' : 'ensemble-arc-off';
    };
    const groups = layers.arcs
      .selectAll<SVGGElement, EnsembleArc>('g')
      .data(arcs, ({ helper }) => helper)
      .join((enter) => {
        const group = enter.append('g');
        group.append('path').attr('class', 'ensemble-arc');
        group.append('path').attr('class', 'ensemble-head');
        return group;
      })
      .attr('data-helper', ({ helper }) => helper)
      .attr('class', emphasis);
    groups.select('.ensemble-arc').attr('d', ({ path }) => path);
    groups.select('.ensemble-head').attr('d', ({ head }) => head);
    arcLabels
      .selectAll<SVGTextElement, EnsembleArc>('text')
      .data(arcs, ({ helper }) => helper)
      .join('text')
      .attr('class', (arc) => `ensemble-arc-label ${emphasis(arc)}`.trim())
      .attr('text-anchor', 'middle')
      .attr('x', ({ label }) => label.x)
      .attr('y', ({ label }) => label.y)
      .attr('dy', '0.33em')
      .text(({ label }) => label.text);
    // What is meant is drawn last, above the others.
    groups.filter('.ensemble-arc-active').raise();
  }

  return {
    element,
    hatch,
    draw(frame, layout, active) {
      const { width, height } = frame;
      const { nodes } = layout;
      svg.attr('width', width).attr('height', height);
      svg.classed('ensemble-narrow', layout.slot < NARROW_SLOT);
      ground
        .attr('x1', 0)
        .attr('x2', width)
        .attr('y1', frame.ground + 0.5)
        .attr('y2', frame.ground + 0.5);
      const arcs = ensembleArcs(nodes, frame);
      drawGhosts(nodes.length === 0 ? frame : null);
      drawNodes(nodes);
      drawArcs(arcs, nodes, active);
      drawLabels(layout, frame);
      note
        .attr('x', width / 2)
        .attr('y', 34)
        .text(nodes.length > 0 && arcs.length === 0 ? words('noHelpers') : '');
    },
  };

  /** Dotted circles where real ones will stand. */
  function drawGhosts(frame: EnsembleFrame | null) {
    const radii = frame ? [1, 0.95, 0.85, 0.6, 0.5].map((part) => part * frame.largestRadius) : [];
    const slot = (frame?.width ?? 0) / radii.length;
    ghosts
      .selectAll('circle')
      .data(radii)
      .join('circle')
      .attr('class', 'ensemble-ghost')
      .attr('cx', (_, index) => slot * (index + 0.5))
      .attr('cy', (radius) => (frame?.ground ?? 0) - radius)
      .attr('r', (radius) => radius);
  }
}

function labelLines(
  circle: EnsembleCircle,
  { isRoomy, slot }: Pick<EnsembleLayout, 'isRoomy' | 'slot'>,
) {
  const share = shortShare(circle.powerFraction);
  const word = slot < NARROW_SLOT && circle.verdict === 'none' ? '–' : verdictLabel(circle.verdict);
  const verdict = { text: word, kind: circle.verdict };
  if (isRoomy) return [{ text: `k ${circle.k} · ${share}`, kind: 'name' }, verdict];
  return [{ text: `k ${circle.k}`, kind: 'name' }, { text: share, kind: 'share' }, verdict];
}

function createHatching(identifier: string): SVGDefsElement {
  const definitions = createSvg('defs', {});
  const pattern = createSvg('pattern', {
    id: identifier,
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    createSvg('rect', { width: 5, height: 5, class: 'ensemble-hatch-ground' }),
    createSvg('rect', { width: 1.6, height: 5, class: 'ensemble-hatch-line' }),
  );
  definitions.append(pattern);
  return definitions;
}
