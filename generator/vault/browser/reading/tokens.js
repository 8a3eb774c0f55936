/**
 * Words for searching, in any script: folded so that case, accents, vowel points and ways of typing do not matter.
 *
 * Scripts without spaces are cut into pairs of letters. Browsers cut them into words differently, and differently again
 * for a few letters out of a sentence; pairs are found wherever somebody begins.
 */

/** Accents of Latin, Greek and Cyrillic, and the points and stretching stroke of Arabic; vowel signs of Indic scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;
/** Letters that stand for others, or that another keyboard has in their place: Persian, Arabic and Urdu write theirs alike. */
const ALIKE = new Map(Object.entries({ œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", ي: "ی", ى: "ی", ك: "ک", ة: "ه" }));
const TO_BE_EXCHANGED = new RegExp(`[${[...ALIKE.keys()].join("")}]`, "g");
const SYLLABLES = /[가-힣]+/g;
/** The last letters of a Korean syllable, from U+11A8 on, as those that begin one: while typing, nobody knows yet which it will be. */
const LAST_LETTERS = "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".normalize("NFKD").split(" ");
/** Digits of Arabic, Persian, Devanagari and Gurmukhi. */
const OTHER_DIGITS = /[٠-٩۰-۹०-९੦-੯]/g;

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const SPACED = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`;
const RUNS = new RegExp(`[${UNSPACED}]+|${SPACED}`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
/** What stands inside a word and is often left out: an apostrophe, a hyphen, the joint of Persian. */
const JOINT = "['’\\-‐\\u200c]";
const JOINED = new RegExp(`${SPACED}(?:${JOINT}${SPACED})+`, "gu");

/** Arabic writes the article, and "and", "with", "for" and "like" before it, as part of the word. */
const WITH_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=..)/;
const ARTICLE = /^(?:ال|لل)(?=...)/;
const AND = /^و(?=....)/;

/** @param {string} text @returns {string} */
export function folded(text) {
  return (
    text
      .normalize("NFKD")
      .replace(ACCENTS, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(TO_BE_EXCHANGED, (letter) => ALIKE.get(letter) ?? letter)
      .replace(OTHER_DIGITS, (digit) => String(((digit.codePointAt(0) ?? 0) - (digit > "ۿ" ? 6 : 0)) & 15))
      // A syllable grows while it is typed, letter by letter.
      .replace(SYLLABLES, (syllables) => syllables.normalize("NFD"))
      .replace(/[\u11a8-\u11c2]/g, (letter) => LAST_LETTERS[letter.charCodeAt(0) - 0x11a8] ?? letter)
  );
}

/** What a query asks for. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return runsOf(text).flatMap((run) => (IS_UNSPACED.test(run) ? pairsOf(run) : [run.replace(ARTICLE, "")]));
}

/**
 * What the index keeps of a text, so that a typed beginning finds it.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function indexedWords(text) {
  const words = runsOf(text).flatMap((run) => {
    if (IS_UNSPACED.test(run)) return [...pairsOf(run), ...Array.from(run).slice(-1)];
    return [...new Set([run, run.replace(WITH_ARTICLE, ""), run.replace(AND, "")])];
  });
  const joined = folded(text).match(JOINED) ?? [];
  return [...words, ...joined.map((word) => word.replace(new RegExp(JOINT, "g"), ""))];
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
