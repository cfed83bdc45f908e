/** Light or dark, as the visitor chose or the system says. */
import type { PageStore } from '../state/store.ts';

/** Marks the document with the theme in force, now and whenever it changes. */
export function followTheme(store: PageStore): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  // Colours that the system forces on the page are light or dark by themselves; pictures must fit them.
  const forced = window.matchMedia('(forced-colors: active)');
  const apply = () => {
    const { theme } = store.getState().page;
    const follows = theme === 'auto' || forced.matches;
    const dark = follows ? system.matches : theme === 'dark';
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
  forced.addEventListener('change', apply);
  store.subscribe((state, previous) => {
    if (state.page.theme !== previous.page.theme) apply();
  });
}
