/** How figures get into the places people write in, as far as each of them allows it. */
import english from '../../messages/en/ui/share/places-part.json';
import { createWords } from '../../messages/words.ts';
import {
  type EmbedWish,
  elementSnippet,
  embedAddress,
  iframeSnippet,
  markdownSnippet,
} from './snippets.ts';

/** What is said about them. */
export const words = createWords('ui/share/places-part', english);

/** A place to write in. */
export interface WritingPlace {
  readonly name: string;
  /** What to do there, in a sentence or two. */
  readonly advice: string;
  /** What to paste. */
  readonly snippet: (wish: EmbedWish, height: number) => string;
}

/** All of them, those that allow most first. */
export const writingPlaces: readonly WritingPlace[] = [
  {
    get name() {
      return words('ownPage');
    },
    get advice() {
      return words('ownPageAdvice');
    },
    snippet: elementSnippet,
  },
  {
    get name() {
      return words('markdown');
    },
    get advice() {
      return words('markdownAdvice');
    },
    snippet: elementSnippet,
  },
  {
    name: 'Hugo',
    get advice() {
      return words('hugoAdvice', { shortcode: '{{< clock-pizza >}}' });
    },
    snippet: elementSnippet,
  },
  {
    name: 'Ghost',
    get advice() {
      return words('ghostAdvice');
    },
    snippet: elementSnippet,
  },
  {
    name: 'WordPress',
    get advice() {
      return words('wordpressAdvice');
    },
    snippet: iframeSnippet,
  },
  {
    name: 'Observable',
    get advice() {
      return words('observableAdvice');
    },
    snippet: iframeSnippet,
  },
  {
    name: 'Notion',
    get advice() {
      return words('notionAdvice');
    },
    snippet: (wish) => embedAddress(wish),
  },
  {
    name: 'Substack, Medium, GitHub',
    get advice() {
      return words('substackAdvice');
    },
    snippet: markdownSnippet,
  },
];
