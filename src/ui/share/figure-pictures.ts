/** Pictures of one figure of the page: as it is, and at every kept moment of its run. */
import english from '../../messages/en/ui/share/figure-pictures.json';
import { createWords } from '../../messages/words.ts';
import {
  type AnimationMoment,
  drawPicture,
  type FigurePicture,
  type PictureOrigin,
  type PicturePart,
} from '../../plots/picture.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { fittingPair } from '../../state/inspection.ts';
import { runFileName } from '../../state/share/file-name.ts';
import type { PageState, PageStore } from '../../state/store.ts';
import type { Timeline } from '../../state/timeline.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { type FigureSource, sourcesIn } from '../hooks/figure-sources.ts';
import { mapName, shownNetwork, stepOf } from './pictured-network.ts';
import { shortQuery } from './shown-settings.ts';

const words = createWords('ui/share/figure-pictures', english);

/** Frames of an animation. */
const mostFrames = 60;
/** What of a card belongs into its picture besides its figures. */
const picturedText = '[data-pictured]';
/** Never part of a picture. */
const head = '.figure-head, .figure-explanation, figcaption, .story-switches, .figure-tables';

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

  /** True when it is of a file of the visitor's, which is at no address. */
  get isOfFile(): boolean {
    const { subject } = embeddedFigure(this.name);
    return subject === 'network' && this.state.inspection.subject?.kind === 'file';
  }

  /** As the card is headed, and of one sum also which. */
  private get title(): string {
    const { title } = embeddedFigure(this.name);
    const heading = this.card?.querySelector('.figure-head h2')?.textContent ?? title;
    if (this.name !== 'pair') return heading;
    const { configuration } = shownNetwork(this.state, 'network');
    const { a, b } = fittingPair(this.state.page.pair, configuration.p);
    const { p } = configuration;
    return words('sum', { heading, a, b, sum: (a + b) % p, p });
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

  /** True when it can be laid out anew for another width: a figure by itself, without words around it. */
  get hasOneFigure(): boolean {
    return this.figures.length === 1 && this.card?.querySelector(picturedText) === null;
  }

  /**
   * @param width to draw it for, pixels; that on screen when left out
   * @throws when the figure cannot be drawn
   */
  still(signal: AbortSignal, width?: number): Promise<FigurePicture> {
    const parts = this.parts(this.state);
    const fitting = width === undefined ? parts : parts.map((part) => ({ ...part, width }));
    return drawPicture(fitting, this.origin(), { signal });
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
    const query = shortQuery(state);
    return {
      title: this.title,
      caption: this.caption(state),
      address: this.isOfFile ? '' : `${new URL('.', document.baseURI).href}?${query}`,
    };
  }

  fileName(ending: string): string {
    const { state } = this;
    const { subject } = embeddedFigure(this.name);
    if (subject === 'idea') return `clock-and-pizza-${this.name}.${ending}`;
    if (subject === 'map') return `clock-and-pizza-${mapName(state)}.${ending}`;
    const { configuration, isSeedKnown, file } = shownNetwork(state, subject);
    const origin = file.replace(/\.[^.]*$/, '').slice(0, 40);
    const name = runFileName(configuration, {
      step: ending === 'gif' ? (this.moments.at(-1)?.result.step ?? null) : stepOf(state),
      what: origin === '' ? this.name : `${origin}-${this.name}`,
      ending,
    });
    return isSeedKnown ? name : name.replace(/-seed\d+/, '');
  }

  private caption(state: PageState): string {
    const { subject } = embeddedFigure(this.name);
    const source = words('page');
    if (subject === 'idea') return source;
    if (subject === 'map') {
      const { table, filter } = state.page;
      return [table || words('shippedRuns'), filter, source].filter(Boolean).join(' · ');
    }
    const step = stepOf(state);
    const { configuration, isSeedKnown, file } = shownNetwork(state, subject);
    const settings = settingsInWords(configuration, isSeedKnown);
    const network = file === '' ? settings : words('ofFile', { settings, file });
    return step === null
      ? words('ofNetwork', { page: source, network })
      : words('ofStep', { network, step: formatCount(step), page: source });
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
