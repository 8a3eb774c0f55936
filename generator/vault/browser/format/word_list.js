/**
 * The list of words as it travels: each word as what it shares with the one before, and the rest of it.
 *
 * A capital letter says how many letters are shared (A none, B one, …); the small letters after it are the rest. So
 * `AacornCtBs` is acorn, act, as. `passphrase.py` reads the same file.
 */

const NONE_SHARED = "A".charCodeAt(0);

/** @param {readonly string[]} words sorted, of the letters a to z @returns {string} */
export function packedWords(words) {
  return words.map((word, index) => remainder(word, words[index - 1] ?? "")).join("");
}

/** @param {string} packed @returns {string[]} */
export function unpackedWords(packed) {
  let word = "";
  return Array.from(packed.matchAll(/([A-Z])([a-z]*)/g), ([, shared = "", rest = ""]) => {
    word = word.slice(0, shared.charCodeAt(0) - NONE_SHARED) + rest;
    return word;
  });
}

/** @param {string} word @param {string} before @returns {string} */
function remainder(word, before) {
  let shared = 0;
  while (shared < before.length && before[shared] === word[shared]) shared++;
  return String.fromCharCode(NONE_SHARED + shared) + word.slice(shared);
}
