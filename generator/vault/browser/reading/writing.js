/**
 * How a language writes days, numbers, sizes and lists; the twin of `generator/languages/writing.py`, to the letter.
 *
 * Browsers lack the months of many languages and differ over digits, so each catalogue brings its language's ways along.
 *
 * @typedef {object} Ways
 * @property {readonly string[]} days for each month a pattern with `{d}` and `{y}` for the numbers
 * @property {readonly string[]} short_days
 * @property {readonly string[]} months
 * @property {string} digits
 * @property {string} first the first of a month where it is no plain number, else empty
 * @property {string} decimal
 * @property {Readonly<Record<string, string>>} joints between two things of a list: pair, middle, end
 */

const KILO = 1000;
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** English has no catalogue. @type {Ways} */
const ENGLISH = {
  days: MONTHS.map((month) => `${month} {d}, {y}`),
  short_days: MONTHS.map((month) => `${month.slice(0, 3)} {d}`),
  months: MONTHS.map((month) => `${month} {y}`),
  digits: "0123456789",
  first: "",
  decimal: ".",
  joints: { pair: " and ", middle: ", ", end: ", and " },
};

export class Writing {
  /** @param {Ways} [ways] */
  constructor(ways = ENGLISH) {
    this.ways = ways;
  }

  /** @param {string} kind `@day`, `@short-day` or `@month` @param {string} date YYYY-MM-DD @returns {string} */
  date(kind, date) {
    const { days, short_days: shortDays, months, first } = this.ways;
    const [year = "", month = "", day = ""] = date.split("-");
    const pattern = { "@day": days, "@short-day": shortDays, "@month": months }[kind]?.[Number(month) - 1] ?? date;
    const number = String(Number(day));
    return pattern.replace("{y}", this.number(year)).replace("{d}", number === "1" && first ? first : this.number(number));
  }

  /** @param {string} number whole, in Latin digits @returns {string} */
  number(number) {
    return number.replace(/\d/g, (digit) => this.ways.digits[Number(digit)] ?? digit);
  }

  /** Which message says a size, and the number in it. @param {number} count of bytes @returns {{message: string, number: string}} */
  size(count) {
    // Whole numbers all the way: Python and browsers round halves differently.
    const kilobytes = Math.max(1, Math.floor((count + KILO / 2) / KILO));
    if (kilobytes < KILO) return { message: "%(size)s KB", number: this.number(String(kilobytes)) };
    const tenths = Math.floor((count + 50_000) / 100_000);
    const rest = tenths % 10 ? `${this.ways.decimal}${this.number(String(tenths % 10))}` : "";
    return { message: "%(size)s MB", number: this.number(String(Math.floor(tenths / 10))) + rest };
  }

  /** What stands between two things of a list. @param {string} joint pair, middle or end @returns {string} */
  joint(joint) {
    return this.ways.joints[joint] ?? ", ";
  }
}
