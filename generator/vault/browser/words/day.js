/** A day as people of a language write it. @param {string} date YYYY-MM-DD @param {string} language @returns {string} */
export function day(date, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" }).format(new Date(date));
}
