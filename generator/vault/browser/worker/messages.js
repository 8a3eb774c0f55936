/**
 * What page and worker say to each other.
 *
 * @typedef {object} Held what one open site needs to be answered for, and to be read again after a reload
 * @property {string} site
 * @property {readonly SiteKeys[]} keys of this site and of the others that its keyholder opened
 * @property {ReadonlyMap<string, PartedFile>} files
 *
 * @typedef {{kind: "hold", held: Held}
 *   | {kind: "recall", site: string}
 *   | {kind: "fetching", site: string, path: string}
 *   | {kind: "claim"}
 *   | {kind: "leaving", held: Held}
 *   | {kind: "forget"}} ToWorker
 *
 * @typedef {{kind: "who-holds", site: string}} ToPage
 *
 * @import { SiteKeys } from "../format/keys.js"
 * @import { PartedFile } from "../format/manifest.js"
 */

/** The part of a worker's address after which everything is answered by it. */
export const ANSWERED = "~/";
