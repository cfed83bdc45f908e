/** What stands in a frame before its figure: a picture, and nothing heavy until somebody can see it. */
import { posterPath, posterSize } from '../../embed/poster.ts';
import { chooseLanguage, type LanguageTag } from '../../messages/languages.ts';
import { readBehaviour } from '../../state/embedding/behaviour.ts';

/** Said before there are message files: whoever never comes near the figure need not load any. */
const isLoading: Readonly<Record<LanguageTag, string>> = {
  en: 'The figure is loading',
  'zh-Hans': '图正在加载',
};

/** Draws a figure. @param onReady told when there is something to see */
export type ShowFigure = (host: HTMLElement, onReady: () => void) => Promise<void>;

/**
 * Shows the poster, and in its place the figure as soon as the frame is in view.
 *
 * @param load gets the code of the figure
 */
export function showFigureWhenSeen(
  host: HTMLElement,
  query: URLSearchParams,
  load: () => Promise<ShowFigure>,
): void {
  const { poster } = readBehaviour(query.toString());
  const theme = query.get('theme') ?? 'auto';
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  // The sheet with the colours comes with the figure.
  document.body.style.cssText = `margin: 0; background: ${isDark ? '#1d1c22' : '#ffffff'}`;
  const place = document.createElement('div');
  place.style.cssText = 'position: absolute; inset: 0 0 auto; visibility: hidden';
  host.append(place);
  // Of an element without a height nobody can tell whether it is seen.
  host.style.minHeight = '100vh';
  const picture = poster ? posterOf(query, isDark) : undefined;
  if (picture !== undefined) host.prepend(picture);

  let isAsked = false;
  const show = async () => {
    if (isAsked) return;
    isAsked = true;
    observer.disconnect();
    const showFigure = await load();
    await showFigure(place, () => {
      picture?.remove();
      place.style.cssText = '';
      host.style.minHeight = '';
      document.body.style.cssText = '';
    });
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void show();
  });
  observer.observe(host);
  host.addEventListener('pointerdown', show, { once: true });
}

function posterOf(query: URLSearchParams, isDark: boolean): HTMLImageElement {
  const picture = document.createElement('img');
  const language = chooseLanguage([query.get('lang') ?? '', ...navigator.languages]);
  picture.alt = isLoading[language];
  picture.lang = language;
  Object.assign(picture, posterSize);
  picture.style.cssText = 'display: block; width: 100%; height: auto';
  // A picture that is not there shows nothing, not a broken frame.
  picture.addEventListener('error', () => picture.style.setProperty('visibility', 'hidden'));
  const figure = query.get('embed') || 'circles';
  picture.src = posterPath(figure, query.get('run') ?? '', isDark ? 'dark' : 'light');
  return picture;
}
