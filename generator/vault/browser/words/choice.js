/**
 * The language somebody chose: for this tab, so that a reload keeps it, and on the device only where the reader has asked
 * for how they like to read to be kept.
 *
 * @import { Language } from "./languages.js"
 */

import { knownLanguage } from "./languages.js";

const KEY = "kinfolio:language";
const KEPT = "kinfolio:reader-settings";

/** @returns {readonly Language[]} none or one */
export function chosenLanguage() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}").language;
    const known = knownLanguage(sessionStorage.getItem(KEY) ?? (typeof kept === "string" ? kept : "und"));
    return known ? [known] : [];
  } catch {
    return [];
  }
}

/** @param {Language} language */
export function chooseLanguage(language) {
  try {
    sessionStorage.setItem(KEY, language);
    const kept = localStorage.getItem(KEPT);
    if (kept !== null) localStorage.setItem(KEPT, JSON.stringify({ ...JSON.parse(kept), language }));
  } catch {
    // Where nothing can be kept, it holds until the page is left.
  }
}
