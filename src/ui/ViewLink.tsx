/** A link to another view of the page, which stays as it is: no run is lost. */
import { type ReactNode, useContext } from 'react';
import type { PageSettings } from '../state/url.ts';
import { PageContext } from './hooks/page.ts';

/** Opened in a new tab it is an address like any other. */
export function ViewLink(props: {
  readonly view: PageSettings['view'];
  readonly children: ReactNode;
}) {
  const { view, children } = props;
  // Where there is no page around it, for example in a text that is only printed, it is a plain link.
  const page = useContext(PageContext);
  return (
    <a
      href={`?view=${view}`}
      onClick={(event) => {
        if (page === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        page.store.setState(({ page: settings }) => ({ page: { ...settings, view } }));
        window.scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
