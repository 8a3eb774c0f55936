/**
 * Argon2id off the main thread, so that the page stays alive while it works; on it where there is no worker.
 *
 * @import { Bytes } from "../format/bytes.js"
 * @import { Cost } from "./argon2.js"
 */

import { VaultProblem } from "../format/problem.js";
import { load } from "../loading.js";
import { ownScript } from "../trusted.js";

/**
 * @param {string} words in canonical form
 * @param {{salt: Bytes, cost: Cost, shell: URL}} with_ `shell` is the folder of argon2.js
 * @returns {Promise<Bytes>}
 */
export async function stretch(words, { salt, cost, shell }) {
  if (typeof WebAssembly === "undefined") throw new VaultProblem("place", "no-webassembly");
  const script = new URL("argon2.js", shell);
  const inWorker = await stretchInWorker(ownScript(script), { words, salt, cost });
  if (inWorker) return inWorker;
  const { stretched } = await load("argon2.js", shell).catch(() => {
    throw new VaultProblem("place", "unreachable");
  });
  try {
    return await stretched(words, { salt, cost });
  } catch {
    throw new VaultProblem("place", "no-memory");
  }
}

/**
 * @param {string} script
 * @param {{words: string, salt: Bytes, cost: Cost}} job
 * @returns {Promise<Bytes | undefined>} nothing where the worker could not do it
 */
async function stretchInWorker(script, job) {
  /** @type {Worker} */
  let worker;
  try {
    worker = new Worker(script, { type: "module" });
  } catch {
    return undefined;
  }
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.stretched);
      worker.onerror = () => resolve(undefined);
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
