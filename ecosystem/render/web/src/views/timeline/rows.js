/**
 * The lifelines: which nodes have dates, from when to when, and what happened on the way. Pure.
 *
 * @typedef {import("../../model.js").Model} Model
 * @typedef {"birth" | "end" | "point" | "renamed" | "acquired" | "milestone"} MarkKind
 * @typedef {{day: number, kind: MarkKind, text: string, doubt: boolean}} Mark
 * @typedef {object} Row
 * @property {number} node
 * @property {number} category  main branch
 * @property {number} from  first day of the line
 * @property {number} to  last day of the line
 * @property {boolean} openStart  it began earlier, nobody says when
 * @property {boolean} point  it happened, and did not last
 * @property {boolean} openEnd  still there, or the end is unknown
 * @property {number} sign  last day on which it stirred, where that is known
 * @property {Mark[]} marks
 * @property {number} y
 * @property {number} place  in the order from top to bottom
 * @typedef {{category: number, y: number, count: number, total: number}} Heading  how many of its nodes that are shown have a line
 * @typedef {{rows: Row[], headings: Heading[], undated: number, height: number, byNode: Map<number, Row>}} Rows
 */
import { earliest, latest, NEVER } from "../../dates.js";

const UNKNOWN = NEVER;
/** What happens to a thing that is nothing but its day: of a conference or a paper nobody asks whether it is still there. */
const MOMENTS = new Set(["held", "published"]);

/** The year of a date, or the whole date. @param {string | null | undefined} text */
const dayOf = (text) => (text ? earliest(text, UNKNOWN) : UNKNOWN);

/**
 * What is known of one node in time, or null.
 * @param {Model} model @param {number} node @param {"en" | "zh"} lang @param {number} today @returns {Omit<Row, "y" | "category" | "place"> | null}
 */
export function lifeline(model, node, lang, today) {
  const { since, until } = model.dates(node);
  const marks = [...marksOf(model, node, lang)];
  const start = dayOf(since);
  const end = until ? latest(until) : UNKNOWN;
  if (start !== UNKNOWN) marks.unshift({ day: start, kind: "birth", text: since ?? "", doubt: start > today });
  if (end !== UNKNOWN) marks.push({ day: end, kind: "end", text: until ?? "", doubt: end > today });
  if (!marks.length) return null;
  const days = marks.map((mark) => mark.day);
  const from = Math.min(...days);
  const sign = latest(model.sign(node), UNKNOWN);
  const line = { node, from, openStart: false, openEnd: false, point: false, sign };
  if (happens(model, node, start, end))
    return { ...line, to: Math.max(...days), point: true, marks: tidy(asPoints(marks)) };
  const to = end !== UNKNOWN ? end : Math.max(today, ...days);
  return { ...line, to, openStart: start === UNKNOWN, openEnd: end === UNKNOWN, marks: tidy(marks) };
}

/** Whether a node is one moment: by its kind, by an end on the day of its start, or because all that is known of it is when it was held or published. @param {Model} model @param {number} node @param {number} start @param {number} end */
function happens(model, node, start, end) {
  if (model.kindOf(node)?.momentary) return true;
  if (start !== UNKNOWN || end !== UNKNOWN) return start === end;
  const { milestones = [], former = [] } = model.more(node);
  return milestones.length > 0 && !former.length && milestones.every(([event]) => MOMENTS.has(event));
}

/** Its own dates stand beside its name; where it has none, its milestones are the points. @param {Mark[]} marks @returns {Mark[]} */
function asPoints(marks) {
  const own = (/** @type {Mark} */ { kind }) => kind === "birth" || kind === "end";
  if (marks.some(own)) return marks.map((mark) => (own(mark) ? { ...mark, kind: "point", text: "" } : mark));
  return marks.map((mark) => (mark.kind === "milestone" ? { ...mark, kind: "point" } : mark));
}

