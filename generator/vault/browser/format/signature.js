/**
 * The school's signature under a contents list: Ed25519 (RFC 8032), by the browser or, where it has none, by a library.
 *
 * @import { Bytes } from "./bytes.js"
 * @typedef {(signature: Bytes, signed: Bytes, key: Bytes) => Promise<boolean>} Verifier
 */

import { VaultProblem } from "./problem.js";

export const SIGNATURE_SIZE = 64;

/** Of RFC 8032: the prime of the field, and the order of the group. */
const PRIME = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
/** Where a point of order 8 lies; with 0, 1 and their negatives these are the keys whose signatures mean nothing. */
const ORDER_8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
const MEANINGLESS = [0n, 1n, PRIME - 1n, ORDER_8, PRIME - ORDER_8];

/** @type {() => Promise<Verifier>} */
let loadVerifier = () => Promise.reject(new VaultProblem("place", "old-browser"));

/** Says where a verifier is to be had for browsers without one. @param {() => Promise<Verifier>} load */
export function provideVerifier(load) {
  loadVerifier = load;
}

/** @param {Bytes} key public, 32 bytes @param {{signature: Bytes, signed: Bytes}} what @returns {Promise<boolean>} */
export async function isSignedBy(key, { signature, signed }) {
  // Browsers differ in how strict they are, and WebKitGTK 2.50 dies of a key of zeros. So the rules are kept here.
  if (signature.length !== SIGNATURE_SIZE || whole(signature.subarray(32)) >= ORDER) return false;
  const place = BigInt.asUintN(255, whole(key));
  if (place >= PRIME || MEANINGLESS.includes(place)) return false;
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

/** The number in bytes, the lowest first. @param {Bytes} bytes @returns {bigint} */
function whole(bytes) {
  return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
}
