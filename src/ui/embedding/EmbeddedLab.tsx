/** The whole lab in a frame. */
import LabView from '../LabView.tsx';
import { WithHelp } from './WithHelp.tsx';
import '../styles/share.css';

/** Controls and all pictures of a run. */
export function EmbeddedLab() {
  return (
    <div className="lab" data-view="lab">
      <WithHelp>
        <LabView />
      </WithHelp>
    </div>
  );
}
