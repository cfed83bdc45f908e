/** Name of the page, what it is about, and the switch between light and dark. */
import { usePage, usePageState } from './hooks/page.ts';

const themes = ['auto', 'light', 'dark'] as const;
const themeLabels = { auto: 'Theme: automatic', light: 'Theme: light', dark: 'Theme: dark' };

const views = [
  { view: 'story', label: 'The story', short: 'Story', title: 'What it is all about' },
  { view: 'lab', label: 'Watch it learn', short: 'Learn', title: 'A run while it trains' },
  { view: 'inside', label: 'Look inside', short: 'Inside', title: 'One network, circle by circle' },
  {
    view: 'map',
    label: 'Map many',
    short: 'Map',
    title: 'Many runs: which algorithm emerges when',
  },
] as const;

/** Header of the page. */
export function PageHeader() {
  const { store } = usePage();
  const theme = usePageState((state) => state.page.theme);
  const view = usePageState((state) => state.page.view);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <header className="page-header">
      <h1>The Clock and the Pizza</h1>
      <p>how a small network learns to add</p>
      <nav className="view-switch" aria-label="Views">
        {views.map(({ view: name, label, short, title }) => (
          <button
            key={name}
            type="button"
            aria-current={view === name ? 'page' : undefined}
            title={title}
            aria-label={label}
            onClick={() => store.setState(({ page }) => ({ page: { ...page, view: name } }))}
          >
            <span className="view-label">{label}</span>
            <span className="view-label-short" aria-hidden="true">
              {short}
            </span>
          </button>
        ))}
      </nav>
      <button
        type="button"
        className="quiet-button"
        onClick={() => store.setState(({ page }) => ({ page: { ...page, theme: next } }))}
      >
        {themeLabels[theme]}
      </button>
    </header>
  );
}
