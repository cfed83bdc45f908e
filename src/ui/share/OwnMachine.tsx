/** A page on one's own machine is seen by nobody else. */

/** A sentence about it; nothing on a web host. */
export function OwnMachine() {
  const base = new URL('.', document.baseURI).href;
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(base)) return null;
  return (
    <p className="share-note">
      This page runs on your own machine, and so do the addresses in what you take from here. Put
      the folder <code>dist</code> of <code>npm run build</code> on a web host, and take it from
      there.
    </p>
  );
}
