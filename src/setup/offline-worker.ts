/** Builds the service worker beside the page, and tells it which files the page is made of. */
import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';
import { serviceWorkerFile } from '../offline/names.ts';

/** Files of public/ that belong to the page itself. */
const ownFiles = ['icon.svg', 'manifest.webmanifest'];

/** Emits the service worker once everything else has its name. */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = pageFiles(bundle);
        if (!files.some(({ url }) => url === 'index.html')) {
          this.error('The service worker would keep a page without its document.');
        }
        const source = await compile(JSON.stringify(files));
        this.emitFile({ type: 'asset', fileName: serviceWorkerFile, source });
      },
    },
  };
}

/** The document, its code and its styles: not what workers load, which is kept when it is used. */
function pageFiles(bundle: Rolldown.OutputBundle): { url: string; revision: string | null }[] {
  const built = Object.values(bundle)
    .filter((file) =>
      file.type === 'chunk'
        ? // Of the languages only the one that is spoken is kept.
          !file.facadeModuleId?.includes('/src/messages/')
        : /(^index\.html|\.css)$/.test(file.fileName),
    )
    .map((file) => ({
      url: file.fileName,
      // All other names change with the contents.
      revision: file.fileName === 'index.html' ? revisionOf(file) : null,
    }));
  const version = createHash('sha256').update(JSON.stringify(built)).digest('hex').slice(0, 16);
  return [...built, ...ownFiles.map((url) => ({ url, revision: version }))];
}

function revisionOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  const contents = file.type === 'chunk' ? file.code : file.source;
  return createHash('sha256').update(contents).digest('hex').slice(0, 16);
}

async function compile(files: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { pageFiles: files, 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: 'src/offline/service-worker.ts', name: 'Offline', formats: ['iife'] },
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const chunk = outputs.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${serviceWorkerFile} could not be built.`);
  return chunk.code;
}
