/** All of the timeline as one SVG document, whatever of it is in the window: nobody can scroll a picture. */

import { standalone } from "../../drawing/svg.js";
import { work } from "../../work.js";
import { AXIS, TimelinePicture } from "./picture.js";

/** @typedef {import("./picture.js").Showing} Showing */

const EDGE = 24;

/** @param {import("../../model.js").Model} model @param {Showing} showing @param {string} title */
export function timelineSvg(model, showing, title) {
  const picture = new TimelinePicture(document.createElement("div"), model);
  const width = Math.ceil(showing.left + showing.scale.width + EDGE);
  const height = Math.ceil(AXIS + showing.rows.height + EDGE);
  picture.show({ ...showing, type: 1 }, { clientWidth: width, clientHeight: height }, { left: 0, top: 0 });
  work.finish(picture);
  return standalone([...picture.element.children], width, height, showing.palette, title);
}

/** Where the picture can be cut between two lifelines, from its top. @param {import("./rows.js").Rows} rows @returns {number[]} */
export function cutsOf({ rows, headings }) {
  const first = new Set(headings.map(({ y }) => rows.find((row) => row.y > y)));
  return [...headings.map(({ y }) => y), ...rows.filter((row) => !first.has(row)).map(({ y }) => y)]
    .map((y) => y + AXIS)
    .sort((a, b) => a - b);
}
