/** Pictures of one figure of the page: as it is, and at every kept moment of its run. */
import {
  type AnimationMoment,
  drawPicture,
  type FigurePicture,
  type PictureOrigin,
  type PicturePart,
} from '../../plots/picture.ts';
import {
  embeddedFigure,
  type FigureName,
  type FigureSubject,
} from '../../state/embedding/figures.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { runFileName } from '../../state/share/file-name.ts';
import type { PageState, PageStore } from '../../state/store.ts';
import type { Timeline } from '../../state/timeline.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { type FigureSource, sourcesIn } from '../hooks/figure-sources.ts';
import { sharedQuery } from './shared-address.ts';
import { withoutUsual } from './shown-settings.ts';

/** Frames of an animation. */
const mostFrames = 60;
/** What of a card belongs into its picture besides its figures. */
const picturedText = '[data-pictured]';
/** Never part of a picture. */
const head = '.figure-head, .figure-explanation, figcaption, .story-switches';

/** Draws a figure that stands on the page. */
export class FigurePictures {
  private readonly card: HTMLElement | null;
  private readonly figures: readonly (readonly [HTMLElement, FigureSource])[];
  /** The moment everything is about: picture, caption, address and name. The run may go on meanwhile. */
  private readonly state: PageState;

  /** @param inside an element in the figure */
  constructor(
    store: PageStore,
    private readonly name: FigureName,
    inside: HTMLElement | null,
  ) {
    this.state = store.getState();
    this.card = inside?.closest<HTMLElement>('[data-figure]') ?? null;
    this.figures = this.card === null ? [] : sourcesIn(this.card);
  }

  /** True when the figure changes over the steps of a run. */
  get isOfRun(): boolean {
    const { subject } = embeddedFigure(this.name);
    return subject === 'run' && this.figures.some(([, { isOfRun }]) => isOfRun);
  }

  /** What an animation is made of. */
  get moments(): Timeline {
    const { timeline } = this.state;
    if (timeline.length <= mostFrames) return timeline;
    return Array.from(
      { length: mostFrames },
      (_, index) =>
        timeline[Math.round((index * (timeline.length - 1)) / (mostFrames - 1))] as Timeline[0],
    );
  }

  /** @throws when the figure cannot be drawn */
  still(signal: AbortSignal): Promise<FigurePicture> {
    return drawPicture(this.parts(this.state), this.origin(), { signal });
  }

  animation(): readonly AnimationMoment[] {
    const { state } = this;
    return this.moments.map(({ result }) => {
      // As in a replay: curves are drawn as far as they have come.
      const then = { ...state, viewedStep: result.step, replaying: true };
      return { parts: this.parts(then), caption: this.caption(then) };
    });
  }

  origin(): PictureOrigin {
    const { state } = this;
    const query = withoutUsual(sharedQuery(state));
    return {
      title: embeddedFigure(this.name).title,
      caption: this.caption(state),
      address: `${new URL('.', document.baseURI).href}?${query}`,
    };
  }

  fileName(ending: string): string {
    const { state } = this;
    const { subject } = embeddedFigure(this.name);
    if (subject === 'idea' || subject === 'map') return `clock-and-pizza-${this.name}.${ending}`;
    return runFileName(shownNetwork(state, subject).configuration, {
      step: ending === 'gif' ? (this.moments.at(-1)?.result.step ?? null) : stepOf(state),
      what: this.name,
      ending,
    });
  }

  private caption(state: PageState): string {
    const { subject } = embeddedFigure(this.name);
    const source = 'The Clock and the Pizza';
    if (subject === 'idea' || subject === 'map') return source;
    const step = stepOf(state);
    const { configuration, isSeedKnown, file } = shownNetwork(state, subject);
    const words = settingsInWords(configuration, isSeedKnown) + (file === '' ? '' : `, ${file}`);
    return step === null
      ? `${source} · ${words}`
      : `${words}, step ${formatCount(step)} · ${source}`;
  }

  /** Figures and words of the card, where they stand in it. */
  private parts(state: PageState): readonly PicturePart[] {
    const { card, figures } = this;
    if (card === null) return [];
    const drawn = figures.map(([host, { create, dataIn }]) => ({
      ...placeOf(host),
      create,
      data: dataIn(state),
      className: host.className,
      context: host,
    }));
    const texts = [...card.querySelectorAll(picturedText)];
    const rest =
      figures.length === 0 ? [...card.children].filter((child) => !child.matches(head)) : [];
    const taken = [...texts, ...rest].map((element) => ({ ...placeOf(element), element }));
    return movedToOrigin([...drawn, ...taken]);
  }
}

/** What network a figure is of: of those inside, it may be that of a file. */
function shownNetwork(state: PageState, subject: FigureSubject) {
  const inspected = state.inspection.subject;
  if (subject === 'network' && inspected !== undefined) {
    const { configuration, splitKnown } = inspected.summary;
    const file = inspected.kind === 'file' ? inspected.files.name : '';
    return { configuration, isSeedKnown: splitKnown, file };
  }
  const configuration = state.runConfiguration ?? state.configuration;
  return { configuration, isSeedKnown: true, file: state.openedFrom };
}

function stepOf(state: PageState): number | null {
  const { subject, inspection } = state.inspection;
  const inspected = inspection === undefined ? undefined : subject?.summary.step;
  return inspected ?? viewedSnapshot(state)?.result.step ?? null;
}

function placeOf(element: Element): { left: number; top: number; width: number } {
  const { left, top, width } = element.getBoundingClientRect();
  return { left, top, width };
}

/** The upper left part stands at 0, 0. */
function movedToOrigin<Part extends { readonly left: number; readonly top: number }>(
  parts: readonly Part[],
): readonly Part[] {
  const left = Math.min(...parts.map((part) => part.left));
  const top = Math.min(...parts.map((part) => part.top));
  return parts.map((part) => ({ ...part, left: part.left - left, top: part.top - top }));
}
