/**
 * Where this page stands: the site's folder, the deployment around it, and what the address carried.
 *
 * @typedef {object} Place
 * @property {string} folder address of the site's folder, with a slash at its end
 * @property {string} root address of the deployment, with a slash at its end
 * @property {string} site name of the folder
 *
 * @import { Bytes } from "./format/bytes.js"
 */

import { fromBase64url } from "./format/bytes.js";
import { VaultProblem } from "./format/problem.js";

const LINK_KEY_SIZE = 16;

/** @param {string} address of a page @returns {Place} */
export function placeOf(address) {
  const folder = new URL(".", address);
  folder.hash = "";
  folder.search = "";
  return {
    folder: folder.href,
    root: new URL("..", folder).href,
    site: folder.pathname.split("/").at(-2) ?? "",
  };
}

/** The folder of another site of the same deployment. @param {Place} place @param {string} site @returns {Place} */
export function neighbour(place, site) {
  return { folder: `${place.root}${site}/`, root: place.root, site };
}

/**
 * The link key that a scanned code put behind the `#`; nothing where there is none.
 *
 * @param {string} hash of the address
 * @returns {Bytes | undefined}
 */
export function linkKeyIn(hash) {
  if (!hash.startsWith("#k=")) return undefined;
  const text = hash.slice(3);
  const key = text.length === 22 ? fromBase64url(text) : undefined;
  if (key?.length !== LINK_KEY_SIZE) throw new VaultProblem("link", "bad-link");
  return key;
}

/**
 * Whether this browser can open anything at all, before anybody types six words.
 *
 * @param {typeof globalThis} here
 * @param {{isOffline: boolean}} edition
 */
export function checkBrowser(here, { isOffline }) {
  if (here.location.protocol === "file:" && !isOffline) throw new VaultProblem("place", "from-file");
  if (!here.isSecureContext) throw new VaultProblem("place", "insecure");
  if (!here.crypto?.subtle || !("DecompressionStream" in here)) throw new VaultProblem("place", "old-browser");
}
