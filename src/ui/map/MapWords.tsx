/** The words of the map, for readers who come here first. */
import english from '../../messages/en/ui/map/map-words.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../Phrase.tsx';
import { ViewLink } from '../ViewLink.tsx';
import { WordList } from '../WordList.tsx';

const words = createWords('ui/map/map-words', english);

const explained = [
  ['algorithms', 'algorithmsText'],
  ['attention', 'attentionText'],
  ['symmetricity', 'symmetricityText'],
  ['irrelevance', 'irrelevanceText'],
  ['circular', 'circularText'],
  ['accuracy', 'accuracyText'],
] as const;

/** A folded list. */
export function MapWords() {
  return (
    <details className="map-words">
      <summary>{words('title')}</summary>
      <WordList words={explained.map(([word, meaning]) => [words(word), words(meaning)])} />
      <p>
        <Phrase of={words} say="story" parts={{ link: <ViewLink view="story">#</ViewLink> }} />
      </p>
    </details>
  );
}
