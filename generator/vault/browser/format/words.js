/** The words on a letter: one canonical form however they were typed, completions, and the nearest word on the list. */

export const WORD_COUNT = 6;

/**
 * The words as they enter Argon2id: Unicode NFKC, lower case, split at everything that is not a letter.
 *
 * @param {string} typed
 * @returns {string[]}
 */
export function canonicalWords(typed) {
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word !== "");
}

/**
 * What is wrong with words before they are tried, or nothing. Saying it tells nobody a secret: the list is public.
 *
 * @param {readonly string[]} words canonical
 * @param {readonly string[]} list empty where it could not be had; then only the count is looked at
 * @returns {{reason: "wrong-count"} | {reason: "not-on-list", index: number, word: string, near: string[]} | undefined}
 */
export function slipIn(words, list) {
  const index = list.length ? words.findIndex((word) => !list.includes(word)) : -1;
  const word = words[index];
  if (word !== undefined) return { reason: "not-on-list", index, word, near: nearest(word, list) };
  return words.length === WORD_COUNT ? undefined : { reason: "wrong-count" };
}

/**
 * Words on the list that begin as typed, the shortest first; nothing before there are three letters.
 *
 * @param {string} beginning
 * @param {readonly string[]} list
 * @returns {string[]}
 */
export function completions(beginning, list) {
  if (beginning.length < 3) return [];
  return list
    .filter((word) => word.startsWith(beginning))
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .slice(0, 4);
}

/**
 * The words on the list that are at most two slips away, the nearest first.
 *
 * @param {string} word
 * @param {readonly string[]} list
 * @returns {string[]}
 */
export function nearest(word, list) {
  return list
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({ candidate, slips: slips(word, candidate) }))
    .filter(({ slips }) => slips <= 2)
    .sort((one, other) => one.slips - other.slips || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** How many letters were missed, added, mistaken, or swapped with a neighbour. @param {string} one @param {string} other */
function slips(one, other) {
  /** @type {number[]} */
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const equal = one[row - 1] === other[column - 1];
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (equal ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, at(beforeLast, column - 2) + 1);
      }
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

/** @param {readonly number[]} row @param {number} column @returns {number} */
function at(row, column) {
  return /** @type {number} */ (row[column]);
}
