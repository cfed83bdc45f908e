/** Those who wait for answers of a thread, and hear of it when there will be none. */

/** Holds nothing of an answer once it is there, however long the thread lives. */
export class WaitingAnswers {
  // Not one promise of the failure that all race against: it would keep every answer it ever met.
  private readonly rejections = new Set<(reason: Error) => void>();
  private failure: Error | undefined;

  /** Number of answers that are waited for. */
  get count(): number {
    return this.rejections.size;
  }

  /**
   * What is answered.
   *
   * @throws the reason of the failure when that comes first, or has been
   */
  async until<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let reject: (reason: Error) => void = () => undefined;
    const failed = new Promise<never>((_resolve, rejectFailed) => {
      reject = rejectFailed;
    });
    this.rejections.add(reject);
    if (this.failure !== undefined) reject(this.failure);
    try {
      return await Promise.race([answer, failed]);
    } finally {
      this.rejections.delete(reject);
    }
  }

  /** Tells all who wait, and all who ask from now on. Only the first failure counts. */
  fail(reason: Error): void {
    this.failure ??= reason;
    for (const reject of this.rejections) reject(this.failure);
  }
}
