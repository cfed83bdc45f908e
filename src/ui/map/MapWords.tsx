/** The words of the map, for readers who come here first. */
import { ViewLink } from '../ViewLink.tsx';
import { type ExplainedWord, WordList } from '../WordList.tsx';

const words: readonly ExplainedWord[] = [
  [
    'Pizza, Clock',
    'Two ways in which a network can add on a circle: averaging two points (Pizza), or turning one hand by the other (Clock).',
  ],
  [
    'Attention rate α',
    'How much attention decides which of the two numbers counts: 0 both alike, 1 attention alone.',
  ],
  [
    'Gradient symmetricity, GS',
    'Do both numbers push the answers in the same direction? Above 0.98 the network is no Clock. The axis is stretched near 1, where Pizzas are.',
  ],
  [
    'Distance irrelevance, q',
    'How little the strength of the right answer depends on the distance of the two numbers: below 0.6 a Pizza. The authors’ table has a second form of it, measured on the strongest wrong answer.',
  ],
  [
    'Circular, round plane',
    'Whether the network keeps its numbers on circles: the paper asks for a circularity of 0.995 of the strongest directions; we also look whether a plane of one frequency is round.',
  ],
  [
    '100 % accuracy',
    'Only networks that answer every pair right are compared, as in the paper. The others are greyed.',
  ],
];

/** A folded list. */
export function MapWords() {
  return (
    <details className="map-words">
      <summary>Words used here</summary>
      <WordList words={words} />
      <p>
        <ViewLink view="story">The story</ViewLink> explains them one after the other, in chapters 7
        and 8.
      </p>
    </details>
  );
}
