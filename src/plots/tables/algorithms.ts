/** The algorithms of the story, to be moved by hand, as tables. */

import { residueAngle } from '../../math/fourier.ts';
import { modulo } from '../../math/modular.ts';
import { clockVotes, residueTurn } from '../explainers/clock-algorithm/geometry.ts';
import type { ClockAlgorithmData } from '../explainers/clock-algorithm-figure.ts';
import { sumText } from '../explainers/clock-face/wording.ts';
import type { ClockFaceData } from '../explainers/clock-face-figure.ts';
import type { GradientsData } from '../explainers/gradients/data.ts';
import { cosineBetween, logitGradients } from '../explainers/gradients/logits.ts';
import { gradientsSummary } from '../explainers/gradients/wording.ts';
import type { PizzaAlgorithmData } from '../explainers/pizza-algorithm/data.ts';
import { halfAngle } from '../explainers/pizza-algorithm/geometry.ts';
import { signedLength, votes } from '../explainers/pizza-algorithm/votes.ts';
import {
  formulaText,
  sumText as pizzaSum,
  pizzaText,
} from '../explainers/pizza-algorithm/wording.ts';
import { placeOf } from '../pair/geometry.ts';
import type { FigureTable } from './table.ts';
import { decimals, degrees } from './table.ts';
import { words } from './words.ts';

/** Hands of the Clock, and its folded votes. */
export function clockTables({ p, k, a, b }: ClockAlgorithmData): readonly FigureTable[] {
  const answer = modulo(a + b, p);
  const turn = modulo(residueTurn(k, a, p) + residueTurn(k, b, p), 1);
  const row = (name: string, residue: number) => [
    name,
    residue,
    degrees(residueAngle(k, residue, p)),
  ];
  return [
    {
      caption: words('clock', { k, p }),
      columns: [words('hand'), words('residue'), words('angleDegrees')],
      rows: [row('a', a), row('b', b), row('a + b', answer)],
    },
    votesTable(clockVotes(k, p, turn), 'cos w(a + b − c)', answer),
  ];
}

/** Both points, the point halfway, and the folded votes. */
export function pizzaTables(data: PizzaAlgorithmData): readonly FigureTable[] {
  const { p, k, a, b } = data;
  const signed = signedLength(data);
  const direction = halfAngle(k, a + b, p) + (signed < 0 ? Math.PI : 0);
  return [
    {
      caption: words('pizza', { k, sum: pizzaSum(data) }),
      columns: [words('point'), words('residue'), words('angleDegrees'), words('distanceRadii')],
      rows: [
        ['a', a, degrees(residueAngle(k, a, p)), decimals(1, 2)],
        ['b', b, degrees(residueAngle(k, b, p)), decimals(1, 2)],
        [words('midpoint'), '', degrees(direction), decimals(Math.abs(signed), 2)],
      ],
      note: pizzaText(data),
    },
    votesTable(votes(data), formulaText(data), modulo(a + b, p)),
  ];
}

function votesTable(all: Float64Array, formula: string, answer: number): FigureTable {
  return {
    caption: words('votes', { last: all.length - 1, formula }),
    columns: [words('answer'), words('vote')],
    get rows() {
      return Array.from(all, (vote, c) => [c, decimals(vote, 3)]);
    },
    current: answer,
    isFolded: true,
  };
}

/** What is added on a clock's face. */
export function clockFaceTables({ hours, a, b }: ClockFaceData): readonly FigureTable[] {
  const row = (name: string, hour: number) => [
    name,
    hour,
    degrees((2 * Math.PI * modulo(hour, hours)) / hours),
  ];
  return [
    {
      caption: sumText(hours, a, b),
      columns: [words('hand'), words('hour'), words('clockwiseDegrees')],
      rows: [row('a', a), row('b', b), row('a + b', modulo(a + b, hours))],
    },
  ];
}

/** The arrows at both inputs. */
export function gradientsTables(data: GradientsData): readonly FigureTable[] {
  const { p, k, algorithm } = data;
  const angle = (name: 'a' | 'b' | 'c') => residueAngle(k, data[name], p);
  const [a, b] = [
    placeOf({ angle: angle('a'), radius: 1 }),
    placeOf({ angle: angle('b'), radius: 1 }),
  ];
  const arrows = logitGradients(algorithm, a, b, angle('c'));
  const row = (name: 'a' | 'b') => {
    const { x, y } = arrows[name];
    const length = Math.hypot(x, y);
    const direction = length < 1e-6 ? '' : degrees(Math.atan2(y, x));
    return [name, data[name], degrees(angle(name)), direction, decimals(length, 2)];
  };
  return [
    {
      caption: gradientsSummary(data, cosineBetween(arrows.a, arrows.b)),
      columns: [
        words('point'),
        words('residue'),
        words('angleDegrees'),
        words('arrowDegrees'),
        words('arrowLength'),
      ],
      rows: [row('a'), row('b'), ['c', data.c, degrees(angle('c')), '', '']],
    },
  ];
}
