/** Moving two hands of a dial: a slider at the end of each. */

import { createGrips, type GripPlace, type Grips } from '../../grips.ts';
import { residueAfterKey } from '../../pair/steps.ts';
import { wrapTurn } from './dial.ts';

/** One of the two inputs. */
export type HandName = 'a' | 'b';

/** The figure that the grips move. */
export interface DialRules {
  /** Number of residues; 0 while there is no data. */
  size(): number;
  /** The residue that a hand stands for now. */
  residue(hand: HandName): number;
  /** Direction of a place in the figure's pixels, in turns. */
  turnAt(place: GripPlace): number;
  /** Direction of a grip as it is drawn, in turns. */
  turnOf(hand: HandName): number;
  /** The residue for which the hand's grip is nearest to a direction in turns. */
  residueAt(hand: HandName, turn: number): number;
  /** Called with a residue that the hand does not have yet. */
  move(hand: HandName, residue: number): void;
}

export function createDialGrips(rules: DialRules): Grips<HandName> {
  return createGrips(['a', 'b'], 'explainer-grip', {
    isReady: () => rules.size() > 0,
    residue: rules.residue,
    follow(hand, grasped) {
      // Grasped beside its middle, a grip keeps that distance instead of jumping.
      const offset = rules.turnAt(grasped) - rules.turnOf(hand);
      return (place) => rules.residueAt(hand, wrapTurn(rules.turnAt(place) - offset));
    },
    // Residues in their own order: one is one more.
    afterKey: (hand, key) => residueAfterKey(rules.residue(hand), key, 1, rules.size()),
    move: rules.move,
  });
}
