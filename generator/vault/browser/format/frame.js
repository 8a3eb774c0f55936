/**
 * Frames hide true sizes: a length, the data, and zeros up to a Padmé size of at least 4 KiB.
 *
 * @import { Bytes } from "./bytes.js"
 */

const LENGTH_SIZE = 8;
const SMALLEST = 4096;

/** The data of a frame, or nothing where the frame breaks the rules. @param {Bytes} frame @returns {Bytes | undefined} */
export function unframed(frame) {
  if (frame.length < SMALLEST) return undefined;
  const end = LENGTH_SIZE + Number(new DataView(frame.buffer, frame.byteOffset).getBigUint64(0));
  if (end > frame.length || paddedSize(end) !== frame.length) return undefined;
  return frame.subarray(end).some((byte) => byte !== 0) ? undefined : frame.subarray(LENGTH_SIZE, end);
}

/**
 * Padmé (Nikitin et al. 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs"):
 * at most 12 % longer, and only as many sizes as a few bits can tell apart.
 *
 * @param {number} size
 * @returns {number}
 */
export function paddedSize(size) {
  if (size <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(size));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(size / step) * step;
}
