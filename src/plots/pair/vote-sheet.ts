/**
 * All votes on one pair, ready to be drawn. While new logits are being computed the last ones stay,
 * marked as stale, so that nothing blinks while a hand is dragged.
 */

import { modulo } from '../../math/modular.ts';
import type { Domain } from '../heatmap/domain.ts';
import type { PairData, PairVerdict } from './data.ts';
import { centredVotes, commonDomain, favourites } from './votes.ts';
import { words } from './words.ts';

/** The votes of one circle, of their sum, or of the whole network. */
export interface VoteRow {
  readonly name: string;
  /** Mean 0, length p; the last pair's while stale; undefined when there never were any. */
  readonly votes: Float32Array | undefined;
  /** The answers with the largest vote; none while they are not known for this pair. */
  readonly favourites: readonly number[];
  readonly isStale: boolean;
}

export interface CircleVotes extends VoteRow {
  readonly verdict: PairVerdict;
  readonly isKept: boolean;
}

export interface VoteSheet {
  readonly p: number;
  /** a + b mod p. */
  readonly right: number;
  readonly circles: readonly CircleVotes[];
  readonly sum: VoteRow;
  readonly full: VoteRow;
  readonly circleDomain: Domain;
  readonly totalDomain: Domain;
}

/** @returns a function from data to its sheet, which remembers the last votes */
export function createVoteSheets(): (data: PairData) => VoteSheet {
  const last = new Map<string, { logits: Float32Array; votes: Float32Array }>();
  let lastModulus: number | undefined;

  function row(name: string, key: string, logits: Float32Array | null): VoteRow {
    const known = last.get(key);
    if (!logits) {
      return { name, votes: known?.votes, favourites: [], isStale: true };
    }
    const votes = known?.logits === logits ? known.votes : centredVotes(logits);
    last.set(key, { logits, votes });
    return { name, votes, favourites: favourites(votes), isStale: false };
  }

  return (data) => {
    const { p, a, b, kept } = data;
    if (lastModulus !== p) last.clear();
    lastModulus = p;
    const circles = data.circles.map((circle) => {
      const isKept = kept.includes(circle.k);
      return {
        ...row(words('circle', { k: circle.k }), String(circle.k), circle.logits),
        verdict: circle.verdict,
        isKept,
      };
    });
    const sum = row(words('sum'), 'sum', data.sum);
    const full = row(words('network'), 'full', data.full);
    const present = (rows: readonly VoteRow[]) =>
      rows.flatMap(({ votes }) => (votes ? [votes] : []));
    return {
      p,
      right: modulo(a + b, p),
      circles,
      sum,
      full,
      circleDomain: commonDomain(present(circles)),
      totalDomain: commonDomain(present([sum, full])),
    };
  };
}
