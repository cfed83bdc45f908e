/**
 * Compiles the kernels to WebAssembly and writes them as text into `kernels-binary.ts`, so that the
 * page, the command line and the tests load them in one way and without a further request. Run it
 * with `npm run kernels` after a change to them; a test compares source and result.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
  '--maximumMemory',
  '65536',
];

/**
 * The text of `kernels-binary.ts`.
 *
 * @returns {Promise<string>}
 */
export async function compileKernels() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const entry = fileURLToPath(new URL('index.ts', import.meta.url));
  const { error, stderr } = await asc.main([entry, ...options, '--outFile', 'kernels.wasm'], {
    writeFile(name, contents) {
      if (name === 'kernels.wasm') binary = /** @type {Uint8Array} */ (contents);
    },
  });
  if (error !== null || binary === undefined) throw new Error(`${error}\n${stderr.toString()}`);
  const text = Buffer.from(binary).toString('base64');
  return `/** Compiled from \`assembly/\` by \`npm run kernels\`: not to be edited. */
export const kernelsBinary =
  '${text}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../kernels-binary.ts', import.meta.url);
  await writeFile(target, await compileKernels());
}