/** Renames, milestones and acquisitions. @param {Model} model @param {number} node @param {"en" | "zh"} lang @returns {Generator<Mark>} */
function* marksOf(model, node, lang) {
  const more = model.more(node);
  for (const [name, until] of more.former ?? []) {
    const day = until ? latest(until) : UNKNOWN;
    if (day !== UNKNOWN) yield { day, kind: "renamed", text: `${until}: ${name} →`, doubt: false };
  }
  for (const [event, date, modality] of more.milestones ?? []) {
    const day = dayOf(date);
    const label = model.events.get(event)?.label[lang] ?? event;
    if (day !== UNKNOWN)
      yield {
        day,
        kind: event === "renamed" ? "renamed" : "milestone",
        text: `${date}: ${label}`,
        doubt: modality !== "stated",
      };
  }
  for (let at = model.out.start[node]; at < model.out.start[node + 1]; at++) {
    const k = model.out.edges[at];
    if (model.predicateOf(k)?.id !== "acquired_by") continue;
    const date = model.edgeDates(k).since;
    const day = dayOf(date);
    if (day !== UNKNOWN)
      yield {
        day,
        kind: "acquired",
        text: `${date}: ${model.predicateOf(k).label[lang].replace("……", ` ${model.name(model.target[k], lang)} `)}${lang === "en" ? ` ${model.name(model.target[k], lang)}` : ""}`,
        doubt: model.modality(k) !== "stated",
      };
  }
}

/** In order of time; a milestone on the day of a weightier mark is that mark. @param {Mark[]} marks */
function tidy(marks) {
  const weighty = new Set(marks.filter(({ kind }) => kind !== "milestone").map(({ day }) => day));
  return marks.filter(({ kind, day }) => kind !== "milestone" || !weighty.has(day)).sort((a, b) => a.day - b.day);
}

/**
 * All rows, by main branch in the order of the tree and by start in it.
 * @param {Model} model @param {Uint8Array} visible @param {(node: number) => ReturnType<typeof lifeline>} lineOf @param {{row: number, heading: number}} sizes @returns {Rows}
 */
export function rowsOf(model, visible, lineOf, sizes) {
  /** @type {Map<number, Row[]>} */
  const groups = new Map();
  /** @type {Map<number, number>} */
  const totals = new Map();
  let undated = 0;
  for (let node = 0; node < model.n; node++) {
    if (!visible[node]) continue;
    const line = lineOf(node);
    const category = model.category[node] >= 0 ? (model.ancestry(model.category[node])[1] ?? model.category[node]) : 0;
    totals.set(category, (totals.get(category) ?? 0) + Number(visible[node] === 1));
    if (!line) {
      undated++;
      continue;
    }
    const group = groups.get(category);
    if (group) group.push({ ...line, category, y: 0, place: 0 });
    else groups.set(category, [{ ...line, category, y: 0, place: 0 }]);
  }
  const headingOf = (/** @type {number} */ category, /** @type {number} */ y) => {
    const count = groups.get(category)?.filter(({ node }) => visible[node] === 1).length ?? 0;
    return { category, y, count, total: totals.get(category) ?? 0 };
  };
  return { ...stacked(groups, sizes, headingOf), undated };
}

/** @param {Map<number, Row[]>} groups @param {{row: number, heading: number}} sizes @param {(category: number, y: number) => Heading} headingOf */
function stacked(groups, sizes, headingOf) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Heading[]} */
  const headings = [];
  let y = 0;
  for (const [category, group] of [...groups].sort(([a], [b]) => a - b)) {
    headings.push(headingOf(category, y));
    y += sizes.heading;
    for (const row of group.sort((a, b) => a.from - b.from || a.to - b.to || a.node - b.node)) {
      row.y = y;
      row.place = rows.length;
      y += sizes.row;
      rows.push(row);
    }
    y += 8;
  }
  return { rows, headings, height: y, byNode: new Map(rows.map((row) => [row.node, row])) };
}

/**
 * Lineage between rows, from the older to the newer: who was succeeded by, forked as, merged into or acquired by whom, and when.
 * @param {Model} model @param {Uint8Array} edgeVisible @param {Map<number, Row>} byNode
 * @returns {{k: number, from: Row, to: Row, day: number, doubt: boolean}[]}
 */
export function lineageOf(model, edgeVisible, byNode) {
  const links = [];
  for (let k = 0; k < model.m; k++) {
    if (!edgeVisible[k] || model.predicateOf(k)?.family !== "lineage") continue;
    const ends = [byNode.get(model.source[k]), byNode.get(model.target[k])];
    const forked = model.predicateOf(k).id === "forked_from";
    const [from, to] = forked ? ends.reverse() : ends;
    if (!from || !to) continue;
    const date = dayOf(model.edgeDates(k).since);
    const day = date !== UNKNOWN ? date : forked || from.openEnd ? to.from : from.to;
    links.push({ k, from, to, day, doubt: model.modality(k) !== "stated" });
  }
  return links;
}
