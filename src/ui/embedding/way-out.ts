/** Parts of a figure lead to other views. In a frame those open in a tab of their own. */
import type { RunPage } from '../hooks/page.ts';
import { sharedQuery } from '../share/shared-address.ts';

/** Opens the page where a figure would go to another view, and stays with the figure. */
export function openViewsOutside({ store }: RunPage): void {
  store.subscribe((state, previous) => {
    const { view } = state.page;
    if (view === previous.page.view) return;
    window.open(`?${sharedQuery(state, { view })}`, '_blank', 'noopener');
    store.setState(({ page }) => ({ page: { ...page, view: previous.page.view } }));
  });
}

/** A file that is dropped on a figure must not take its place. */
export function refuseFiles(): void {
  for (const name of ['dragover', 'drop']) {
    window.addEventListener(name, (event) => event.preventDefault());
  }
}
