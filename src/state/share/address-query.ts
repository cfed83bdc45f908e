/** Addresses of this page that files carry. */
import { decodeAddress } from '../url.ts';

/** Longest address that is looked at. */
const longestAddress = 8000;
/** Addresses may be without an origin. */
const somewhere = 'https://page.invalid/';

/**
 * The query string of an address, without the question mark, when this page understands all of it;
 * undefined otherwise. Where the page lay when the file was saved does not matter. Opening a file
 * must not start work by itself: `autorun` is left out, and one with a table of another host is refused.
 */
export function addressQuery(address: string): string | undefined {
  if (address.length > longestAddress || !URL.canParse(address, somewhere)) return undefined;
  const { searchParams } = new URL(address, somewhere);
  searchParams.delete('autorun');
  // A file from anyone must not make the page ask another host for anything.
  const table = searchParams.get('table') ?? '';
  if (URL.canParse(table) || /^[/\\]{2}/.test(table)) return undefined;
  const query = searchParams.toString();
  return query === '' || decodeAddress(query).problems.length > 0 ? undefined : query;
}
