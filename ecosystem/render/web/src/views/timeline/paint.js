/** How lifelines, marks, lineage and the axis look. */
import { inkOn, legible, mix, tintOf } from "../../drawing/colours.js";
import { halfPath, shapePath } from "../../drawing/shapes.js";
import { svg } from "../../drawing/svg.js";
import { clipped } from "../../drawing/text.js";

/**
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("../../drawing/colours.js").Palette} Palette
 * @typedef {{colour: string, selected: boolean, faded: boolean, ended: boolean, dormant: boolean, match: boolean, tint: number, linked: boolean}} Mood
 * @typedef {{row: number, names: number, narrow: boolean}} Sizes
 */

const SHAPES = { birth: "dot", end: "bar", point: "star", renamed: "diamond", acquired: "square", milestone: "dot" };

/** A mark around (x, y): the same in the picture and in the legend. @param {string} kind @param {number} x @param {number} y @param {string} colour @param {boolean} doubt @param {Palette} palette */
export function drawMark(kind, x, y, colour, doubt, palette) {
  const fill = doubt ? palette.paper : colour;
  if (kind === "end")
    return svg("path", {
      d: `M${x} ${y - 6.5}v13`,
      stroke: colour,
      "stroke-width": 3,
      "stroke-linecap": "round",
      "stroke-dasharray": doubt ? "2 4" : null,
    });
  const radius = { birth: 4.6, point: 5.2, milestone: 2.7, renamed: 4.6, acquired: 4.8 }[kind] ?? 4;
  const inner = kind === "milestone" ? (doubt ? palette.paper : palette.paper) : fill;
  return svg("path", {
    d: shapePath(SHAPES[/** @type {keyof typeof SHAPES} */ (kind)] ?? "dot", radius, x, y),
    fill: inner,
    stroke: kind === "milestone" || doubt ? colour : palette.paper,
    "stroke-width": kind === "milestone" ? 1.6 : 1.4,
    "stroke-dasharray": doubt ? "2 1.6" : null,
  });
}

/** One lifeline with its marks, relative to its row's top. @param {Row} row @param {(day: number) => number} at @param {Mood} mood @param {Palette} palette @param {Sizes} sizes */
export function drawLine(row, at, mood, palette, sizes) {
  const colour = legible(mood.colour, palette.paper, 3);
  const y = sizes.narrow ? sizes.row - 10 : sizes.row / 2;
  const [x0, x1] = [at(row.from), Math.max(at(row.from) + 2, at(row.to))];
  const group = svg("g", { opacity: mood.faded ? 0.4 : null });
  const body = mix(colour, palette.paper, mood.ended ? 0.62 : 0.3);
  const stirred = mood.dormant ? Math.min(x1, Math.max(x0 + 2, at(row.sign))) : x1;
  group.append(
    svg("path", {
      d: `M${r(x0)} ${y}H${r(stirred)}`,
      stroke: body,
      "stroke-width": row.point ? 1.2 : mood.selected ? 7 : 5,
      "stroke-linecap": row.openEnd ? "butt" : "round",
    }),
  );
  if (mood.dormant) group.append(silentLine(r(stirred), r(x1), y, body));
  else if (row.openEnd)
    group.append(
      svg("path", { d: `M${r(x1)} ${y}h14`, stroke: body, "stroke-width": 5, "stroke-dasharray": "2.5 2.5" }),
    );
  if (row.openStart)
    group.append(
      svg("path", { d: `M${r(x0)} ${y}h-14`, stroke: body, "stroke-width": 5, "stroke-dasharray": "2.5 2.5" }),
    );
  for (const mark of row.marks) group.append(drawMark(mark.kind, r(at(mark.day)), y, colour, mark.doubt, palette));
  return group;
}

/** Where nothing stirred any more. @param {number} x0 @param {number} x1 @param {number} y @param {string} stroke */
export const silentLine = (x0, x1, y, stroke) =>
  svg("path", { class: "silent", d: `M${x0} ${y}H${x1}`, stroke, "stroke-width": 1.6, "stroke-dasharray": "1.6 3.2" });

const weightOf = (/** @type {Mood} */ mood) => (mood.selected ? 650 : 450);

/** A name as there is room for it beside the lifelines. @param {string} name @param {Mood} mood @param {{ names: number }} sizes */
export function shownName(name, mood, sizes) {
  return clipped(name, sizes.names - 30, 12.5, weightOf(mood));
}

/** The name of a row, at the left edge of the picture. @param {string} name @param {Mood} mood @param {Palette} palette @param {Sizes} sizes @param {string} shape */
export function drawName(name, mood, palette, sizes, shape) {
  const group = svg("g", { opacity: mood.faded ? 0.45 : null });
  const y = sizes.narrow ? 12 : sizes.row / 2;
  const colour = legible(mood.colour, palette.paper, 3);
  if (mood.selected || mood.linked) {
    group.append(
      svg("rect", {
        x: 2,
        y: sizes.narrow ? 1 : 1.5,
        width: sizes.names - 4,
        height: sizes.narrow ? 20 : sizes.row - 3,
        rx: 5,
        fill: mix(palette.accent, palette.paper, mood.selected ? 0.78 : 0.9),
      }),
    );
  }
  group.append(
    svg("path", {
      d: shapePath(shape, 4, 12, y),
      fill: mood.ended || mood.dormant ? palette.paper : colour,
      stroke: colour,
      "stroke-width": 1.3,
    }),
  );
  if (mood.dormant) group.append(svg("path", { class: "half", d: halfPath(shape, 4, 12, y), fill: colour }));
  const weight = weightOf(mood);
  const text = svg(
    "text",
    {
      x: 22,
      y: y + 4.4,
      "font-size": 12.5,
      "font-weight": weight,
      fill: mood.ended ? palette.muted : palette.ink,
      "text-decoration": mood.ended ? "line-through" : mood.match ? "underline" : null,
      ...(sizes.narrow && !mood.selected && !mood.linked
        ? { stroke: palette.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }
        : {}),
    },
    shownName(name, mood, sizes),
  );
  group.append(text);
  const tint = tintOf(palette, mood.tint);
  if (tint) {
    group.append(svg("circle", { cx: sizes.names - 9, cy: y, r: 6.5, fill: tint.colour }));
    group.append(
      svg(
        "text",
        {
          x: sizes.names - 9,
          y: y + 4,
          "font-size": 11,
          "font-weight": 700,
          fill: inkOn(tint.colour),
          "text-anchor": "middle",
        },
        tint.sign,
      ),
    );
  }
  return group;
}

/** Lineage: down or up from one lifeline into another. @param {number} x @param {number} x1 @param {number} y0 @param {number} y1 */
export function lineagePath(x, x1, y0, y1) {
  const end = y1 - (Math.sign(y1 - y0) || 1) * 8;
  const middle = (y0 + end) / 2;
  return `M${r(x)} ${r(y0)}C${r(x)} ${r(middle)} ${r(x1)} ${r(middle)} ${r(x1)} ${r(end)}`;
}

/** @param {number} x @param {number} y @param {number} way 1 when it comes from above */
export function lineageHead(x, y, way) {
  return `M${r(x)} ${r(y - way * 3)}l-4 ${-way * 7}h8z`;
}

const r = (/** @type {number} */ value) => Math.round(value * 10) / 10;
