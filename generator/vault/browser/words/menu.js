/**
 * The menu of languages, the same before and after unlocking.
 *
 * @import { InterfaceWords } from "./en.js"
 * @import { Language } from "./languages.js"
 */

import { LANGUAGES, knownLanguage } from "./languages.js";

/**
 * @param {HTMLSelectElement} menu is filled anew
 * @param {object} parts
 * @param {InterfaceWords} parts.words
 * @param {(language: Language) => void} parts.choose
 * @param {AbortSignal} [parts.signal]
 */
export function fillLanguageMenu(menu, { words, choose, signal }) {
  const options = LANGUAGES.map(({ code, name, draft }) => {
    // Nobody who speaks it has read it yet, and who chooses it is told so.
    const option = new Option(draft ? `${name} · ${DRAFT[code] ?? "draft"}` : name, code, false, code === words.code);
    option.lang = code;
    return option;
  });
  menu.replaceChildren(...options);
  menu.addEventListener("change", () => choose(knownLanguage(menu.value) ?? "en"), { signal });
}

/** “Draft”, said in the language that is one. @type {Partial<Record<Language, string>>} */
const DRAFT = {
  pa: "ਖਰੜਾ",
  "zh-Hans": "草稿",
  "zh-Hant": "草稿",
  tl: "burador",
  es: "borrador",
  ar: "مسودة",
  ko: "초안",
  fa: "پیش‌نویس",
};
