/**
 * What the built page needs early goes into few files: a visitor waits for requests, not for the bytes of
 * seventy small modules. Every group holds whatever its modules import, or leaves that to a group above
 * it, so no file waits for one that waits for it.
 */

import { fileURLToPath } from 'node:url';

/** What the bundler knows about a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const page = 'src/page.tsx';
const lab = 'src/ui/LabView.tsx';
const embedded = 'src/embedded.tsx';
const circles = 'src/ui/figures/CirclesCard.tsx';

/**
 * Which file a module goes into, for one build.
 *
 * @returns names: "core" is what both the page and an embedded figure begin with, "page" what only the page
 *   does, "figures" what the lab and an embedded figure share, "frame" what else an embedded figure needs; null
 *   leaves it to the bundler
 */
export function groupOfModule(): (id: string, modules: Modules) => string | null {
  const needs = new Map<string, ReadonlySet<string>>();

  /** Whether any of these imports the module, directly or not. */
  const isAmong = (id: string, modules: Modules, roots: readonly string[]): boolean =>
    roots.some((root) => {
      const found = needs.get(root) ?? importedBy(root, modules);
      needs.set(root, found);
      return found.has(id);
    });

  return (id, modules) => {
    const isOfEmbed = isAmong(id, modules, [embedded, circles]);
    if (isAmong(id, modules, [page])) return isOfEmbed ? 'core' : 'page';
    if (!isOfEmbed || id === fileOf(embedded)) return null;
    return isAmong(id, modules, [lab, circles]) ? 'figures' : 'frame';
  };
}

/** All modules that one imports, itself included. @param root file in the project */
function importedBy(root: string, modules: Modules): ReadonlySet<string> {
  const id = fileOf(root);
  if (modules.getModuleInfo(id) === null)
    throw new Error(`There is no module ${root} to group by.`);
  const found = new Set([id]);
  for (const module of found) {
    for (const imported of modules.getModuleInfo(module)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
