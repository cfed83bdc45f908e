/** Keeps the rest of the page alive when a view cannot be drawn. */
import { Component, type ReactNode } from 'react';
import english from '../messages/en/ui/view-boundary.json';
import { createWords } from '../messages/words.ts';

const words = createWords('ui/view-boundary', english);

interface State {
  readonly hasFailed: boolean;
}

/** A sentence and a way on in the place of a view that has thrown. Runs and sweeps go on. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert" className="notice">
        <p>{words('broken')}</p>
        <button type="button" onClick={() => this.setState({ hasFailed: false })}>
          {words('again')}
        </button>
      </div>
    );
  }
}
