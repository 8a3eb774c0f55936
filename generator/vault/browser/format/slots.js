/**
 * The slots: sixteen little boxes of one size, of which a keyholder's words or link open one.
 *
 * @typedef {object} SlotsHeader
 * @property {number} epoch
 * @property {{memory: number, passes: number, lanes: number}} argon2 memory in KiB
 * @property {Bytes} salt 16 bytes
 * @property {string} site
 * @property {Bytes} raw the header as it stands in the file; part of every slot's context
 *
 * @typedef {object} Opened
 * @property {"guardian" | "student" | "staff" | "visitor"} role
 * @property {SiteKeys} keys
 * @property {readonly SiteKeys[]} siblings further sites that the same keyholder may read
 *
 * @import { Bytes } from "./bytes.js"
 * @import { SiteKeys } from "./keys.js"
 */

import { base32, lengthPrefixed, utf8 } from "./bytes.js";
import { importKey, open } from "./cobblestone.js";
import { siteKeys } from "./keys.js";
import { VaultProblem } from "./problem.js";

const HEADER_SIZE = 64;
const SLOT_COUNT = 16;
const SLOT_SIZE = 512;
export const SLOTS_SIZE = HEADER_SIZE + SLOT_COUNT * SLOT_SIZE;
const SITE_SIZE = 10;
const KEY_SIZE = 32;
const KEY_AT = 3;
const SCHOOL_AT = KEY_AT + KEY_SIZE;
const SIBLINGS_AT = SCHOOL_AT + KEY_SIZE;
const SIBLING_SIZE = SITE_SIZE + 4 + KEY_SIZE;
const MOST_SIBLINGS = 8;
const ROLES = /** @type {const} */ (["guardian", "student", "staff", "visitor"]);

/**
 * @param {Bytes} slots the whole file
 * @param {string} folder the name of the folder it came from
 * @returns {SlotsHeader}
 */
export function readHeader(slots, folder) {
  if (slots.length < 5 || String.fromCharCode(...slots.subarray(0, 4)) !== "KFSL") throw new VaultProblem("slots", "not-slots");
  const view = new DataView(slots.buffer, slots.byteOffset);
  if (view.getUint8(4) !== 1) throw new VaultProblem("slots", "unknown-version");
  if (slots.length !== SLOTS_SIZE) throw new VaultProblem("slots", "bad-header");
  const epoch = view.getUint32(8);
  const asDecided = view.getUint8(5) === SLOT_COUNT && view.getUint16(6) === SLOT_SIZE && epoch >= 1;
  if (!asDecided || slots.subarray(50, HEADER_SIZE).some((byte) => byte !== 0)) throw new VaultProblem("slots", "bad-header");
  const argon2 = { memory: view.getUint32(12), passes: view.getUint32(16), lanes: view.getUint32(20) };
  // A tampered header must not make a phone work for an hour.
  const reasonable =
    argon2.memory >= 19456 && argon2.memory <= 262144 && argon2.passes >= 1 && argon2.passes <= 10 && argon2.lanes === 1;
  if (!reasonable) throw new VaultProblem("slots", "cost-out-of-limits");
  const site = base32(slots.slice(40, 40 + SITE_SIZE));
  if (/^[a-z2-7]{16}$/.test(folder) && folder !== site) throw new VaultProblem("slots", "foreign-site");
  return { epoch, argon2, salt: slots.slice(24, 40), site, raw: slots.slice(0, HEADER_SIZE) };
}

/** The key for passphrase slots. @param {Bytes} stretched what Argon2id made of the words @returns {Promise<CryptoKey>} */
export async function wordsKey(stretched) {
  return slotKey(stretched, { salt: new Uint8Array(0), purpose: "words" });
}

/** The key for link slots. @param {Bytes} link 16 bytes @param {SlotsHeader} header @returns {Promise<CryptoKey>} */
export async function linkKey(link, header) {
  return slotKey(link, { salt: header.salt, purpose: "link" });
}

/**
 * What the slot that fits the key holds, or nothing where none fits.
 *
 * @param {Bytes} slots the whole file
 * @param {{key: CryptoKey, header: SlotsHeader}} with_
 * @returns {Promise<Opened | undefined>}
 */
export async function openSlots(slots, { key, header }) {
  const context = lengthPrefixed(["kinfolio/1", "slot", header.site, header.raw]);
  for (let at = HEADER_SIZE; at < SLOTS_SIZE; at += SLOT_SIZE) {
    const slot = await open(key, slots.slice(at, at + SLOT_SIZE), context);
    if (slot) return readSlot(slot, header);
  }
  return undefined;
}

/** @param {Bytes} slot @param {SlotsHeader} header @returns {Promise<Opened>} */
async function readSlot(slot, header) {
  const view = new DataView(slot.buffer);
  if (view.getUint8(0) !== 1) throw new VaultProblem("slots", "unknown-version");
  const role = ROLES[view.getUint8(1) - 1];
  const count = view.getUint8(2);
  const end = SIBLINGS_AT + count * SIBLING_SIZE;
  if (!role || count > MOST_SIBLINGS || slot.subarray(end).some((byte) => byte !== 0)) throw new VaultProblem("slots", "bad-slot");
  const school = slot.slice(SCHOOL_AT, SIBLINGS_AT);
  const siblings = [];
  for (let at = SIBLINGS_AT; at < end; at += SIBLING_SIZE) {
    const key = at + SITE_SIZE + 4;
    const epoch = view.getUint32(at + SITE_SIZE);
    if (epoch < 1) throw new VaultProblem("slots", "bad-slot");
    siblings.push(await siteKeys(slot.slice(key, key + KEY_SIZE), { site: base32(slot.slice(at, at + SITE_SIZE)), epoch, school }));
  }
  return { role, keys: await siteKeys(slot.slice(KEY_AT, SCHOOL_AT), { ...header, school }), siblings };
}

/** @param {Bytes} secret @param {{salt: Bytes, purpose: "words" | "link"}} with_ @returns {Promise<CryptoKey>} */
async function slotKey(secret, { salt, purpose }) {
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = utf8(`kinfolio/1 slot ${purpose}`);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-512", salt, info }, material, 256);
  return importKey(new Uint8Array(bits));
}
