/** The digits of Persian are its own; for the others browsers differ, and the pages have those of English. @type {Record<string, string>} */
const DIGITS = { fa: "arabext" };

/** A day as people of a language write it; by numbers where the browser does not know how. @param {string} date YYYY-MM-DD @param {string} language @returns {string} */
export function day(date, language) {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return date;
  const locale = `${language}-u-nu-${DIGITS[language] ?? "latn"}`;
  const said = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" }).format(new Date(date));
  // Some say they know the language and have no names for its months.
  if (/M\d/.test(said)) return date;
  return language === "fr" ? said.replace(/^1(?= )/, "1er") : said;
}
