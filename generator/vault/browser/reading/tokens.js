/** Words for searching, in any script: folded so that case, accents and vowel points do not matter. */

/** Accents of Latin, Greek and Cyrillic, and the points and stretching stroke of Arabic; vowel signs of Indic scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;
/** Scripts written without spaces, where a word may begin anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LONGEST_RUN = 30;

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "word" }) : undefined;

/** @param {string} text @returns {string} */
export function folded(text) {
  return text.normalize("NFKD").replace(ACCENTS, "").normalize("NFKC").toLowerCase();
}

/** The words of a text, folded. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  const plain = folded(text);
  if (!segmenter) return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...segmenter.segment(plain)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/**
 * The words of a text as the index keeps them, so that a typed beginning finds them.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function indexedWords(text) {
  return wordsOf(text).flatMap((word) => {
    if (UNSPACED.test(word)) return Array.from(word.slice(0, LONGEST_RUN), (_, at) => word.slice(at));
    // The Arabic article is written as part of its word.
    return word.startsWith("ال") && word.length > 4 ? [word, word.slice(2)] : [word];
  });
}
