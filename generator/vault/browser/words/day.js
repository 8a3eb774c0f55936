/** A day as people of a language write it; by numbers where the browser does not know how. @param {string} date YYYY-MM-DD @param {string} language @returns {string} */
export function day(date, language) {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" }).format(new Date(date));
}
