/** What an author pastes into a page to embed a figure. */
import { posterPath } from '../../embed/poster.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';

/** A figure as an author wants it. */
export interface EmbedWish {
  /** Folder the page lies in; ends with a slash. */
  readonly base: string;
  readonly name: FigureName;
  readonly title: string;
  /** Settings by their names in the address, only those that are not usual. */
  readonly settings: Readonly<Record<string, string>>;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly controls: boolean;
  readonly autoplay: boolean;
}

/** Address of the frame. */
export function embedAddress(wish: EmbedWish): string {
  const parameters = new URLSearchParams({ embed: wish.name, ...wish.settings });
  if (wish.theme !== 'auto') parameters.set('theme', wish.theme);
  if (!wish.controls) parameters.set('controls', '0');
  if (wish.autoplay) parameters.set('autoplay', '1');
  return `${wish.base}?${readable(parameters)}`;
}

/** Address of the page that shows the same. */
export function pageAddress({ base, name, settings }: EmbedWish): string {
  const { subject, chapter } = embeddedFigure(name);
  // Ideas are those of the story, the page's front door.
  if (subject === 'idea') return chapter === undefined ? `${base}?view=lab` : `${base}#${chapter}`;
  const query = readable(new URLSearchParams({ ...viewOf[subject], ...settings }));
  return `${base}?${query || 'view=lab'}`;
}

/** Views of the figures that are not in the lab, which any setting opens. */
const viewOf = {
  run: {},
  view: {},
  network: { view: 'inside' },
  map: { view: 'map' },
} as const;

/** Commas and colons may stand in a query as they are. */
function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The element with its script; inside it what is shown without scripts. */
export function elementSnippet(wish: EmbedWish): string {
  const { base, name, settings, theme, controls, autoplay } = wish;
  const attributes = { figure: name, ...settings, ...(theme === 'auto' ? {} : { theme }) };
  const written = [
    ...Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`),
    controls ? '' : ' controls="0"',
    autoplay ? ' autoplay' : '',
  ].join('');
  return [
    `<clock-pizza${written}>`,
    `  ${pictureLink(wish)}`,
    '</clock-pizza>',
    `<script async src="${escapeText(base)}clock-pizza.js"></script>`,
  ].join('\n');
}

/** @param height of the figure at the width of the preview, pixels */
export function iframeSnippet(wish: EmbedWish, height: number): string {
  const title = `The Clock and the Pizza: ${wish.title}`;
  return [
    `<iframe src="${escapeText(embedAddress(wish))}"`,
    `  title="${escapeText(title)}" width="100%" height="${height}" loading="lazy"`,
    '  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"',
    '  frameborder="0"></iframe>',
  ].join('\n');
}

/** A picture that leads to the figure, for places that allow neither scripts nor frames. */
export function markdownSnippet(wish: EmbedWish): string {
  const label = wish.title.replace(/[[\]\\]/g, '\\$&');
  return `[![${label}, live](${posterAddress(wish)})](${pageAddress(wish)})`;
}

function pictureLink(wish: EmbedWish): string {
  const alt = `${wish.title} (The Clock and the Pizza)`;
  return `<a href="${escapeText(pageAddress(wish))}"><img src="${escapeText(posterAddress(wish))}" width="100%" loading="lazy" alt="${escapeText(alt)}"></a>`;
}

function posterAddress({ base, name, settings, theme }: EmbedWish): string {
  return base + posterPath(name, settings.run ?? '', theme === 'dark' ? 'dark' : 'light');
}

/** Text for the inside of an attribute. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
