/**
 * Vectors that others published, in the browser that shows this page: through our own code where it is ours, and
 * through the browser's cryptography where we only call it. X25519 is the keyring's alone, and no page needs it.
 *
 * @typedef {{result: "valid" | "invalid" | "acceptable"} & Record<string, string>} Case bytes are hexadecimal
 * @typedef {Record<"cobblestone" | "gcm" | "hkdf" | "argon2id", Case[]>} PublicVectors
 */

import { inflated } from "../../../generator/vault/browser/format/blobs.js";
import { importKey, open } from "../../../generator/vault/browser/format/cobblestone.js";

/**
 * What did not end as it should.
 *
 * @param {Partial<PublicVectors>} vectors
 * @param {URL} shell where argon2.js is
 * @returns {Promise<string[]>}
 */
export async function publicVerdicts(vectors, shell) {
  const { stretched } = await import(new URL("argon2.js", shell).href);
  /** @type {Record<keyof PublicVectors, (test: Case) => Promise<boolean>>} */
  const checks = { cobblestone, gcm, hkdf, argon2id: (test) => argon2id(test, stretched) };
  const wrong = [];
  for (const [name, check] of Object.entries(checks)) {
    for (const [index, test] of (vectors[/** @type {keyof PublicVectors} */ (name)] ?? []).entries()) {
      if (!(await check(test).catch(() => false))) wrong.push(`${name} ${test.tcId ?? index}`);
    }
  }
  return wrong;
}

/** @param {Case} test */
async function cobblestone(test) {
  const message = await inflated(hex(test.ct), 2 ** 28);
  const key = await importKey(hex(test.key)).catch(() => undefined);
  const plaintext = message && key && (await open(key, message, hex(test.ctx)));
  if (test.result !== "valid") return plaintext === undefined;
  return plaintext !== undefined && toHex(await crypto.subtle.digest("SHA-512", plaintext)) === test.msgSha512;
}

/** @param {Case} test */
async function gcm({ key, iv, aad, ct, tag, msg, result }) {
  const usable = await crypto.subtle.importKey("raw", hex(key), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: hex(iv), additionalData: hex(aad) };
  const opened = await crypto.subtle.decrypt(how, usable, hex(`${ct}${tag}`)).then(toHex, () => undefined);
  return opened === (result === "valid" ? msg : undefined);
}

/** @param {Case} test */
async function hkdf({ ikm, salt, info, size, okm, result }) {
  const usable = await crypto.subtle.importKey("raw", hex(ikm), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: hex(salt), info: hex(info) };
  const derived = await crypto.subtle.deriveBits(how, usable, Number(size) * 8).then(toHex, () => undefined);
  return derived === (result === "valid" ? okm : undefined);
}

/** @param {Case} test @param {typeof import("../../../generator/vault/browser/unlock/argon2.js").stretched} stretched */
async function argon2id({ pass, salt, memcost, iter, lanes, output }, stretched) {
  const cost = { memory: Number(memcost), passes: Number(iter), lanes: Number(lanes) };
  return toHex(await stretched(new TextDecoder().decode(hex(pass)), { salt: hex(salt), cost })) === output;
}

/** @param {string | undefined} text @returns {Uint8Array<ArrayBuffer>} */
function hex(text = "") {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

/** @param {ArrayBuffer | Uint8Array} bytes @returns {string} */
function toHex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
