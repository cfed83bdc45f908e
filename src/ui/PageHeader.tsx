/** Name of the page, what it is about, and the switch between light and dark. */
import { useEffect } from 'react';
import english from '../messages/en/ui/page-header.json';
import { createWords } from '../messages/words.ts';
import { usePage, usePageState } from './hooks/page.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

const words = createWords('ui/page-header', english);

const themes = ['auto', 'light', 'dark'] as const;
const themeLabels = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;

const views = ['story', 'lab', 'inside', 'map'] as const;

/** Header of the page. */
export function PageHeader() {
  const { store } = usePage();
  const theme = usePageState((state) => state.page.theme);
  const view = usePageState((state) => state.page.view);
  useEffect(() => {
    document.title = words('title');
  }, []);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <header className="page-header">
      <h1>{words('title')}</h1>
      <p>{words('subtitle')}</p>
      <nav className="view-switch" aria-label={words('views')}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={view === name ? 'page' : undefined}
            title={words(`${name}Title`)}
            aria-label={words(name)}
            onClick={() => store.setState(({ page }) => ({ page: { ...page, view: name } }))}
          >
            <span className="view-label">{words(name)}</span>
            <span className="view-label-short" aria-hidden="true">
              {words(`${name}Short`)}
            </span>
          </button>
        ))}
      </nav>
      <LanguageSwitch />
      <button
        type="button"
        className="quiet-button"
        aria-label={words(themeLabels[theme])}
        onClick={() => store.setState(({ page }) => ({ page: { ...page, theme: next } }))}
      >
        <span className="view-label">{words(themeLabels[theme])}</span>
        <span className="view-label-short" aria-hidden="true">
          {words(`${themeLabels[theme]}Short`)}
        </span>
      </button>
    </header>
  );
}
