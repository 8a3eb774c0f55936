/** The digits of Persian are its own; for the other languages browsers differ, and the pages have those of English. @type {Record<string, string>} */
const DIGITS = { fa: "arabext" };

/** A number as the page's language writes it. @param {number} number @param {Intl.NumberFormatOptions} [options] @returns {string} */
export function written(number, options = {}) {
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(`${lang || "en"}-u-nu-${DIGITS[lang] ?? "latn"}`, { useGrouping: false, ...options }).format(number);
}
