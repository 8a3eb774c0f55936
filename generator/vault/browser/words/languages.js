/** The languages of the interface, and which of them a browser's language means; the twin of `generator/languages/tags.py`. */

export const LANGUAGES = /** @type {const} */ ([
  { code: "en", name: "English", draft: false },
  { code: "fr", name: "Français", draft: false },
  { code: "pa", name: "ਪੰਜਾਬੀ", draft: true },
  { code: "zh-Hans", name: "简体中文", draft: true },
  { code: "zh-Hant", name: "繁體中文", draft: true },
  { code: "tl", name: "Tagalog", draft: true },
  { code: "es", name: "Español", draft: true },
  { code: "ar", name: "العربية", draft: true },
  { code: "ko", name: "한국어", draft: true },
  { code: "fa", name: "فارسی", draft: true },
]);

/** @typedef {(typeof LANGUAGES)[number]["code"]} Language */

const TRADITIONAL = ["hant", "tw", "hk", "mo"];
/** @type {Record<string, string>} */
const SAME = { fil: "tl", prs: "fa" };

/** @param {readonly string[]} preferred language tags, the best first @returns {Language} */
export function languageFor(preferred) {
  for (const tag of preferred) {
    const known = knownLanguage(tag);
    if (known) return known;
  }
  return "en";
}

/** @param {string} tag @returns {Language | undefined} */
export function knownLanguage(tag) {
  const [first = "", ...rest] = tag.replaceAll("_", "-").toLowerCase().split("-");
  if (first === "zh") return rest.some((part) => TRADITIONAL.includes(part)) ? "zh-Hant" : "zh-Hans";
  // The same language in letters that our catalogue is not written in.
  if (first === "pa" && rest.includes("arab")) return undefined;
  const wanted = SAME[first] ?? first;
  return LANGUAGES.find(({ code }) => code === wanted)?.code;
}
