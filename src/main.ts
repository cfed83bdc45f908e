/** Entry of the page: loads all of it, or only one figure where another page embeds that. */
import { trustWorkerScripts } from './trust/worker-scripts.ts';
import { showFigureWhenSeen } from './ui/embedding/poster.ts';

trustWorkerScripts();
const query = new URLSearchParams(window.location.search);
const host = document.getElementById('page');
if (host === null) throw new Error('The page has no element to draw in.');
if (query.has('embed')) {
  showFigureWhenSeen(host, query, async () => (await import('./embedded.tsx')).showEmbedded);
} else {
  void import('./page.tsx').then(({ showPage }) => showPage(host));
}
