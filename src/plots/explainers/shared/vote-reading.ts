/** Reading the bars of a row of votes one by one, by pointer or keyboard. */

import english from '../../../messages/en/plots/explainers/votes.json';
import { formatDecimals } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import { createSvg } from '../../inside/elements.ts';
import { afterKey, listenToWalk } from '../../inside/walk.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { createValueReadout } from '../../value-readout.ts';

const words = createWords('plots/explainers/votes', english);

/** Where the bars stand, in pixels of their drawing. */
export interface VoteBarsPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is read. */
export interface ReadVotes {
  /** One for each answer from 0 on; none while there is nothing. */
  readonly votes: ArrayLike<number>;
  /** Where the keyboard starts. */
  readonly answer: number;
  readonly place: VoteBarsPlace;
  readonly colour: (c: number) => string;
}

export interface VoteReading {
  /** Marks the bar that is read, and says it. */
  draw(shown: ReadVotes): void;
  destroy(): void;
}

/**
 * @param drawing holds the bars; it becomes focusable
 * @param figure the figure's outermost element, in which the values are shown
 * @param request asks for a drawing
 */
export function createVoteReading(
  drawing: SVGSVGElement,
  figure: HTMLElement,
  request: () => void,
): VoteReading {
  const cursor = createSvg('line', { class: 'explainer-vote-cursor' });
  cursor.style.display = 'none';
  drawing.append(cursor);
  drawing.setAttribute('tabindex', '0');
  drawing.setAttribute('aria-description', words('walking'));
  const readout = createValueReadout(figure);
  let shown: ReadVotes | undefined;
  let current: number | undefined;
  let isByKeyboard = false;

  const answers = () => Array.from({ length: shown?.votes.length ?? 0 }, (_, c) => c);
  const middle = ({ place: { left, right }, votes }: ReadVotes, c: number) =>
    left + ((c + 0.5) * (right - left)) / votes.length;
  const stopListening = listenToWalk(drawing, {
    current: () => current,
    start: () => shown?.answer,
    at(x) {
      if (!shown) return undefined;
      const { left, right } = shown.place;
      const c = Math.floor(((x - left) / (right - left)) * shown.votes.length);
      return c >= 0 && c < shown.votes.length ? c : undefined;
    },
    afterKey: (key) => afterKey(answers(), current, key, shown?.answer),
    change(next, byKeyboard) {
      if (next === current) return;
      current = next;
      isByKeyboard = byKeyboard;
      request();
    },
  });

  return {
    draw(next) {
      shown = next;
      const vote = current === undefined ? undefined : next.votes[current];
      cursor.style.display = vote === undefined ? 'none' : '';
      if (current === undefined || vote === undefined) {
        readout.hide();
        return;
      }
      const x = middle(next, current);
      setPixels(cursor, { x1: x, x2: x, y1: next.place.top, y2: next.place.bottom });
      const text = words('reading', {
        c: current,
        // Never a negative zero.
        vote: formatDecimals(Number(vote.toFixed(2)) || 0, 2),
      });
      const [box, outer] = [drawing.getBoundingClientRect(), figure.getBoundingClientRect()];
      readout.show(
        [text],
        { x: box.left - outer.left + x, y: box.top - outer.top + next.place.top, clearance: 4 },
        next.colour(current),
      );
      if (isByKeyboard) readout.announce(text);
    },
    destroy() {
      stopListening();
      readout.destroy();
    },
  };
}
