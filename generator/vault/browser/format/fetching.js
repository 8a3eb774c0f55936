/**
 * Asking the host for sealed files, and for nothing else.
 *
 * @import { Bytes } from "./bytes.js"
 * @import { Fetcher } from "./site.js"
 */

import { VaultProblem } from "./problem.js";

/** @type {((folder: string) => Fetcher) | undefined} */
let elsewhere;

/** Says how files are had where there is no host to ask. @param {(folder: string) => Fetcher} make */
export function provideFetcher(make) {
  elsewhere = make;
}

/** @param {string} folder the address of a site's folder, with a slash at its end @returns {Fetcher} */
export function fetcher(folder) {
  if (elsewhere) return elsewhere(folder);
  return async (name, { cache = "default", signal } = {}) => {
    /** @type {Response} */
    let response;
    try {
      response = await fetch(folder + name, {
        cache,
        credentials: "same-origin",
        referrerPolicy: "no-referrer",
        signal,
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new VaultProblem("place", "unreachable");
    }
    if (response.status === 404 || response.status === 403 || response.status === 410) return undefined;
    if (!response.ok) throw new VaultProblem("place", "unreachable");
    return /** @type {Bytes} */ (new Uint8Array(await response.arrayBuffer()));
  };
}
