/** Icons of one family: 24 units, one stroke, round ends; and the shapes that stand for kinds. */

import { svg } from "./dom.js";
import { shapePath } from "./drawing/shapes.js";

/** @type {Record<string, string>} */
const PATHS = {
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM16.2 16.2 20 20",
  close: "M6 6l12 12M18 6 6 18",
  undo: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  redo: "M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6",
  share: "M12 15V4M8 8l4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5",
  help: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 16.8v.1",
  filter: "M4 6h16M7 12h10M10 18h4",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  auto: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 3.5v17",
  language:
    "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM3.5 9.5h17M3.5 14.5h17M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9S9 6 12 3Z",
  mindmap: "M9 12h3M12 12c3 0 2-6 5-6M12 12h5M12 12c3 0 2 6 5 6M17 6h4M17 12h4M17 18h4M3 9.5h6v5H3z",
  network:
    "M6 5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM18 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM10 16a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8 7.4l8 1.2M7 8.8l2.3 7.4M16.6 10.4l-5.2 6.2",
  landscape: "M4 4h7v7H4zM14 4h6v4h-6zM14 11h6v9h-6zM4 14h7v6H4z",
  timeline: "M4 6h9M8 12h12M5 18h7M13 4v4M8 10v4M12 16v4",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  previous: "M15 6l-6 6 6 6",
  next: "M9 6l6 6-6 6",
  compare: "M12 4v16M8 8 4 12l4 4M16 8l4 4-4 4",
  focus: "M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM12 3v3M12 18v3M3 12h3M18 12h3",
  hide: "M4 4l16 16M10 6.2A9.6 9.6 0 0 1 12 6c5 0 8 4 9 6a14 14 0 0 1-2.8 3.4M6.3 8A13.5 13.5 0 0 0 3 12c1 2 4 6 9 6a9 9 0 0 0 3.6-.7",
  path: "M6 16a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM18 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8 18h5a3.5 3.5 0 0 0 0-7h-2a3.5 3.5 0 0 1 0-7h5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5",
  outward: "M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8",
  download: "M12 4v11M8 11l4 4 4-4M5 19h14",
  print: "M7 8V4h10v4M7 16H4V9h16v7h-3M7 13h10v7H7z",
  story: "M5 4.5h11a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8.5h6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  down: "M6 9l6 6 6-6",
  reset: "M4 12a8 8 0 1 0 2.5-5.8M4 4v4.5h4.5",
};

/** @param {string} name @returns {SVGElement} */
export function icon(name) {
  const attributes = { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  return svg("svg", attributes, svg("path", { d: PATHS[name] ?? "" }));
}

/** The mark of a kind, in a box of 16 units. @param {{shape: string, colour: string}} kind @returns {SVGElement} */
export function mark({ shape, colour }) {
  const path = svg("path", { d: shapePath(shape, 6, 8, 8), fill: colour });
  return svg("svg", { viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true", focusable: "false" }, path);
}
