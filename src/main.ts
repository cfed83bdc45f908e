/** Entry of the page: loads all of it, or only one figure where another page embeds that. */
import { trustWorkerScripts } from './trust/worker-scripts.ts';
import { showFigureWhenSeen } from './ui/embedding/poster.ts';

trustWorkerScripts();
const query = new URLSearchParams(window.location.search);
const host = document.getElementById('page');
if (host === null) throw new Error('The page has no element to draw in.');
// Nothing is drawn before it can be said in the reader's language.
const speak = async (isGuest: boolean) =>
  (await import('./ui/language.ts')).startSpeaking(query, isGuest);
if (query.has('embed')) {
  showFigureWhenSeen(host, query, async () => {
    await speak(true);
    return (await import('./embedded.tsx')).showEmbedded;
  });
} else {
  void Promise.all([import('./page.tsx'), speak(false)]).then(([{ showPage }]) => showPage(host));
}
