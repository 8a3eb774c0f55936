/**
 * Asking the host for sealed files, and for nothing else.
 *
 * @import { Bytes } from "./bytes.js"
 * @import { Fetcher } from "./site.js"
 */

import { LARGEST_SEALED } from "./blobs.js";
import { joined } from "./bytes.js";
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
  return async (name, { cache = "default", signal, most = LARGEST_SEALED } = {}) => {
    const stop = new AbortController();
    try {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", () => stop.abort(), { once: true });
      const response = await fetch(folder + name, {
        cache,
        credentials: "same-origin",
        referrerPolicy: "no-referrer",
        signal: stop.signal,
      });
      if (response.ok) return await beginningOf(response, most + 1);
      if (response.status === 404 || response.status === 403 || response.status === 410) return undefined;
    } catch (cause) {
      if (signal?.aborted) throw cause;
    } finally {
      // Only this hangs up at once in every browser; what has come to its end does not mind.
      stop.abort();
    }
    throw new VaultProblem("place", "unreachable");
  };
}

/**
 * As much of an answer as there is room for; a host that never stops sending must not fill the memory of a phone.
 *
 * @param {Response} response
 * @param {number} room
 * @returns {Promise<Bytes>}
 */
async function beginningOf({ body }, room) {
  const pieces = [];
  const reader = body?.getReader();
  for (let step = await reader?.read(); step?.value; step = await reader?.read()) {
    pieces.push(step.value.subarray(0, room));
    room -= step.value.length;
    if (room <= 0) break;
  }
  return joined(pieces);
}
