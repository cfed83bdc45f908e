/** The words of the "Look inside" view, for readers who meet them for the first time. */
import { type ExplainedWord, WordList } from '../WordList.tsx';

const words: readonly ExplainedWord[] = [
  ['Embedding', 'The list of numbers by which the network knows each of the p tokens.'],
  [
    'Circle, frequency k',
    'A plane of the embedding in which the tokens lie around a circle: one more turns by k/p of it. Its power is how much of the embedding it holds.',
  ],
  [
    'Logit',
    'The network’s vote for one answer c; the largest wins. The correct logit is that of a + b.',
  ],
  [
    'Gradient symmetricity, GS',
    'Do a and b push the votes in the same direction? 1 is the same always. Up to 0.98 it may be a Clock; above, GS only rules a Clock out, and q decides.',
  ],
  [
    'Distance irrelevance, q',
    'How little the correct logit depends on a − b: near 0 in a Pizza, near 1 in a Clock.',
  ],
  [
    'Explains, FVE',
    'Fraction of variance explained: how much of the votes a formula describes, 2ρ − 1 with their correlation ρ. 100 % is all, 0 is ρ = ½, −100 % is no correlation at all. A circle that no formula fits above 0 is called neither.',
  ],
  [
    'Helper',
    'An “accompanying” circle: where a and b are half a turn apart a Pizza’s midpoint is at the centre and says nothing; a circle of twice the frequency fills that gap.',
  ],
  [
    'Neuron, bend',
    'A unit of the hidden layer adds up what it hears, then bends it: below zero it stays silent (ReLU).',
  ],
  [
    'Phase φ; disc, torus',
    'Where on the circle a neuron listens best, for a (φL) and for b (φR). Equal phases: the neurons see a and b on one disc. Independent: on a torus, as two separate hands.',
  ],
  [
    'Model A, Model B',
    'The paper’s examples: constant attention (a Pizza), free attention (a Clock).',
  ],
];

/** A folded list. */
export function Glossary() {
  return (
    <details className="card glossary">
      <summary>Words used here</summary>
      <WordList words={words} />
    </details>
  );
}
