/** A page on one's own machine is seen by nobody else. */
import english from '../../messages/en/ui/share/own-machine.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../Phrase.tsx';

const words = createWords('ui/share/own-machine', english);

/** A sentence about it; nothing on a web host. */
export function OwnMachine() {
  const base = new URL('.', document.baseURI).href;
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(base)) return null;
  return (
    <p className="share-note">
      <Phrase
        of={words}
        say="ownMachine"
        parts={{ folder: <code>dist</code>, command: <code>npm run build</code> }}
      />
    </p>
  );
}
