/** Whether training goes on in a tab that nobody sees. */
import { useId } from 'react';
import { usePageState, useRunPage } from '../hooks/page.ts';

/** A switch; off, training rests in a hidden tab and goes on when it is seen again. */
export function HiddenChoice() {
  const { controller } = useRunPage();
  const trainsHidden = usePageState((state) => state.trainsHidden);
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-line">
        <label htmlFor={id}>Train in a hidden tab</label>
        <input
          id={id}
          type="checkbox"
          checked={trainsHidden}
          aria-describedby={`${id}-about`}
          onChange={(event) => controller.setTrainsHidden(event.target.checked)}
        />
      </div>
      <p className="setting-about" id={`${id}-about`}>
        {trainsHidden
          ? 'It goes on while you look elsewhere; the browser may slow it down.'
          : 'It rests while you look elsewhere, and goes on when you are back.'}
      </p>
    </div>
  );
}
