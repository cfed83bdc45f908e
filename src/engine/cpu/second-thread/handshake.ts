/**
 * How two threads hand a lane to each other: a few numbers that both see. One asks for the lane by a
 * number that grows with every step, the other answers with the same number when it is done.
 */

const words = { ready: 0, asked: 1, answered: 2, differentiates: 3, ended: 4 } as const;
const wordCount = 5;

/** Made by the first thread, sent to the second. */
export function createHandshake(): Handshake {
  return new Handshake(new SharedArrayBuffer(4 * wordCount));
}

/** Both sides of the handshake; each thread uses its own half. */
export class Handshake {
  private readonly words: Int32Array;

  constructor(readonly buffer: SharedArrayBuffer) {
    this.words = new Int32Array(buffer);
  }

  // The first thread's half.

  /** True once the second thread waits for work. */
  get isReady(): boolean {
    return Atomics.load(this.words, words.ready) === 1;
  }

  /** Has the second thread do its lane. Everything written before is seen by it. */
  ask(differentiates: boolean): void {
    Atomics.store(this.words, words.differentiates, differentiates ? 1 : 0);
    this.raise(words.asked, Atomics.load(this.words, words.asked) + 1);
  }

  /**
   * Waits for the lane that was asked for.
   *
   * @param milliseconds how long at most
   * @returns false when it is not done by then
   */
  waitForAnswer(milliseconds: number): boolean {
    const expected = Atomics.load(this.words, words.asked);
    const end = performance.now() + milliseconds;
    for (;;) {
      const answered = Atomics.load(this.words, words.answered);
      if (answered === expected) return true;
      const left = end - performance.now();
      if (left <= 0) return false;
      Atomics.wait(this.words, words.answered, answered, left);
    }
  }

  /** Lets the second thread go. */
  end(): void {
    Atomics.store(this.words, words.ended, 1);
    this.raise(words.asked, Atomics.load(this.words, words.asked) + 1);
  }

  // The second thread's half.

  /**
   * Does lanes until it is let go.
   *
   * @param runLane does one
   */
  serve(runLane: (differentiates: boolean) => void): void {
    let seen = Atomics.load(this.words, words.asked);
    this.raise(words.ready, 1);
    for (;;) {
      Atomics.wait(this.words, words.asked, seen);
      seen = Atomics.load(this.words, words.asked);
      if (Atomics.load(this.words, words.ended) === 1) return;
      if (seen === Atomics.load(this.words, words.answered)) continue;
      runLane(Atomics.load(this.words, words.differentiates) === 1);
      this.raise(words.answered, seen);
    }
  }

  private raise(word: number, value: number): void {
    Atomics.store(this.words, word, value);
    Atomics.notify(this.words, word);
  }
}
