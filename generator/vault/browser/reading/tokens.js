/**
 * Words for searching, in any script: folded so that case, accents and vowel points do not matter.
 *
 * Scripts without spaces are cut into pairs of letters. Browsers cut them into words differently, and differently again
 * for a few letters out of a sentence; pairs are found wherever somebody begins.
 */

/** Accents of Latin, Greek and Cyrillic, and the points and stretching stroke of Arabic; vowel signs of Indic scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const RUNS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/** @param {string} text @returns {string} */
export function folded(text) {
  return text.normalize("NFKD").replace(ACCENTS, "").normalize("NFKC").toLowerCase();
}

/** What a query asks for. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return runsOf(text).flatMap((run) => (IS_UNSPACED.test(run) ? pairsOf(run) : [run]));
}

/**
 * What the index keeps of a text, so that a typed beginning finds it.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function indexedWords(text) {
  return runsOf(text).flatMap((run) => {
    if (IS_UNSPACED.test(run)) return [...pairsOf(run), ...Array.from(run).slice(-1)];
    // The Arabic article is written as part of its word.
    return run.startsWith("ال") && run.length > 4 ? [run, run.slice(2)] : [run];
  });
}

/** @param {string} text @returns {string[]} */
function runsOf(text) {
  return folded(text).match(RUNS) ?? [];
}

/** @param {string} run @returns {string[]} overlapping pairs, or the one letter */
function pairsOf(run) {
  const letters = Array.from(run);
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
