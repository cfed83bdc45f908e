// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import {
  createFrameScheduler,
  frameFigure,
  prefersReducedMotion,
  standStill,
} from '../../../src/plots/figure.ts';
import { createPartsDrawer } from '../../../src/plots/picture/draw-parts.ts';
import { openStage } from '../../../src/plots/picture/stage.ts';
import { animatePicture, drawPicture, figurePart } from '../../../src/plots/picture.ts';

const place = { left: 0, top: 0, width: 200 };
const origin = { title: '', caption: '', address: 'https://example.org/' };
const hosts = () => document.querySelectorAll('.picture-host');

/** A figure that needs three drawings to come to rest. */
function slowFigure(host: HTMLElement, drawings: string[] = []): Figure<string> {
  const text = document.createElement('p');
  host.append(text);
  let newest = '';
  let left = 0;
  const scheduler = createFrameScheduler(() => {
    drawings.push(`${newest} ${prefersReducedMotion()}`);
    text.textContent = newest;
    left -= 1;
    if (left > 0) scheduler.request();
  });
  const keep = (data: string) => {
    newest = data;
    left = 3;
  };
  return frameFigure(scheduler, keep, [() => text.remove()]);
}

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('figures beside the page', () => {
  it('are laid out, unseen, unheard and out of reach', async () => {
    const card = document.createElement('section');
    const context = document.createElement('div');
    card.append(context);
    document.body.append(card);
    vi.spyOn(card, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
    const part = figurePart(slowFigure, 'a', { ...place, className: 'host', context });
    const stage = openStage(part);
    await stage.show('a');
    expect(stage.host.parentElement).toBe(card);
    expect(stage.host.className).toBe('picture-host host');
    expect(stage.host.style.width).toBe('200px');
    expect(stage.host.getAttribute('aria-hidden')).toBe('true');
    expect(stage.host.inert).toBe(true);
    expect(stage.host.textContent).toBe('a');
    stage.remove();
    expect(hosts()).toHaveLength(0);
  });

  it('come to rest without motion, while all others go on as ever', async () => {
    const drawings: string[] = [];
    const stage = openStage(figurePart((host) => slowFigure(host, drawings), '', place));
    const shown = stage.show('b');
    expect(drawings).toEqual(['b true', 'b true', 'b true']);
    expect(prefersReducedMotion()).toBe(false);
    const others: string[] = [];
    const other = slowFigure(document.body, others);
    other.update('c');
    await shown;
    await vi.waitFor(() => expect(others).toEqual(['c false', 'c false', 'c false']));
    expect(drawings).toHaveLength(3);
    other.destroy();
    stage.remove();
  });

  it('need no animation frames, which a page in the background does not have', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    const stage = openStage(figurePart(slowFigure, '', place));
    await stage.show('d');
    expect(stage.host.textContent).toBe('d');
    expect(frames).not.toHaveBeenCalled();
    stage.remove();
  });

  it('go back to moving even when something fails', () => {
    expect(() =>
      standStill(new Set(), () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(prefersReducedMotion()).toBe(false);
  });

  it('are removed when they cannot be made or fed', async () => {
    const fail = (): Figure<string> => {
      throw new Error('no figure');
    };
    await expect(drawPicture([figurePart(fail, '', place)], origin)).rejects.toThrow('no figure');
    const failLater = (): Figure<string> => ({ update: fail, destroy() {} });
    const parts = [figurePart(slowFigure, '', place), figurePart(failLater, '', place)];
    await expect(drawPicture(parts, origin)).rejects.toThrow('no figure');
    expect(hosts()).toHaveLength(0);
  });

  it('are removed when the visitor has had enough', async () => {
    const stopped = AbortSignal.abort();
    const parts = [figurePart(slowFigure, 'a', place)];
    const aborted = { name: 'AbortError' };
    await expect(drawPicture(parts, origin, { signal: stopped })).rejects.toMatchObject(aborted);
    const controller = new AbortController();
    const moments = Array.from({ length: 5 }, () => ({ parts, caption: '' }));
    const onProgress = vi.fn((share: number) => {
      if (share > 0) controller.abort();
    });
    await expect(
      animatePicture(moments, origin, {
        milliseconds: 100,
        signal: controller.signal,
        onProgress,
      }),
    ).rejects.toMatchObject(aborted);
    expect(onProgress).toHaveBeenCalledTimes(2);
    expect(hosts()).toHaveLength(0);
  });

  it('stay the same between moments that share what makes them', async () => {
    const create = vi.fn((host: HTMLElement) => slowFigure(host));
    const drawer = createPartsDrawer();
    const theme = { surface: '', ink: '', softInk: '', family: '' };
    await drawer.draw([figurePart(create, 'a', place)], theme);
    await drawer.draw([figurePart(create, 'b', place)], theme);
    expect(create).toHaveBeenCalledOnce();
    await drawer.draw([figurePart(create, 'c', { ...place, width: 300 })], theme);
    expect(create).toHaveBeenCalledTimes(2);
    expect(hosts()).toHaveLength(1);
    drawer.close();
    expect(hosts()).toHaveLength(0);
  });

  it('are asked for before they are animated', async () => {
    await expect(animatePicture([], origin, { milliseconds: 100 })).rejects.toThrow(
      'There is nothing to animate yet. Train some steps.',
    );
  });
});
