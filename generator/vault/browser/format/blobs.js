/**
 * Opening one blob: its size, its seal, its name, its frame, and then what it holds.
 *
 * @typedef {object} Place
 * @property {"pack" | "file" | "manifest"} kind
 * @property {string} path
 * @property {string} type a media type
 * @property {number} part counted from 0
 * @property {number} parts
 *
 * @import { Bytes } from "./bytes.js"
 * @import { SiteKeys } from "./keys.js"
 */

import { base32, joined, lengthPrefixed } from "./bytes.js";
import { isWhole, open } from "./cobblestone.js";
import { unframed } from "./frame.js";
import { VaultProblem } from "./problem.js";

const SMALLEST_BLOB = 4168;
/** More than any contents list or pack within the format's limits is sealed to. */
export const LARGEST_SEALED = 17 * 1048576;
/** What a full part of a file is sealed to. */
const LARGEST_PART = 1082472;

/** How long a sealed file may be in its place. @param {Place} place @returns {number} */
export function largestOf({ kind }) {
  return kind === "file" ? LARGEST_PART : LARGEST_SEALED;
}

/** What ties a sealed message to its one place. @param {{site: string, epoch: number}} of @param {Place} place @returns {Bytes} */
export function blobContext({ site, epoch }, { kind, path, type, part, parts }) {
  return lengthPrefixed(["kinfolio/1", kind, site, String(epoch), path, type, String(part), String(parts)]);
}

/**
 * The data of a blob as it was fetched.
 *
 * @param {Bytes} sealed
 * @param {{keys: SiteKeys, place: Place, name: string}} expected
 * @returns {Promise<Bytes>}
 */
export async function openBlob(sealed, { keys, place, name }) {
  if (sealed.length > largestOf(place)) throw new VaultProblem("blob", "too-long");
  if (sealed.length < SMALLEST_BLOB || !isWhole(sealed.length)) throw new VaultProblem("blob", "truncated");
  const context = blobContext(keys, place);
  const frame = await open(keys.data, sealed, context);
  if (!frame) throw new VaultProblem("blob", "does-not-open");
  const named = await crypto.subtle.sign("HMAC", keys.name, joined([context, sealed]));
  // An older version of a page opens too, and so does what another keyholder made; only the name on the signed list tells.
  if (base32(new Uint8Array(named, 0, 16)) !== name) throw new VaultProblem("blob", "wrong-name");
  const data = unframed(frame);
  if (!data) throw new VaultProblem("blob", "bad-frame");
  return data;
}

/**
 * Zlib data unpacked, or nothing where it is not zlib, does not end with the data, or is larger than allowed.
 *
 * @param {Bytes} data
 * @param {number} most bytes
 * @returns {Promise<Bytes | undefined>}
 */
export async function inflated(data, most) {
  const pieces = [];
  let size = 0;
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      pieces.push(step.value);
      size += step.value.length;
      if (size > most) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined;
  }
  const whole = joined(pieces);
  return endsWithSumOf(data, whole) ? whole : undefined;
}

/** Whether zlib data ends right after its checksum; not every browser minds bytes that follow. @param {Bytes} data @param {Bytes} whole */
function endsWithSumOf(data, whole) {
  let [low, high] = [1, 0];
  for (let at = 0; at < whole.length; at++) {
    low = (low + /** @type {number} */ (whole[at])) % 65521;
    high = (high + low) % 65521;
  }
  return data.length >= 6 && new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0) === high * 65536 + low;
}
