/** The words of the "Look inside" view, for readers who meet them for the first time. */
import english from '../../messages/en/ui/inside/glossary.json';
import { createWords } from '../../messages/words.ts';
import { WordList } from '../WordList.tsx';

const words = createWords('ui/inside/glossary', english);

const explained = [
  ['embedding', 'embeddingText'],
  ['circle', 'circleText'],
  ['logit', 'logitText'],
  ['symmetricity', 'symmetricityText'],
  ['irrelevance', 'irrelevanceText'],
  ['explains', 'explainsText'],
  ['helper', 'helperText'],
  ['neuron', 'neuronText'],
  ['phase', 'phaseText'],
  ['models', 'modelsText'],
] as const;

/** A folded list. */
export function Glossary() {
  return (
    <details className="card glossary">
      <summary>{words('title')}</summary>
      <WordList words={explained.map(([word, meaning]) => [words(word), words(meaning)])} />
    </details>
  );
}
