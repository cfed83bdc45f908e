/** Speaks with the page around the frame (src/embed/contract.ts), and with other frames in it. */
import {
  type Body,
  envelope,
  type FrameMessage,
  type FrameReport,
  type HostMessage,
  isHostMessage,
  isSiblingMessage,
} from '../../embed/contract.ts';
import type { EmbedBehaviour } from '../../state/embedding/behaviour.ts';
import { embeddedFigure } from '../../state/embedding/figures.ts';
import { lastStep, viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import type { RunPage } from '../hooks/page.ts';
import { speakAsAround } from '../language.ts';
import { shortQuery } from '../share/shown-settings.ts';
import { createCommands } from './commands.ts';
import { followHeight } from './frame-height.ts';
import type { Rest } from './unseen.ts';

const labHeight = 820;
const mostHeight = 15_000;

/** The way to the page around. */
export interface HostBridge {
  /** Tells that there is something to see, and from then on how high it is. */
  ready(): void;
}

/** Connects a figure. Does nothing where it is not in a frame. */
export function connectHost(
  page: RunPage,
  rest: Rest,
  behaviour: EmbedBehaviour,
  opening: Promise<void>,
): HostBridge {
  const { store } = page;
  const host = window.parent;
  if (host === window) return { ready: () => undefined };
  const commands = createCommands(page, rest, opening);
  let isReady = false;
  let lastReport = '';

  // Anybody may embed the figure, and what is told is no secret; therefore no origin is named.
  const tell = (body: Body<FrameMessage>) => host.postMessage(envelope(body), '*');

  function report(state: PageState): void {
    const report = reportOf(state);
    const text = JSON.stringify(report);
    if (!isReady || text === lastReport) return;
    lastReport = text;
    tell({ kind: 'report', report });
  }

  function hello(): void {
    const { embed } = store.getState().page;
    const { title } = embeddedFigure(embed || 'circles');
    tell({ kind: 'ready', figure: embed, title, language: document.documentElement.lang });
  }

  let notices = store.getState().notices;
  store.subscribe((state, previous) => {
    report(state);
    if (state.status === 'training' && previous.status !== 'training' && !behaviour.together) {
      tellSiblings(host);
    }
    for (const notice of state.notices) {
      if (isReady && !notices.includes(notice)) tell({ kind: 'problem', message: notice.message });
    }
    notices = state.notices;
    if (isReady && state.problem !== undefined && state.problem !== previous.problem) {
      tell({ kind: 'problem', message: state.problem.message });
    }
  });

  /** Origin of the page around: the first that spoke, where the browser does not tell. */
  let hostOrigin: string | undefined = window.location.ancestorOrigins?.[0];
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source === host) {
      if (!isHostMessage(data)) return;
      hostOrigin ??= origin;
      if (origin !== hostOrigin) return;
      obey(data);
      return;
    }
    const isSibling = origin === window.location.origin && isSiblingMessage(data);
    if (isSibling && !behaviour.together && store.getState().status === 'training') {
      rest.forget();
      void page.controller.pause();
    }
  });

  function obey(message: HostMessage): void {
    if (message.kind === 'hello') {
      if (!isReady) return;
      hello();
      lastReport = '';
      report(store.getState());
    } else if (message.kind === 'language') {
      void speakAsAround(message.language).then(() => isReady && hello());
    } else commands.obey(message);
  }

  return {
    ready() {
      if (isReady) return;
      // The lab has buttons that stay at the lower edge of its window.
      const tallest = store.getState().page.embed === 'lab' ? labHeight : mostHeight;
      isReady = true;
      followHeight((height) => tell({ kind: 'height', height }), tallest);
      hello();
      report(store.getState());
      for (const { message } of store.getState().notices) tell({ kind: 'problem', message });
    },
  };
}

function reportOf(state: PageState): FrameReport {
  const { status, replaying, page } = state;
  const result = viewedSnapshot(state)?.result;
  return {
    state: replaying ? 'replaying' : state.awaitedRun === '' ? status : 'loading',
    step: result?.step ?? 0,
    lastStep: lastStep(state),
    verdict: result?.verdict ?? '',
    run: page.run || state.awaitedRun,
    address: shortQuery(state),
  };
}

/** Other frames of the page around which are this page's too hear that one of them trains. */
function tellSiblings(host: Window): void {
  for (let index = 0; index < host.length; index++) {
    const sibling = host[index];
    if (sibling !== undefined && sibling !== window) {
      sibling.postMessage(envelope({ kind: 'sibling-trains' }), window.location.origin);
    }
  }
}
