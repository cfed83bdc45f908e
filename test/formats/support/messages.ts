/** What every refusal must be: one plain sentence or two, on one line. */
import { expect } from 'vitest';
import { FormatError } from '../../../src/formats/format-error.ts';
import { type OpenOptions, openNetwork } from '../../../src/formats/open-network.ts';

const presentable = /^[“\p{Lu}][^\n\r]{10,398}\.$/u;

/** Fails unless the error is a FormatError with a presentable message. Returns the message. */
export function expectPresentable(error: unknown): string {
  if (!(error instanceof FormatError)) throw error;
  // Asked tens of thousands of times, where `expect` takes longer than what is tested.
  if (!presentable.test(error.message)) expect(error.message).toMatch(presentable);
  return error.message;
}

/** The message of what must be refused. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return expectPresentable(error);
  }
  return expect.fail('It was not refused.');
}

/** The message with which a file is refused. */
export async function openRefusal(bytes: Uint8Array, options: OpenOptions = {}): Promise<string> {
  const outcome = await openNetwork(bytes, options).then(
    () => expect.fail('The file was not refused.'),
    (error: unknown) => error,
  );
  return expectPresentable(outcome);
}

/** Opens a file, or checks that it is refused in a presentable way. */
export async function openOrRefuse(bytes: Uint8Array): Promise<void> {
  await openNetwork(bytes).catch(expectPresentable);
}
