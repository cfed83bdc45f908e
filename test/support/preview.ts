/** Serves the built page for browser tests. */

import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Plugin, preview } from 'vite';
import { root } from '../../src/setup/command.mjs';
import { headers } from '../../src/setup/policy.ts';

/** What browsers take for granted where a host says nothing. */
const noHeaders = {
  'Content-Security-Policy': '',
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cross-Origin-Embedder-Policy': 'unsafe-none',
};

/** Where browsers report what the policy refused, in pages and in workers. */
const reportPath = '/policy-reports';
const reportingHeaders = {
  'Content-Security-Policy': `${headers['Content-Security-Policy']}; report-uri ${reportPath}`,
};

/** A running server of the built page. */
export interface PreviewServer {
  /** Ends with a slash. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves the built page on a free port.
 *
 * @param folder where on the host the page lies, with slashes at both ends
 * @param isolated false for a host that sends no headers of its own, as most do
 * @param built where it was built
 * @param onRefusal told what the policy that is sent with every file refused, in a few words
 */
export async function servePreview(
  folder = '/',
  isolated = true,
  onRefusal: (refusal: string) => void = () => undefined,
  built = `${root}dist`,
): Promise<PreviewServer> {
  if (!existsSync(`${built}/index.html`)) {
    throw new Error('There is no built page to test: run "npm run build" first.');
  }
  const server = await preview({
    root,
    base: folder,
    build: { outDir: built },
    logLevel: 'error',
    plugins: [policyReports(onRefusal)],
    preview: { port: 0, open: false, headers: isolated ? reportingHeaders : noHeaders },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The preview server did not say where it listens.');
  return { address, close: () => server.close() };
}

function policyReports(onRefusal: (refusal: string) => void): Plugin {
  return {
    name: 'policy-reports',
    configurePreviewServer({ middlewares }) {
      middlewares.use(reportPath, (request: IncomingMessage, response: ServerResponse) => {
        let text = '';
        request.on('data', (part) => {
          text += part;
        });
        request.on('end', () => {
          response.writeHead(204).end();
          const report = JSON.parse(text)['csp-report'];
          const {
            'effective-directive': directive,
            'blocked-uri': blocked,
            'source-file': file,
          } = report;
          onRefusal(
            `The policy refused ${directive} ${blocked} in ${file ?? report['document-uri']}`,
          );
        });
      });
    },
  };
}
