/** What an element consists of: a poster, and over it the frame once it is wanted. */
import { posterPath, posterSize } from './poster.ts';

/** What the poster is of. */
export interface PosterWish {
  readonly base: string;
  readonly link: string;
  readonly figure: string;
  readonly run: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /** True when nothing is loaded until it is pressed. */
  readonly asks: boolean;
}

/** Poster and frame. */
export interface Shell {
  readonly frame: HTMLIFrameElement | undefined;
  showPoster(wish: PosterWish): void;
  showFrame(address: string, figure: string): void;
  /** The frame has something to show. */
  reveal(title: string): void;
  setHeight(pixels: number): void;
  removeFrame(): void;
}

/** A frame in view that says nothing for so long, milliseconds, does not come. */
const patience = 15_000;

/**
 * What the frame may do: run its scripts as itself, open the page in a new tab, save files. It may not
 * move the page around it, ask for passwords or open dialogs over it.
 */
const sandbox =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

/**
 * Builds both into a shadow tree. Styles are set one by one: a strict policy of the page around would
 * refuse style elements and style attributes.
 */
export function createShell(root: ShadowRoot, onStart: () => void, onMissing: () => void): Shell {
  const poster = document.createElement('slot');
  const button = document.createElement('button');
  let frame: HTMLIFrameElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Out of view the figure waits too: only what is seen is missed.
  const inView = new IntersectionObserver(([entry]) => {
    clearTimeout(timer);
    if (entry?.isIntersecting === true) timer = setTimeout(onMissing, patience);
  });
  const box = document.createElement('div');
  const width = document.createElement('div');
  // Where the page around lets contents say how wide they are, as in a row of boxes.
  Object.assign(width.style, { width: `${posterSize.width}px`, maxWidth: '100%' });
  box.append(width, poster, button);
  root.append(box);
  Object.assign(box.style, { position: 'relative', overflow: 'hidden' });
  button.type = 'button';
  button.textContent = '▶ Show the figure';
  button.setAttribute('part', 'start');
  Object.assign(button.style, {
    position: 'absolute',
    left: '12px',
    bottom: '12px',
    padding: '8px 16px',
    border: '1px solid currentcolor',
    borderRadius: '999px',
    background: '#1c1b22',
    color: '#fff',
    font: '15px system-ui, sans-serif',
    cursor: 'pointer',
  });
  button.addEventListener('click', () => {
    onStart();
    frame?.focus();
  });

  function show(element: HTMLElement, isShown: boolean): void {
    element.style.display = isShown ? 'block' : 'none';
  }

  function stopMissing(): void {
    inView.disconnect();
    clearTimeout(timer);
  }

  function reveal(): void {
    stopMissing();
    show(poster, false);
    if (frame !== undefined) Object.assign(frame.style, { position: 'static', opacity: '1' });
  }

  return {
    get frame() {
      return frame;
    },
    showPoster({ base, link, figure, run, theme, asks }) {
      show(poster, true);
      show(button, asks);
      const anchor = document.createElement('a');
      anchor.href = link;
      const picture = document.createElement('img');
      picture.alt = 'The Clock and the Pizza: open the explorable';
      Object.assign(picture, posterSize, { decoding: 'async', loading: 'lazy' });
      Object.assign(picture.style, { display: 'block', width: '100%', height: 'auto' });
      const isDark =
        theme === 'dark' ||
        (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      picture.src = base + posterPath(figure, run, isDark ? 'dark' : 'light');
      // A figure nobody has a picture of says what it is, in place of a broken frame.
      picture.addEventListener('error', () => anchor.replaceChildren(picture.alt));
      anchor.append(picture);
      // Only where the author put nothing into the element.
      poster.replaceChildren(anchor);
    },
    showFrame(address, figure) {
      frame = document.createElement('iframe');
      frame.title = `The Clock and the Pizza: ${figure}`;
      frame.setAttribute('sandbox', sandbox);
      frame.allow = 'cross-origin-isolated';
      // A page that is isolated lets frames of a host without its headers in only like this.
      if (window.crossOriginIsolated) frame.setAttribute('credentialless', '');
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.src = address;
      const height = box.offsetHeight || posterSize.height;
      Object.assign(frame.style, {
        position: 'absolute',
        inset: '0',
        display: 'block',
        width: '100%',
        height: `${height}px`,
        border: '0',
        opacity: '0',
      });
      show(button, false);
      box.append(frame);
      inView.observe(box);
    },
    reveal(title) {
      if (frame !== undefined) frame.title = `The Clock and the Pizza: ${title}`;
      reveal();
    },
    setHeight(pixels) {
      if (frame !== undefined) frame.style.height = `${Math.ceil(pixels)}px`;
    },
    removeFrame() {
      stopMissing();
      frame?.remove();
      frame = undefined;
      show(poster, true);
    },
  };
}
