/**
 * Cobblestone-256, the one way Kinfolio seals bytes: c2sp.org/chunked-encryption with SHA-512 and AES-256-GCM.
 *
 * A message is 24 bytes of salt, 32 bytes of key commitment, then chunks of 16 KiB, each with a tag of 16 bytes;
 * the last chunk is always shorter, so a message cut off at a chunk's edge is noticed.
 *
 * @import { Bytes } from "./bytes.js"
 */

import { joined, same, utf8 } from "./bytes.js";

const SALT_SIZE = 24;
const COMMITMENT_SIZE = 32;
const HEADER_SIZE = SALT_SIZE + COMMITMENT_SIZE;
const CHUNK_SIZE = 16384;
const TAG_SIZE = 16;
const KEY_SIZE = 32;
const NONCE_SIZE = 12;
const DOMAIN = utf8("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0");

/** A key for `open` and `expand` that no script can read back. @param {Bytes} bytes @returns {Promise<CryptoKey>} */
export async function importKey(bytes) {
  if (bytes.length !== KEY_SIZE) throw new RangeError("a key must be 32 bytes");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-512" }, false, ["sign"]);
}

/**
 * HKDF-Expand with SHA-512 (RFC 5869, 2.3).
 *
 * @param {CryptoKey} key
 * @param {Bytes} info
 * @param {number} length
 * @returns {Promise<Bytes>}
 */
export async function expand(key, info, length) {
  const blocks = [];
  /** @type {Bytes} */
  let block = new Uint8Array(0);
  for (let number = 1; blocks.length * 64 < length; number++) {
    block = new Uint8Array(await crypto.subtle.sign("HMAC", key, joined([block, info, Uint8Array.of(number)])));
    blocks.push(block);
  }
  return joined(blocks).slice(0, length);
}

/**
 * The plaintext of a message, or nothing unless every chunk is genuine.
 *
 * @param {CryptoKey} key
 * @param {Bytes} message
 * @param {Bytes} context
 * @returns {Promise<Bytes | undefined>}
 */
export async function open(key, message, context) {
  if (!isWhole(message.length)) return undefined;
  const body = message.subarray(HEADER_SIZE);
  const derived = await expand(key, joined([DOMAIN, message.slice(0, SALT_SIZE), context]), KEY_SIZE + NONCE_SIZE + 32);
  if (!same(derived.slice(KEY_SIZE + NONCE_SIZE), message.slice(SALT_SIZE, HEADER_SIZE))) return undefined;
  const aes = await crypto.subtle.importKey("raw", derived.slice(0, KEY_SIZE), "AES-GCM", false, ["decrypt"]);
  const nonce = derived.slice(KEY_SIZE, KEY_SIZE + NONCE_SIZE);
  const plaintext = new Uint8Array(body.length - TAG_SIZE * Math.ceil(body.length / (CHUNK_SIZE + TAG_SIZE)));
  const chunks = [];
  for (let number = 0, at = 0; at < body.length; number++, at += CHUNK_SIZE + TAG_SIZE) {
    const chunk = body.subarray(at, at + CHUNK_SIZE + TAG_SIZE);
    chunks.push(
      crypto.subtle.decrypt({ name: "AES-GCM", iv: chunkNonce(nonce, number) }, aes, chunk).then((opened) => {
        plaintext.set(new Uint8Array(opened), number * CHUNK_SIZE);
      }),
    );
  }
  try {
    await Promise.all(chunks);
  } catch {
    return undefined;
  }
  return plaintext;
}

/** Whether a message can have this size; one cut off between chunks cannot. @param {number} size @returns {boolean} */
export function isWhole(size) {
  const body = size - HEADER_SIZE;
  return body >= TAG_SIZE && body % (CHUNK_SIZE + TAG_SIZE) >= TAG_SIZE;
}

/** @param {Bytes} nonce @param {number} number @returns {Bytes} */
function chunkNonce(nonce, number) {
  const bytes = nonce.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(8, (view.getUint32(8) ^ number) >>> 0);
  return bytes;
}
