/** A button that is out of use at times, yet never takes the focus away from the keyboard. */
import type { ReactNode } from 'react';

/**
 * Unlike `disabled`, `aria-disabled` leaves the focus where it is: whoever pressed the button can
 * press it again when it is back in use.
 */
export function ActionButton(props: {
  readonly unavailable?: boolean;
  readonly onPress: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { unavailable = false, onPress, className, children } = props;
  return (
    <button
      type="button"
      className={className}
      aria-disabled={unavailable}
      onClick={() => {
        if (!unavailable) onPress();
      }}
    >
      {children}
    </button>
  );
}
