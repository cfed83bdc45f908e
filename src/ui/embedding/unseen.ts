/** Rests while nobody looks: out of view, and in a hidden tab. */
import type { RunPage } from '../hooks/page.ts';

/** Rest of a figure that nobody sees. */
export interface Rest {
  /** What was interrupted does not go on by itself. */
  forget(): void;
}

/** Pauses training and replay while the frame cannot be seen, and goes on afterwards. */
export function pauseWhileUnseen({ store, controller, replay }: RunPage): Rest {
  let inView = true;
  /** What goes on when the frame is seen again. */
  let interrupted: 'nothing' | 'training' | 'replay' = 'nothing';
  let interruptedRun = 0;

  function changed(): void {
    const isSeen = inView && document.visibilityState === 'visible';
    if (!isSeen) interrupt();
    else if (interrupted !== 'nothing') {
      const goesOn = interrupted;
      interrupted = 'nothing';
      // Another run may have been put on screen meanwhile.
      if (store.getState().shownRun !== interruptedRun) return;
      if (goesOn === 'replay') replay.play();
      else void controller.train();
    }
  }

  function interrupt(): void {
    const { status, replaying, shownRun } = store.getState();
    if (replaying || status === 'loading' || status === 'training') interruptedRun = shownRun;
    if (replaying) {
      interrupted = 'replay';
      replay.stop();
    } else if (status === 'loading') {
      interrupted = 'training';
      controller.cancel();
    } else if (status === 'training') {
      interrupted = 'training';
      void controller.pause();
    }
  }

  // The page around may start something while the frame is out of view: it begins when it is seen.
  store.subscribe((state, previous) => {
    if (state.status !== previous.status || state.replaying !== previous.replaying) changed();
  });
  document.addEventListener('visibilitychange', changed);
  new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    changed();
  }).observe(document.documentElement);
  return {
    forget() {
      interrupted = 'nothing';
    },
  };
}
