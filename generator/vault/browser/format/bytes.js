/**
 * Bytes as the format writes them: big-endian numbers, length-prefixed fields, base32 and base64url.
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** @param {string} text @returns {Bytes} */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** @param {readonly Bytes[]} pieces @returns {Bytes} */
export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A number as four bytes, most significant first. @param {number} number @returns {Bytes} */
export function u32(number) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/**
 * Fields that cannot run into each other: each is preceded by its length.
 *
 * @param {readonly (string | Bytes)[]} fields
 * @returns {Bytes}
 */
export function lengthPrefixed(fields) {
  return joined(
    fields.flatMap((field) => {
      const bytes = typeof field === "string" ? utf8(field) : field;
      return [u32(bytes.length), bytes];
    }),
  );
}

/** Lower-case base32 without padding (RFC 4648 alphabet). @param {Bytes} bytes @returns {string} */
export function base32(bytes) {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((value >>> bits) & 31);
      value &= (1 << bits) - 1;
    }
  }
  return bits ? text + BASE32.charAt((value << (5 - bits)) & 31) : text;
}

/** @param {string} text @returns {Bytes | undefined} the bytes, or nothing where the text is not base64url */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** @param {Bytes} one @param {Bytes} other @returns {boolean} */
export function same(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= /** @type {number} */ (one[at]) ^ /** @type {number} */ (other[at]);
  return difference === 0;
}
