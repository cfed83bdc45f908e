/** Whether the page around an embed is light or dark there, whatever way it chose to be. */

/** Time a page may take to fade from one theme to the other, milliseconds. */
const fading = 400;

/**
 * Light or dark by the nearest ground an element stands on, else by what the page says of its colour
 * scheme; `auto` where it leaves that to the system.
 */
export function hostTheme(element: Element): 'auto' | 'light' | 'dark' {
  for (let at: Element | null = element.parentElement; at !== null; at = parentOf(at)) {
    const lightness = lightnessOf(getComputedStyle(at).backgroundColor);
    if (lightness !== undefined) return lightness < 0.5 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(element).colorScheme;
  const [light, dark] = [/light/.test(scheme), /dark/.test(scheme)];
  if (light && dark) return 'auto';
  return dark ? 'dark' : 'light';
}

/** Calls back when the page may have changed its theme. @returns a function that ends it */
export function watchHostTheme(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    onChange();
    clearTimeout(timer);
    timer = setTimeout(onChange, fading);
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  observer.observe(document.body, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}

/** Out of a shadow tree the way goes on at its host. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** 0 to 1; undefined for a colour one looks through, or in a notation that is not known. */
function lightnessOf(colour: string): number | undefined {
  const [kind = '', inside = ''] = colour.split(/[()]/);
  const parts = inside.split(/[\s,/]+/).map((part) => parseFloat(part));
  const opacity = parts[3] ?? 1;
  if (!(opacity > 0.5)) return undefined;
  const [first = Number.NaN, second = 0, third = 0] = parts;
  if (kind.startsWith('rgb')) return (0.3 * first + 0.59 * second + 0.11 * third) / 255;
  if (kind.startsWith('ok')) return first;
  if (kind.startsWith('la') || kind.startsWith('lc')) return first / 100;
  return undefined;
}
