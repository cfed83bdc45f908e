/** What the "Look inside" view will show, before there is a network to look into. */

import english from '../../messages/en/ui/inside/empty-inside.json';
import { createWords } from '../../messages/words.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/inside/empty-inside', english);

const promises = [
  ['circlesTitle', 'circlesText'],
  ['sumTitle', 'sumText'],
  ['neuronsTitle', 'neuronsText'],
] as const;

/** Three promises and a way to begin. */
export function EmptyInside() {
  const { store, controller } = usePage();
  const empty = useInspection(({ subject }) => subject === undefined);
  const idle = usePageState(({ status }) => status === 'idle');
  if (!empty) return null;
  return (
    <section className="card empty-inside" aria-label={words('label')}>
      {promises.map(([title, text]) => (
        <article key={title}>
          <h3>{words(title)}</h3>
          <p>{words(text)}</p>
        </article>
      ))}
      {idle && (
        <button
          type="button"
          className="primary-button"
          onClick={() => {
            store.setState(({ page }) => ({ page: { ...page, view: 'lab' } }));
            void controller.train();
          }}
        >
          {words('train')}
        </button>
      )}
    </section>
  );
}
