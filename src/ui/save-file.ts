/** Saves something as a file of the visitor's. */

/** Milliseconds after which the browser has taken the file. */
const taken = 10_000;

/** @param name suggested to the visitor */
export function saveFile(name: string, type: string, contents: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([contents as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), taken);
}
