/** A picture that is much higher than wide, on several sheets of paper. */

import { svg } from "./drawing/svg.js";

/** How much higher than wide a picture can be on one sheet. */
const TALL = 1.35;

/**
 * Where the sheets begin and end, none higher than `tall` and each as long as the cuts allow.
 * @param {number} height @param {number} tall @param {number[]} cuts heights at which nothing is cut through, in order
 * @returns {[number, number][]}
 */
export function slices(height, tall, cuts) {
  /** @type {[number, number][]} */
  const found = [];
  for (let from = 0; from < height; ) {
    const most = from + tall;
    const fitting = cuts.filter((cut) => cut > from + tall / 2 && cut <= most);
    const to = most >= height ? height : (fitting.at(-1) ?? most);
    found.push([from, to]);
    from = to;
  }
  return found;
}

/** A picture as one or several; the parts use the same elements. @param {Element} drawn @param {number[]} cuts @returns {Element[]} */
export function pagesOf(drawn, cuts) {
  const [width, height] = ["width", "height"].map((side) => Number(drawn.getAttribute(side)));
  const parts = slices(height, width * TALL, cuts);
  if (parts.length < 2) return [drawn];
  const whole = svg("g", { id: "sheet-whole" });
  whole.append(...drawn.children);
  const store = svg("svg", { class: "store", width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {}, whole));
  const pages = parts.map(([from, to]) =>
    svg(
      "svg",
      {
        width,
        height: to - from,
        viewBox: `0 ${from} ${width} ${to - from}`,
        "font-family": drawn.getAttribute("font-family"),
      },
      svg("use", { href: "#sheet-whole" }),
    ),
  );
  return [store, ...pages];
}
