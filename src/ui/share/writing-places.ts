/** How figures get into the places people write in, as far as each of them allows it. */
import {
  type EmbedWish,
  elementSnippet,
  embedAddress,
  iframeSnippet,
  markdownSnippet,
} from './snippets.ts';

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
    name: 'Own web page',
    advice:
      'It goes where the figure is to stand. The script may stand on the page once for all figures. A plain frame is as light or dark as the reader’s system, whatever your page is.',
    snippet: elementSnippet,
  },
  {
    name: 'Markdown (Jekyll, Astro, Eleventy, Quarto)',
    advice: 'HTML may stand in Markdown: paste it with an empty line before and after.',
    snippet: elementSnippet,
  },
  {
    name: 'Hugo',
    advice:
      'Hugo drops HTML in Markdown unless markup.goldmark.renderer.unsafe is true. Better: save this as layouts/shortcodes/clock-pizza.html, and write {{< clock-pizza >}} in the post.',
    snippet: elementSnippet,
  },
  {
    name: 'Ghost',
    advice: 'Type /html in the editor and paste it into the HTML card.',
    snippet: elementSnippet,
  },
  {
    name: 'WordPress',
    advice:
      'Add a block “Custom HTML”. The plans of WordPress.com that allow no plugins take scripts and frames out again: there use the picture with its link.',
    snippet: iframeSnippet,
  },
  {
    name: 'Observable',
    advice: 'Paste it into an HTML cell of a notebook, or into a page of Observable Framework.',
    snippet: iframeSnippet,
  },
  {
    name: 'Notion',
    advice: 'Type /embed and paste this address. Drag the lower edge until all of it is seen.',
    snippet: (wish) => embedAddress(wish),
  },
  {
    name: 'Substack, Medium, GitHub',
    advice:
      'They allow neither scripts nor frames. This is a picture with a link, in Markdown; or upload a GIF from “Save the picture” and link it.',
    snippet: markdownSnippet,
  },
];
