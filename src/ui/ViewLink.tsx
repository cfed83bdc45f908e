/** A link to another view of the page, which stays as it is: no run is lost. */
import type { ReactNode } from 'react';
import type { PageSettings } from '../state/url.ts';
import { usePage } from './hooks/page.ts';

/** Opened in a new tab it is an address like any other. */
export function ViewLink(props: {
  readonly view: PageSettings['view'];
  readonly children: ReactNode;
}) {
  const { view, children } = props;
  const { store } = usePage();
  return (
    <a
      href={`?view=${view}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        store.setState(({ page }) => ({ page: { ...page, view } }));
        window.scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
