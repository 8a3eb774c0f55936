/**
 * The shell's words, and what a person is told about a failure.
 *
 * English comes with the page, and every other language in a file of its own that only its readers fetch.
 *
 * @import { InterfaceWords } from "./en.js"
 * @import { Language } from "./languages.js"
 */

import { en } from "./en.js";
import { load } from "../loading.js";
import { VaultProblem } from "../format/problem.js";

/**
 * The words of a language; English where its file cannot be had.
 *
 * @param {Language} language
 * @param {URL} shell the folder of the files
 * @returns {Promise<InterfaceWords>}
 */
export async function loadWords(language, shell) {
  if (language === "en") return en;
  try {
    return (await load(`words-${language}.js`, shell)).words;
  } catch {
    return en;
  }
}

/** What a person is told about a failure. @param {unknown} cause @param {InterfaceWords} words @returns {string} */
export function explained(cause, words) {
  if (!(cause instanceof VaultProblem)) return words.damaged;
  switch (cause.message) {
    case "place: insecure":
      return words.insecure;
    case "place: old-browser":
      return words.oldBrowser;
    case "place: no-webassembly":
      return words.noWebAssembly;
    case "place: no-memory":
      return words.noMemory;
    case "place: from-file":
      return words.fromFile;
    case "place: unreachable":
      return words.unreachable;
    case "place: renewed":
      return words.renewed;
    case "link: bad-link":
      return words.linkIncomplete;
    case "link: opens-nothing":
      return words.linkOpensNothing;
    case "words: opens-nothing":
      return words.wordsOpenNothing;
    case "slots: missing":
    case "slots: not-slots":
    case "manifest: missing":
    case "blob: missing":
      return words.missing;
    case "slots: unknown-version":
    case "manifest: unknown-version":
      return words.newer;
    case "slots: foreign-site":
    case "manifest: foreign-site":
      return words.foreign;
    case "slots: cost-out-of-limits":
      return words.tampered;
    case "manifest: bad-signature":
      return words.forged;
    case "blob: no-such-path":
      return words.noSuchPageText;
    default:
      return words.damaged;
  }
}
