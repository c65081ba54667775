/** Dates as precise as their source ("2014", "2014-06", "2014-06-09") and as numbers of days since 1970. */

const DAY = 86_400_000;
export const NEVER = 2_000_000;
export const ALWAYS = -2_000_000;

/** Dates that were read before: a map has far more dates than days. @type {Map<string, number[] | null>} */
const read = new Map();

/** @param {string | null | undefined} text @returns {readonly number[] | null} year, month and day as far as they are given */
export function parts(text) {
  const key = text ?? "";
  let found = read.get(key);
  if (found === undefined) {
    const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(key);
    found = shape ? shape.slice(1).filter(Boolean).map(Number) : null;
    read.set(key, found);
  }
  return found;
}

/** Which of two dates comes first: they are plain letters, and to compare them as words of a language takes many times as long. @param {string | undefined} a @param {string | undefined} b */
export const order = (a = "", b = "") => Number(a > b) - Number(a < b);

/** The first day that a date can mean. @param {string | null | undefined} text @param {number} unknown */
export function earliest(text, unknown = ALWAYS) {
  const [year, month = 1, day = 1] = parts(text) ?? [];
  return year === undefined ? unknown : Date.UTC(year, month - 1, day) / DAY;
}

/** The last day that a date can mean. @param {string | null | undefined} text @param {number} unknown */
export function latest(text, unknown = NEVER) {
  const [year, month, day] = parts(text) ?? [];
  if (year === undefined) return unknown;
  if (day !== undefined) return Date.UTC(year, month - 1, day) / DAY;
  return (month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) / DAY - 1;
}

/** The first day on which something no longer holds: a full date is that day, a partial one counts through its last. */
export function ended(/** @type {string | null | undefined} */ text) {
  const given = parts(text);
  if (!given) return NEVER;
  return given.length === 3 ? latest(text) : latest(text) + 1;
}

/** @param {number} day @returns {string} e.g. 2014-06-09 */
export function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** @param {number} day @returns {string} e.g. 2014-06 */
export const isoMonth = (day) => isoDay(day).slice(0, 7);

/** A day some months later. @param {number} day @param {number} months */
export function monthsLater(day, months) {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()) / DAY;
}

/** Months since the year 0. @param {number} day */
export function monthOf(day) {
  const [year, month] = /** @type {number[]} */ (parts(isoMonth(day)));
  return year * 12 + month - 1;
}

/** @param {number} month months since the year 0 @returns {string} e.g. 2014-06 */
export function isoOfMonth(month) {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date at its own precision: "25 February 2015", "2015年2月25日". @param {string | null | undefined} text @param {string} lang */
export function formatDate(text, lang) {
  const [year, month, day] = parts(text) ?? [];
  if (year === undefined) return text ?? "";
  if (lang === "zh") return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** When something held, in words. @param {string|null|undefined} since @param {string|null|undefined} until @param {string} lang */
export function formatInterval(since, until, lang) {
  const [from, to] = [formatDate(since, lang), formatDate(until, lang)];
  if (from && to) return from === to ? from : `${from} – ${to}`;
  if (from) return lang === "zh" ? `${from}起` : `since ${from}`;
  if (to) return lang === "zh" ? `至${to}` : `until ${to}`;
  return "";
}
