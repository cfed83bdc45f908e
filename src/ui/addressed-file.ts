/** Addresses in files that were saved here: pictures, and citations. */

/** Larger files are none of ours, bytes. */
const largestFile = 50e6;
/** BibTeX: url = {…} or url = "…". */
const citedAddress = /\burl\s*=\s*(?:\{([^{}]*)\}|"([^"]*)")/i;

/**
 * The address a file carries; undefined where it has none or cannot be read.
 *
 * @param readPictureAddress finds it in the bytes of an SVG, PNG or GIF
 */
export async function addressInFile(
  file: Blob,
  kind: 'picture' | 'citation',
  readPictureAddress?: (bytes: Uint8Array) => string | undefined,
): Promise<string | undefined> {
  if (file.size > largestFile) return undefined;
  try {
    if (kind === 'picture') return readPictureAddress?.(new Uint8Array(await file.arrayBuffer()));
    const [, inBraces, inQuotes] = citedAddress.exec(await file.text()) ?? [];
    return (inBraces ?? inQuotes)?.trim();
  } catch {
    // Whatever is wrong with somebody's picture, it has no address for this page.
    return undefined;
  }
}
