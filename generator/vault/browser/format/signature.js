/**
 * The school's signature under a contents list: Ed25519 (RFC 8032), by the browser or, where it has none, by a library.
 *
 * @import { Bytes } from "./bytes.js"
 * @typedef {(signature: Bytes, signed: Bytes, key: Bytes) => Promise<boolean>} Verifier
 */

import { VaultProblem } from "./problem.js";

export const SIGNATURE_SIZE = 64;

/** @type {() => Promise<Verifier>} */
let loadVerifier = () => Promise.reject(new VaultProblem("place", "old-browser"));

/** Says where a verifier is to be had for browsers without one. @param {() => Promise<Verifier>} load */
export function provideVerifier(load) {
  loadVerifier = load;
}

/** @param {Bytes} key public, 32 bytes @param {{signature: Bytes, signed: Bytes}} what @returns {Promise<boolean>} */
export async function isSignedBy(key, { signature, signed }) {
  if (signature.length !== SIGNATURE_SIZE) return false;
  const own = await importedKey(key);
  if (own) return crypto.subtle.verify("Ed25519", own, signature, signed);
  const verify = await loadVerifier();
  return verify(signature, signed, key);
}

/** @param {Bytes} key @returns {Promise<CryptoKey | undefined>} nothing where the browser knows no Ed25519 */
async function importedKey(key) {
  try {
    return await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch (cause) {
    // A key that is no point on the curve fails otherwise, and must not be tried again by somebody less strict.
    if (cause instanceof DOMException && cause.name === "NotSupportedError") return undefined;
    throw new VaultProblem("manifest", "bad-signature");
  }
}
