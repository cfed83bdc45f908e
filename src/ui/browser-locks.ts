/** Locks of the browser's, by which the tabs of a visitor keep out of each other's way. */

/** Milliseconds. */
const longestAnswer = 3000;
const quickAnswer = 1000;

/**
 * Holds a lock until the function it gives is called, or the tab is closed.
 *
 * @returns undefined when another tab has it
 */
export function holdLock(name: string): Promise<(() => void) | undefined> {
  if (navigator.locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    // A browser that never answers does not keep anybody out.
    setTimeout(() => resolve(() => undefined), longestAnswer);
    void navigator.locks
      .request(name, { ifAvailable: true }, (held) => {
        if (held === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      // Pages that may not lock are alone anyway.
      .catch(() => resolve(() => undefined));
  });
}

/** Names of all locks that are held now. */
export async function heldLocks(): Promise<ReadonlySet<string>> {
  // A browser that never answers has none, as far as one can know.
  const nothing = new Promise<LockManagerSnapshot>((resolve) => {
    setTimeout(() => resolve({}), quickAnswer);
  });
  try {
    const { held = [] } = (await Promise.race([navigator.locks?.query(), nothing])) ?? {};
    return new Set(held.flatMap(({ name }) => name ?? []));
  } catch {
    return new Set();
  }
}

/** A name that nothing else in this browser has. */
export function newName(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
