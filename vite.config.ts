import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { buildMark } from './src/setup/build-mark.ts';
import { compileMessages } from './src/setup/compile-messages.ts';
import { groupOfModule } from './src/setup/file-groups.ts';
import { offlineWorker } from './src/setup/offline-worker.ts';
import { headers, isolation, policyOfPage } from './src/setup/policy.ts';

export default defineConfig({
  // Relative addresses: the built page works from any folder of any static host.
  base: './',
  define: { 'import.meta.env.VITE_BUILD': JSON.stringify(buildMark()) },
  plugins: [
    react(),
    compileMessages(),
    keepTensorFlowInWorker(),
    elementScript(),
    policyInDocument(),
    offlineWorker(),
  ],
  // Not "localhost": that may listen on IPv6 only, and 127.0.0.1 is reached under both names.
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', headers },
  // The worker's packages too, or the page reloads when training starts for the first time.
  optimizeDeps: { entries: ['index.html', 'src/worker/**/*.ts'] },
  worker: { format: 'es', plugins: () => [compileMessages()] },
  build: {
    target: 'es2022',
    sourcemap: false,
    // WebAssembly is compiled while it streams in, which text inside JavaScript cannot.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: groupOfModule(), includeDependenciesRecursively: false }],
        },
      },
    },
  },
});

/**
 * Fails the build when the page itself would load TensorFlow.js or jax-js. They belong into workers,
 * which are bundled apart (this plugin does not run there) and are loaded only when something trains.
 */
function keepTensorFlowInWorker(): Plugin {
  return {
    name: 'keep-tensorflow-in-worker',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const culprit = chunk.moduleIds.find((id) =>
          /\/node_modules\/(@tensorflow|@jax-js)\//.test(id),
        );
        if (culprit === undefined) continue;
        this.error(
          `The page's ${chunk.fileName} contains ${culprit}: import src/engine and src/bench only from workers.`,
        );
      }
    },
  };
}

/**
 * Builds the script of the element `<clock-pizza>` beside the page, under a name that stays. It is a
 * classic script: pages elsewhere may load it whether or not this host allows others to read its files.
 */
function elementScript(): Plugin {
  const fileName = 'clock-pizza.js';
  const compile = async (): Promise<string> => {
    const result = await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        target: 'es2022',
        write: false,
        lib: { entry: 'src/embed/script.ts', name: 'ClockPizza', formats: ['iife'] },
      },
    });
    const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
    const chunk = outputs.find(({ type }) => type === 'chunk');
    if (chunk?.type !== 'chunk') throw new Error(`${fileName} could not be built.`);
    return chunk.code;
  };
  return {
    name: 'element-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await compile() });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response, next) => {
        compile().then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}

/**
 * Writes the policy into the built document, in front of everything it is about. Not while the page is
 * developed: Vite's own scripts stand in the document then.
 */
function policyInDocument(): Plugin {
  const before = '<meta charset="utf-8" />';
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOfPage}" />`;
  return {
    name: 'policy-in-document',
    apply: 'build',
    transformIndexHtml(html) {
      if (!html.includes(before)) this.error('index.html has no place for the policy.');
      return html.replace(before, `${before}\n    ${policy}`);
    },
  };
}
