/**
 * What this browser remembers of a site: the number of the publication it saw last, so that an old one is noticed.
 *
 * Numbers only; no name, no label and no path. A browser that keeps nothing simply remembers nothing.
 *
 * @typedef {{epoch: number, generation: number}} Seen
 */

import { isOlder } from "../format/manifest.js";

/** @param {string} folder address of the site's folder @returns {Seen | undefined} */
export function lastSeen(folder) {
  try {
    const [epoch, generation] = (localStorage.getItem(nameFor(folder)) ?? "").split(".").map(Number);
    return epoch && generation ? { epoch, generation } : undefined;
  } catch {
    return undefined;
  }
}

/** Only ever for a newer one: who looked at an old publication has still seen the new. @param {string} folder @param {Seen} seen */
export function remember(folder, seen) {
  try {
    const last = lastSeen(folder);
    if (!last || isOlder(last, seen)) localStorage.setItem(nameFor(folder), `${seen.epoch}.${seen.generation}`);
  } catch {
    // Storage is switched off or full; nothing depends on it.
  }
}

/** @param {string} folder @returns {string} */
function nameFor(folder) {
  return `kinfolio seen ${new URL(folder).pathname}`;
}
