/** Where circle and votes stand, by the width of the figure. Pixels. */

import type { Dial } from '../shared/dial.ts';
import { planeDial } from '../shared/dial.ts';

/** The circle in its own drawing. */
export interface RingLayout {
  readonly width: number;
  readonly height: number;
  readonly dial: Dial;
  /** Radius on which the residues stand. */
  readonly radius: number;
}

/** The votes in their own drawing. */
export interface VotesLayout {
  readonly width: number;
  readonly height: number;
  /** Left edge of c = 0's stripe and right edge of c = p − 1's. */
  readonly left: number;
  readonly right: number;
  /** Heights of the votes 1 and −1. */
  readonly top: number;
  readonly bottom: number;
}

export interface ClockLayout {
  readonly width: number;
  /** The votes stand beside the circle on wide figures, below it on narrow ones. */
  readonly isWide: boolean;
  readonly ring: RingLayout;
  readonly votes: VotesLayout;
}

const WIDE_FROM = 600;
const GAP = 12;
const LARGEST_RADIUS = 136;
/** Room for labels beside and above the circle. */
const ASIDE = 58;
const ABOVE = 28;
/** Room for the votes' name and the answer's, above them, and for the axis below. */
const HEAD = 58;
const FOOT = 40;
const GUTTER = 24;

/** @param width of the figure, from 280 px up */
export function clockLayout(width: number): ClockLayout {
  const isWide = width >= WIDE_FROM;
  const ringWidth = isWide ? Math.round(0.5 * (width - GAP)) : width;
  const radius = Math.min(LARGEST_RADIUS, ringWidth / 2 - ASIDE);
  const ringHeight = 2 * (radius + ABOVE);
  const votesWidth = isWide ? width - ringWidth - GAP : width;
  const votesHeight = isWide ? ringHeight : 208;
  return {
    width,
    isWide,
    ring: {
      width: ringWidth,
      height: ringHeight,
      dial: planeDial(ringWidth / 2, ringHeight / 2),
      radius,
    },
    votes: {
      width: votesWidth,
      height: votesHeight,
      left: GUTTER,
      right: votesWidth - 2,
      top: HEAD,
      bottom: votesHeight - FOOT,
    },
  };
}

/** Middle of an answer's stripe. */
export function answerX({ left, right }: VotesLayout, c: number, p: number): number {
  return left + ((c + 0.5) * (right - left)) / p;
}

/** Height of a vote, −1 … 1. */
export function voteY({ top, bottom }: VotesLayout, vote: number): number {
  return top + ((1 - vote) / 2) * (bottom - top);
}
