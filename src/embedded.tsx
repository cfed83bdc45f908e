/** One figure, in the frame of another page. */
import { createRoot } from 'react-dom/client';
import { figuresOfRuns } from './embed/poster.ts';
import { prefersReducedMotion } from './plots/figure.ts';
import { createRunPage } from './run-wiring.ts';
import { readBehaviour } from './state/embedding/behaviour.ts';
import { embeddedFigure } from './state/embedding/figures.ts';
import { decodeAddress } from './state/url.ts';
import { EmbeddedPage } from './ui/embedding/EmbeddedPage.tsx';
import { connectHost } from './ui/embedding/host-bridge.ts';
import { pauseWhileUnseen } from './ui/embedding/unseen.ts';
import { openViewsOutside, refuseFiles } from './ui/embedding/way-out.ts';
import { PageContext } from './ui/hooks/page.ts';
import { openAddressed } from './ui/open-addressed.ts';
import { Speaking } from './ui/Speaking.tsx';
import { followTheme } from './ui/theme.ts';
import { createRecordingWorker } from './worker/recording-host.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/layout.css';
import './ui/styles/controls.css';
import './ui/styles/embed.css';
import './ui/styles/forced-colors.css';

/** The view of the page whose controllers look after a figure. */
const views = { run: 'lab', idea: 'lab', view: 'lab', network: 'inside', map: 'map' } as const;

/** A light recording is opened sooner than a worker could be started for it. */
const openHere = () => createRecordingWorker((...request) => fetch(...request));

/** Longest time the poster stays for a recording that does not come, milliseconds. */
const longestWait = 4000;

/** Draws the figure of the address. @param onReady told when there is something to see */
export async function showEmbedded(host: HTMLElement, onReady: () => void): Promise<void> {
  const query = window.location.search;
  const behaviour = readBehaviour(query);
  const { embed } = decodeAddress(query).page;
  const { subject, logits = false } = embeddedFigure(embed || 'circles');
  const pictures = logits ? 'all' : 'circles';
  const page = figuresOfRuns.includes(embed || 'circles')
    ? createRunPage(query, pictures, logits ? undefined : openHere)
    : (await import('./wiring.ts')).createPage(query, pictures);
  page.store.setState(({ page: settings }) => ({
    page: { ...settings, embed: embed || 'circles', view: views[subject], autorun: false },
  }));
  followTheme(page.store);
  openViewsOutside(page);
  refuseFiles();
  const opened = openAddressed(page);
  const bridge = connectHost(page, pauseWhileUnseen(page), behaviour, opened);
  const onDrawn = async () => {
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, longestWait))]);
    onReady();
    bridge.ready();
  };
  createRoot(host).render(
    <Speaking>
      <PageContext.Provider value={page}>
        <EmbeddedPage behaviour={behaviour} onDrawn={onDrawn} />
      </PageContext.Provider>
    </Speaking>,
  );
  if (behaviour.autoplay && !prefersReducedMotion()) {
    void opened.then(() => {
      if (page.store.getState().timeline.length > 1) page.replay.play();
    });
  }
}
