/**
 * What the built page may do, in one place: the Content Security Policy in its document, and the headers
 * that `vite preview` sends and public/_headers repeats for other hosts (a test compares them). Why each
 * line is as it is: SECURITY.md.
 */

/** A policy: what may come from where. */
type Policy = Readonly<Record<string, readonly string[]>>;

/** What holds in the page and in its workers alike. */
const everywhere: Policy = {
  'default-src': ["'none'"],
  // Training compiles WebAssembly: in workers, but not every browser gives these a policy of their own.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  // Saved pictures are drawn from memory and shown before they are saved.
  'img-src': ["'self'", 'data:', 'blob:'],
  'frame-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // The one of src/trust: it passes the addresses of this page's own workers.
  'trusted-types': ['default'],
};

/** In the document, where no host can leave it out. It does not reach the page's workers. */
const pagePolicy: Policy = {
  ...everywhere,
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
};

/**
 * With every file. In a document both policies count, so that what is more here is more for workers
 * alone: one opens tables at the addresses visitors give it, and jax-js in the benchmark starts threads
 * from memory. Who may embed the page is left open: everybody may.
 */
const filePolicy: Policy = {
  ...everywhere,
  'connect-src': ["'self'", 'https:'],
  'worker-src': ["'self'", 'blob:'],
};

/** For the document: `<meta http-equiv="Content-Security-Policy">`. */
export const policyOfPage = textOf(pagePolicy);

/**
 * With these two, threads of the page may share memory, and training gets a second one. The page works
 * without them. The third lets pages that are isolated themselves show this one in a frame.
 */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What a host sends with every file of the built page. */
export const headers = {
  'Content-Security-Policy': textOf(filePolicy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), usb=()',
  ...isolation,
};

function textOf(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
