/** What makes the stage of the neurons one that can be walked on, in words. */

import { words } from './words.ts';

/**
 * Makes the stage one that can be walked on.
 *
 * @param label what the picture shows; undefined while there is nothing to walk on
 */
export function describeStage(stage: HTMLElement, label: string | undefined): void {
  if (label === undefined) {
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-description']) {
      stage.removeAttribute(name);
    }
    return;
  }
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', label);
  stage.setAttribute('aria-description', words('walking'));
  stage.tabIndex = 0;
}
