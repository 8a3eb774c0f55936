/**
 * Argon2id, in a file of its own because only typed words need it: a worker where there may be one, a module elsewhere.
 *
 * @typedef {{memory: number, passes: number, lanes: number}} Cost memory in KiB
 * @import { Bytes } from "../format/bytes.js"
 */

import { argon2id } from "hash-wasm";

// RFC 9106's method with small settings; the value is the one of the reference implementation.
const KNOWN = {
  password: "password",
  salt: "kinfolio known answer",
  cost: { memory: 64, passes: 1, lanes: 1 },
  answer: "42b5ca743ce6fbe2c5eceb9dafff3318",
};

/**
 * What Argon2id (version 1.3) makes of the words, 32 bytes.
 *
 * @param {string} words in canonical form
 * @param {{salt: Bytes, cost: Cost}} with_
 * @returns {Promise<Bytes>}
 */
export async function stretched(words, { salt, cost }) {
  const tried = await hash(KNOWN.password, { salt: new TextEncoder().encode(KNOWN.salt), cost: KNOWN.cost });
  const shown = Array.from(tried.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (shown !== KNOWN.answer) throw new Error("Argon2id does not compute as it should in this browser");
  return hash(words, { salt, cost });
}

/** @param {string} password @param {{salt: Bytes, cost: Cost}} with_ @returns {Promise<Bytes>} */
async function hash(password, { salt, cost }) {
  return /** @type {Bytes} */ (
    await argon2id({
      password,
      salt,
      memorySize: cost.memory,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: "binary",
    })
  );
}

if (typeof document === "undefined" && typeof self === "object" && "onmessage" in self) {
  self.addEventListener("message", async ({ data }) => {
    try {
      self.postMessage({ stretched: await stretched(data.words, data) });
    } catch (cause) {
      self.postMessage({ failed: String(cause) });
    }
  });
}
