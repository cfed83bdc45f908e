/** Goes where an address points that was found in a file. */
import { decodeAddress } from '../../state/url.ts';
import type { Page } from '../hooks/page.ts';
import { openAddressed } from '../open-addressed.ts';

/** Shows what a query string says, as if the page had been opened with it; nothing trains by itself. */
export async function goToAddress(page: Page, query: string): Promise<void> {
  const { store } = page;
  const { configuration, page: settings, problems } = decodeAddress(query);
  const { theme } = store.getState().page;
  store.setState(({ notices }) => ({
    configuration,
    page: { ...settings, theme, embed: '', autorun: false },
    notices: [...notices, ...problems],
  }));
  await openAddressed(page);
}
