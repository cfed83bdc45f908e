/** A link to a chapter of the story, which leaves the run and its settings as they are. */
import { useContext } from 'react';
import { type ChapterId, chapterInWords, chapterNumber, goToChapter } from './chapters.ts';
import { PageContext } from './hooks/page.ts';
import { shortQuery } from './share/shown-settings.ts';

/** Opened in a new tab it is an address like any other. @param short only the chapter's number is seen */
export function ChapterLink(props: { readonly id: ChapterId; readonly short?: boolean }) {
  const { id, short = false } = props;
  const page = useContext(PageContext);
  const query = new URLSearchParams(page === undefined ? '' : shortQuery(page.store.getState()));
  query.set('view', 'story');
  // A frame of another page has no story in it.
  const isGuest = page !== undefined && page.store.getState().page.embed !== '';
  return (
    <a
      className="chapter-link"
      href={`?${query}#${id}`}
      aria-label={short ? chapterInWords(id) : undefined}
      {...(isGuest ? { target: '_blank', rel: 'noopener' } : {})}
      onClick={(event) => {
        const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
        if (page === undefined || isGuest || isElsewhere) return;
        event.preventDefault();
        goToChapter(page.store, id);
      }}
    >
      {short ? chapterNumber(id) : chapterInWords(id)}
    </a>
  );
}
