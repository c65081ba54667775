/** What the marks of the timeline mean, and how many nodes have no date. */
import { setText } from "../../dom.js";
import { svg } from "../../drawing/svg.js";
import { word } from "../words.js";
import { drawMark, silentLine } from "./paint.js";

/** The marks, and the words for them. */
export const SAMPLES = [
  { mark: "birth", key: "birth", doubt: false },
  { mark: "end", key: "end", doubt: false },
  { mark: "point", key: "point", doubt: false },
  { mark: "renamed", key: "renamed", doubt: false },
  { mark: "acquired", key: "acquired", doubt: false },
  { mark: "milestone", key: "milestone", doubt: false },
  { mark: "birth", key: "future", doubt: true },
];

/** @param {HTMLElement} root */
export function createLegend(root) {
  const bar = Object.assign(document.createElement("div"), { className: "tl-legend" });
  const note = Object.assign(document.createElement("span"), { className: "tl-note" });
  root.append(bar);
  let shown = "";
  return {
    /** @param {string} lang @param {import("../../drawing/colours.js").Palette} palette @param {string} words */
    show(lang, palette, words) {
      setText(note, words);
      if (shown === `${lang} ${palette.paper}`) return;
      shown = `${lang} ${palette.paper}`;
      const sample = (/** @type {string} */ kind, /** @type {boolean} */ doubt) =>
        svg("svg", { width: 16, height: 16, "aria-hidden": "true" }, drawMark(kind, 8, 8, palette.ink, doubt, palette));
      const dashes = svg(
        "svg",
        { width: 22, height: 16, "aria-hidden": "true" },
        svg("path", { d: "M1 8h8", stroke: palette.muted, "stroke-width": 5 }),
        svg("path", { d: "M9 8h12", stroke: palette.muted, "stroke-width": 5, "stroke-dasharray": "2.5 2.5" }),
      );
      const silent = svg(
        "svg",
        { width: 22, height: 16, "aria-hidden": "true" },
        svg("path", { d: "M1 8h8", stroke: palette.muted, "stroke-width": 5 }),
        silentLine(9, 21, 8, palette.muted),
      );
      const arrow = svg(
        "svg",
        { width: 22, height: 16, "aria-hidden": "true" },
        svg("path", { d: "M1 2C12 2 9 12 18 12", fill: "none", stroke: palette.muted, "stroke-width": 1.5 }),
        svg("path", { d: "M21 12l-6 -3v6z", fill: palette.muted }),
      );
      const entries = [
        ...SAMPLES.map(({ mark, key, doubt }) => [sample(mark, doubt), key]),
        [dashes, "openEnd"],
        [silent, "dormant"],
        [arrow, "lineage"],
      ];
      bar.replaceChildren(
        ...entries.map(([mark, key]) => entry(/** @type {Element} */ (mark), word(lang, String(key)))),
        note,
      );
    },
  };
}

/** @param {Element} mark @param {string} text */
function entry(mark, text) {
  const span = document.createElement("span");
  span.append(mark, text);
  return span;
}
