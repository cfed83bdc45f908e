/**
 * The colours of an animation. All frames share them, so that what stands still keeps its colour.
 * Colours are collected in cells of 5, 6 and 5 bits and cut into boxes where they differ most
 * (Heckbert 1982, with variance as in Wu 1991).
 */

const CELLS = 1 << 16;

/** Counts the colours of all frames. */
export interface ColourCount {
  /** @param pixels red, green, blue, alpha @returns the cell of every pixel */
  add(pixels: Uint8ClampedArray): Uint16Array;
  /** @param most colours at most */
  palette(most: number): Palette;
}

export interface Palette {
  /** Red, green and blue of each colour. */
  readonly colours: Uint8Array;
  /** Number of the colour of each cell. */
  readonly numbers: Uint8Array;
}

interface ColourBox {
  readonly cells: readonly number[];
  /** How much the box would gain from being cut, along which channel, and where. */
  readonly spread: number;
  readonly channel: number;
  readonly mean: number;
}

export function createColourCount(): ColourCount {
  const counts = new Float64Array(CELLS);
  const sums = new Float64Array(3 * CELLS);

  const channelOf = (cell: number, channel: number) =>
    (sums[3 * cell + channel] as number) / (counts[cell] as number);

  /** Small marks weigh more than their pixels: a dot's colour matters as much as the ground's. */
  function boxOf(cells: readonly number[]): ColourBox {
    let best: ColourBox = { cells, spread: -1, channel: 0, mean: 0 };
    for (let channel = 0; channel < 3; channel++) {
      let [weight, sum, squares] = [0, 0, 0];
      for (const cell of cells) {
        const share = Math.sqrt(counts[cell] as number);
        const value = channelOf(cell, channel);
        weight += share;
        sum += share * value;
        squares += share * value * value;
      }
      const mean = sum / weight;
      const spread = squares - sum * mean;
      if (spread > best.spread) best = { cells, spread, channel, mean };
    }
    return best;
  }

  function meanColour(cells: readonly number[]): [number, number, number] {
    const total = cells.reduce((sum, cell) => sum + (counts[cell] as number), 0);
    const mean = (channel: number) =>
      cells.reduce((sum, cell) => sum + (sums[3 * cell + channel] as number), 0) / total;
    return [mean(0), mean(1), mean(2)];
  }

  return {
    add(pixels) {
      const cells = new Uint16Array(pixels.length / 4);
      for (let pixel = 0; pixel < cells.length; pixel++) {
        const cell = cellOf(pixels, 4 * pixel);
        cells[pixel] = cell;
        counts[cell] = (counts[cell] as number) + 1;
        sums[3 * cell] = (sums[3 * cell] as number) + (pixels[4 * pixel] as number);
        sums[3 * cell + 1] = (sums[3 * cell + 1] as number) + (pixels[4 * pixel + 1] as number);
        sums[3 * cell + 2] = (sums[3 * cell + 2] as number) + (pixels[4 * pixel + 2] as number);
      }
      return cells;
    },
    palette(most) {
      const used = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => counts[cell]);
      const boxes = used.length > 0 ? [boxOf(used)] : [];
      while (boxes.length < most) {
        const widest = boxes.reduce(
          (best, box, index) => (box.spread > (boxes[best]?.spread ?? 0) ? index : best),
          -1,
        );
        const box = boxes[widest];
        if (!box) break;
        const isLow = (cell: number) => channelOf(cell, box.channel) <= box.mean;
        const low = box.cells.filter(isLow);
        const high = box.cells.filter((cell) => !isLow(cell));
        if (high.length === 0 || low.length === 0) {
          boxes[widest] = { ...box, spread: 0 };
          continue;
        }
        boxes.splice(widest, 1, boxOf(low), boxOf(high));
      }
      const numbers = new Uint8Array(CELLS);
      boxes.forEach(({ cells }, number) => {
        for (const cell of cells) numbers[cell] = number;
      });
      const colours = boxes.flatMap(({ cells }) => meanColour(cells).map(Math.round));
      return { colours: Uint8Array.from(colours), numbers };
    },
  };
}

function cellOf(pixels: Uint8ClampedArray, at: number): number {
  const red = (pixels[at] as number) >> 3;
  const green = (pixels[at + 1] as number) >> 2;
  return (red << 11) | (green << 5) | ((pixels[at + 2] as number) >> 3);
}
