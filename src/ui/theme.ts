/** Light or dark, as the visitor chose or the system says. */
import type { PageStore } from '../state/store.ts';

/** Marks the document with the theme in force, now and whenever it changes. */
export function followTheme(store: PageStore): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme } = store.getState().page;
    const dark = theme === 'dark' || (theme === 'auto' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
  store.subscribe((state, previous) => {
    if (state.page.theme !== previous.page.theme) apply();
  });
}
