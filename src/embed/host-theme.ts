/** Whether the page around an embed is light or dark there, whatever way it chose to be. */

/** Time a page may take to fade from one theme to the other, milliseconds. */
const fading = 400;

/**
 * Light or dark by the nearest ground an element stands on; where that is a picture or a gradient, or
 * where there is none, by the letters, which are of the other kind. `auto` where the page leaves it to
 * the system.
 */
export function hostTheme(element: Element): 'auto' | 'light' | 'dark' {
  for (const at of ancestors(element)) {
    const { backgroundColor, backgroundImage, color } = getComputedStyle(at);
    const lightness = lightnessOf(backgroundColor);
    if (lightness !== undefined) return lightness < 0.5 ? 'dark' : 'light';
    if (backgroundImage !== 'none') return themeOfLetters(color);
  }
  const { colorScheme, color } = getComputedStyle(element);
  const followsSystem = /light/.test(colorScheme) && /dark/.test(colorScheme);
  return followsSystem ? 'auto' : themeOfLetters(color);
}

/**
 * Calls back when the page may have changed its theme, at most once a frame.
 *
 * @returns a function that ends it
 */
export function watchHostTheme(element: Element, onChange: () => void): () => void {
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      onChange();
    });
    clearTimeout(timer);
    timer = setTimeout(onChange, fading);
  };
  const observer = new MutationObserver(changed);
  for (const at of ancestors(element)) observer.observe(at, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}

/** From the element's parent up to the document's root; out of a shadow tree the way goes on at its host. */
function ancestors(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let at = parentOf(element); at !== null; at = parentOf(at)) all.push(at);
  return all;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function themeOfLetters(colour: string): 'light' | 'dark' {
  return (lightnessOf(colour) ?? 0) > 0.5 ? 'dark' : 'light';
}

/** 0 to 1; undefined for a colour one looks through, or in a notation that is not known. */
function lightnessOf(colour: string): number | undefined {
  const [notation = '', inside = ''] = colour.split(/[()]/);
  const words = inside.split(/[\s,/]+/);
  // color(srgb 0.1 0.1 0.1) names its space first and counts to 1.
  const isNamed = notation === 'color';
  const [first = Number.NaN, second = 0, third = 0, opacity = 1] = words
    .slice(isNamed ? 1 : 0)
    .map((word) => Number.parseFloat(word));
  if (!(opacity > 0.5)) return undefined;
  const luma = 0.3 * first + 0.59 * second + 0.11 * third;
  if (isNamed) return luma;
  if (notation.startsWith('rgb')) return luma / 255;
  if (notation.startsWith('ok')) return first;
  if (notation.startsWith('la') || notation.startsWith('lc')) return first / 100;
  return undefined;
}
