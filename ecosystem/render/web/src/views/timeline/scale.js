/**
 * Days to pixels. Most of the history lies in the last years: what came long before gets a narrow, marked strip of its own
 * with a scale of its own. Pure.
 *
 * @typedef {{at: (day: number) => number, day: (x: number) => number, bend: number | null, first: number, last: number, width: number}} Scale
 */
import { earliest, isoDay } from "../../dates.js";

const YEAR = 365.25;
const EARLY_SHARE = 0.14;

/**
 * @param {{from: number, to: number}[]} lines @param {number} today @param {number} width in pixels @returns {Scale}
 */
export function scaleOf(lines, today, width) {
  const starts = lines.map((line) => line.from).sort((a, b) => a - b);
  const first = yearStart((starts[0] ?? today - 10 * YEAR) - 90);
  const last = Math.max(today, ...lines.map((line) => line.to)) + 240;
  const bulk = yearStart(starts[Math.floor(starts.length * 0.12)] ?? first);
  const bends = starts.length > 12 && bulk - first > (last - first) * 0.3;
  const bend = bends ? bulk : null;
  const early = bends ? width * EARLY_SHARE : 0;
  const start = bend ?? first;
  const late = (width - early) / (last - start);
  const slow = bends ? early / (start - first) : 0;
  return {
    at: (day) => (day >= start ? early + (day - start) * late : (day - first) * slow),
    day: (x) => (x >= early ? start + (x - early) / late : first + x / (slow || 1)),
    bend,
    first,
    last,
    width,
  };
}

/** The first of January at or before a day. @param {number} day */
function yearStart(day) {
  return earliest(isoDay(Math.round(day)).slice(0, 4));
}

/**
 * The years to write on the axis, no closer than `room` pixels.
 * @param {Scale} scale @param {number} [room] @returns {{x: number, year: number, strong: boolean}[]}
 */
export function ticksOf(scale, room = 44) {
  const ticks = [];
  const firstYear = Number(isoDay(scale.first).slice(0, 4));
  const lastYear = Number(isoDay(Math.round(scale.last)).slice(0, 4));
  let used = -Infinity;
  for (let year = firstYear; year <= lastYear; year++) {
    const day = earliest(String(year));
    const x = scale.at(day);
    if (x < 0 || x > scale.width) continue;
    const early = scale.bend !== null && day < scale.bend;
    if (early && year % 10) continue;
    const strong = x - used >= room && (!early || scale.at(/** @type {number} */ (scale.bend)) - x >= room);
    if (strong) used = x;
    if (strong || !early) ticks.push({ x, year, strong });
  }
  return ticks;
}
