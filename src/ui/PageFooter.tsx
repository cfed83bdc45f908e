/** Where the page's science comes from, and the way to the benchmark. */
import type { ReactNode } from 'react';
import english from '../messages/en/ui/page-footer.json';
import { createWords } from '../messages/words.ts';
import { AboutButton } from './about/AboutButton.tsx';
import { usePage } from './hooks/page.ts';
import { Phrase } from './Phrase.tsx';
import { ShareButton } from './share/ShareButton.tsx';

const words = createWords('ui/page-footer', english);

function Paper({ children }: { readonly children?: ReactNode }) {
  return <a href="https://arxiv.org/abs/2306.17844">{children}</a>;
}

/** Footer of the page. */
export function PageFooter() {
  const { store } = usePage();
  return (
    <footer className="page-footer">
      <p>
        <Phrase of={words} say="after" parts={{ paper: <Paper /> }} />{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => store.setState(({ page }) => ({ page: { ...page, view: 'bench' } }))}
        >
          {words('bench')}
        </button>{' '}
        <ShareButton about="cite" /> <AboutButton label={words('about')} />
      </p>
    </footer>
  );
}
