/** How the parts of the mind map look: items, the branches between them, sheets. Everything says its own colours, so that it can be saved. */
import { inkOn, legible, mix, tintOf } from "../../drawing/colours.js";
import { halfPath, shapePath } from "../../drawing/shapes.js";
import { svg } from "../../drawing/svg.js";
import { textWidth } from "../../drawing/text.js";
import { GLIMPSE, GLYPH, glimpseWidth, TYPE } from "./layout.js";

/**
 * @typedef {import("./layout.js").Item} Item
 * @typedef {import("../../drawing/colours.js").Palette} Palette
 * @typedef {object} Mood  what the scene says about one item
 * @property {string} colour  of its main branch
 * @property {string} shape  of its kind
 * @property {boolean} selected
 * @property {boolean} faded
 * @property {boolean} ended
 * @property {boolean} dormant
 * @property {boolean} match
 * @property {number} tint
 * @property {boolean} linked  the other end of an arc
 */

/** Who hears the tree hears it in the words of the item's name. */
const UNSAID = { "aria-hidden": "true" };

/** All that makes an item look as it does. @param {Item} item @param {Mood} mood @param {Palette} palette */
export function lookOf(item, mood, palette) {
  return [
    item.lines,
    item.suffix,
    item.glimpse,
    item.style,
    item.w,
    item.h,
    item.folded,
    item.side,
    item.sheeted,
    Object.values(mood),
    palette.paper,
    palette.ink,
  ].join("|");
}

/** @param {Item} item @param {Mood} mood @param {Palette} palette @returns {SVGElement} */
export function drawItem(item, mood, palette) {
  const group = svg("g", {
    class: `mm-item mm-${item.style}`,
    "data-key": item.key,
    opacity: mood.faded ? 0.42 : null,
  });
  const paint = { root: drawRoot, top: drawTop, sub: drawSub, leaf: drawLeaf }[item.style];
  paint(group, item, mood, palette);
  if (mood.tint) drawTint(group, item, mood, palette);
  return withSaid(group);
}

/** What is not said stands beside the part that has the item's name, not in it. @param {SVGElement} group */
function withSaid(group) {
  const parts = [...group.children];
  const said = parts.filter((part) => !part.hasAttribute("aria-hidden"));
  if (said.length === parts.length) return group;
  group.setAttribute("role", "none");
  group.prepend(svg("g", { class: "mm-said" }, ...said));
  return group;
}

/** The part of an item that those who hear the tree come to. @param {Element} element */
export function saidPart(element) {
  const first = element.firstElementChild;
  return first?.getAttribute("class") === "mm-said" ? first : element;
}

/** @param {SVGElement} group @param {Item} item @param {Mood} mood @param {Palette} palette */
function drawRoot(group, item, mood, palette) {
  const ground = palette.dark ? "#e9edf2" : "#17202b";
  group.append(
    svg("rect", {
      class: "mm-ground",
      width: item.w,
      height: item.h,
      rx: 16,
      fill: ground,
      stroke: mood.selected ? palette.accent : "none",
      "stroke-width": 3,
    }),
  );
  item.lines.forEach((line, at) => {
    const y = item.h / 2 + (at - (item.lines.length - 1) / 2) * 23 + 6;
    group.append(text(line, item.w / 2, y, TYPE.root, inkOn(ground), { "text-anchor": "middle" }));
  });
}

/** @param {SVGElement} group @param {Item} item @param {Mood} mood @param {Palette} palette */
function drawTop(group, item, mood, palette) {
  const ground = mix(mood.colour, palette.paper, palette.dark ? 0.72 : 0.86);
  const edge = legible(mood.colour, palette.paper, 3);
  group.append(
    svg("rect", {
      class: "mm-ground",
      width: item.w,
      height: item.h,
      rx: 16,
      fill: ground,
      stroke: mood.selected ? palette.accent : edge,
      "stroke-width": mood.selected ? 3 : 1.6,
    }),
  );
  drawBranchText(
    group,
    item,
    mood,
    TYPE.top,
    legible(mix(mood.colour, palette.ink, 0.45), ground, 7),
    legible(palette.muted, ground),
    edge,
  );
  drawGlimpse(group, item, palette);
}

/** Who is foremost in a folded branch, on its outer side. @param {SVGElement} group @param {Item} item @param {Palette} palette */
function drawGlimpse(group, item, palette) {
  if (!item.glimpse.length) return;
  const out = item.side;
  const x = out > 0 ? item.w + GLIMPSE.gap : -GLIMPSE.gap;
  const width = item.w + glimpseWidth(item);
  // Between the branch and its names there is no hole to click through.
  const hit = { x: out > 0 ? 0 : item.w - width, width, height: item.h, "fill-opacity": 0 };
  group.prepend(svg("rect", hit));
  item.glimpse.forEach((line, at) => {
    const y = item.h / 2 + GLIMPSE.size * 0.35 + (at - (item.glimpse.length - 1) / 2) * GLIMPSE.line;
    const more = { class: "mm-glimpse", ...UNSAID, "text-anchor": out > 0 ? "start" : "end", ...haloOf(palette.paper) };
    group.append(text(line, x, y, GLIMPSE, palette.muted, more));
  });
}

/** @param {SVGElement} group @param {Item} item @param {Mood} mood @param {Palette} palette */
function drawSub(group, item, mood, palette) {
  const edge = legible(mood.colour, palette.paper, 3);
  group.append(
    svg("rect", {
      class: "mm-ground",
      width: item.w,
      height: item.h,
      rx: 6,
      fill: mood.selected || mood.linked ? mix(palette.accent, palette.paper, 0.82) : palette.paper,
      "fill-opacity": mood.selected || mood.linked ? 1 : 0.01,
      stroke: mood.selected ? palette.accent : "none",
      "stroke-width": 2,
    }),
  );
  group.append(
    svg("path", { d: `M0 ${item.h - 1}H${item.w}`, stroke: edge, "stroke-width": 2, "stroke-linecap": "round" }),
  );
  drawBranchText(group, item, mood, TYPE.sub, palette.ink, palette.muted, edge, palette.paper);
}

/** Name, count and the mark that opens: from the parent outwards. */
function drawBranchText(
  /** @type {SVGElement} */ group,
  /** @type {Item} */ item,
  /** @type {Mood} */ mood,
  /** @type {typeof TYPE.top} */ type,
  /** @type {string} */ ink,
  /** @type {string} */ muted,
  /** @type {string} */ edge,
  halo = "",
) {
  const out = item.side;
  const inner = out > 0 ? type.pad : item.w - type.pad;
  const baseline = item.h / 2 + type.size * 0.35;
  const anchor = out > 0 ? "start" : "end";
  item.lines.forEach((line, at) => {
    const y = baseline + (at - (item.lines.length - 1) / 2) * (type.size + 3);
    group.append(
      text(line, inner, y, type, ink, {
        "text-anchor": anchor,
        "text-decoration": mood.match ? "underline" : null,
        ...haloOf(halo),
      }),
    );
  });
  if (item.suffix) {
    const after = inner + out * (Math.max(...item.lines.map((line) => textWidth(line, type.size, type.weight))) + 8);
    group.append(
      text(item.suffix, after, baseline, { size: type.size - 1.5, weight: 500 }, muted, {
        "text-anchor": anchor,
        ...UNSAID,
        ...haloOf(halo),
      }),
    );
  }
  if (!item.branch.children.length) return;
  const x = out > 0 ? item.w - type.pad - 3 : type.pad + 3;
  const tip = out * (item.folded ? 4 : -4);
  const d = item.folded
    ? `M${x - tip / 2} ${item.h / 2 - 4}l${tip} 4l${-tip} 4`
    : `M${x - 4} ${item.h / 2 - 2}l4 4l4 -4`;
  group.append(
    svg("path", {
      d,
      fill: "none",
      stroke: edge,
      "stroke-width": 1.8,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}

/** @param {SVGElement} group @param {Item} item @param {Mood} mood @param {Palette} palette */
function drawLeaf(group, item, mood, palette) {
  const strong = mood.selected || mood.linked || mood.match;
  group.append(
    svg("rect", {
      class: "mm-ground",
      width: item.w,
      height: item.h,
      rx: 5,
      fill: strong ? mix(palette.accent, palette.paper, mood.selected ? 0.78 : 0.88) : palette.paper,
      "fill-opacity": strong ? 1 : 0.01,
      stroke: mood.selected ? palette.accent : "none",
      "stroke-width": 2,
    }),
  );
  const mirrored = item.side < 0 && !item.sheeted;
  const edge = legible(mood.colour, palette.paper, 3);
  const glyph = mirrored ? item.w - 10 : 10;
  group.append(
    svg("path", {
      d: shapePath(mood.shape, 4.6, glyph, item.h / 2),
      fill: mood.ended || mood.dormant ? palette.paper : edge,
      stroke: edge,
      "stroke-width": 1.4,
    }),
  );
  if (mood.dormant)
    group.append(svg("path", { class: "half", d: halfPath(mood.shape, 4.6, glyph, item.h / 2), fill: edge }));
  const anchor = mirrored ? "end" : "start";
  const start = mirrored ? item.w - GLYPH - 4 : GLYPH + 4;
  const baseline = item.h / 2 + 4.4;
  group.append(
    text(item.lines[0], start, baseline, TYPE.leaf, mood.ended ? palette.muted : palette.ink, {
      "text-anchor": anchor,
      "text-decoration": mood.ended ? "line-through" : null,
      "font-weight": mood.selected ? 650 : 400,
      ...haloOf(palette.paper, strong),
    }),
  );
  if (!item.suffix) return;
  const width = textWidth(item.lines[0], TYPE.leaf.size, mood.selected ? 650 : 400);
  const after = start + (mirrored ? -1 : 1) * (width + 6);
  group.append(
    text(item.suffix, after, baseline, { size: TYPE.leaf.size - 1.5, weight: 500 }, palette.muted, {
      "text-anchor": anchor,
      ...UNSAID,
      ...haloOf(palette.paper, strong),
    }),
  );
}

/** @param {SVGElement} group @param {Item} item @param {Mood} mood @param {Palette} palette */
function drawTint(group, item, mood, palette) {
  const tint = tintOf(palette, mood.tint);
  if (!tint) return;
  const x = item.side < 0 && !item.sheeted ? item.w + 5 : -5;
  group.append(svg("circle", { cx: x, cy: item.h / 2, r: 6.5, fill: tint.colour }));
  group.append(
    text(tint.sign, x, item.h / 2 + 4, { size: 11, weight: 700 }, inkOn(tint.colour), { "text-anchor": "middle" }),
  );
}

function haloOf(/** @type {string} */ paper, off = false) {
  return paper && !off ? { stroke: paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
}

/** A line of text; one that breaks off is not said, the item's name is whole. The blank at its end keeps the words of two lines apart for those who hear them. @param {string} content @param {number} x @param {number} y @param {{size: number, weight: number}} type @param {string} fill @param {Record<string, any>} more */
function text(content, x, y, type, fill, more = {}) {
  const unsaid = content.endsWith("…") ? UNSAID : {};
  return svg(
    "text",
    { x, y, "font-size": type.size, "font-weight": type.weight, fill, ...unsaid, ...more },
    `${content} `,
  );
}

/**
 * A branch from parent to child: a curve that tapers from the trunk outwards, as an outline of two curves. (A finer one of many
 * points takes the browser longer to read than everything else in the picture.)
 * @param {{x: number, y: number, w: number, h: number}} from @param {{x: number, y: number, w: number, h: number}} to
 * @param {number} side @param {number} thick @param {number} thin @param {number} [drop] distance of the end below the middle of the child
 */
export function taper(from, to, side, thick, thin, drop = 0) {
  const x0 = side > 0 ? from.x + from.w : from.x;
  const y0 = from.y + from.h / 2;
  const x1 = side > 0 ? to.x : to.x + to.w;
  const y1 = to.y + to.h / 2 + drop;
  const dx = x1 - x0;
  const dy = y1 - y0;
  // Half-way the middle line runs along (0.675 dx, 1.5 dy): where it is steep, the two edges stand aside, not one above the other.
  const aside = ((thick + thin) / 3) * ((1.5 * dy) / (Math.hypot(0.675 * dx, 1.5 * dy) || 1));
  const [early, late] = [x0 + 0.55 * dx, x0 + 0.45 * dx];
  const [up, down] = [y0 - (side * thick) / 2, y1 - (side * thin) / 2];
  const [up2, down2] = [y0 + (side * thick) / 2, y1 + (side * thin) / 2];
  const there = `${r(early + aside)} ${r(up)} ${r(late + aside)} ${r(down)} ${r(x1)} ${r(down)}`;
  const back = `${r(late - aside)} ${r(down2)} ${r(early - aside)} ${r(up2)} ${r(x0)} ${r(up2)}`;
  return `M${r(x0)} ${r(up)}C${there}L${r(x1)} ${r(down2)}C${back}z`;
}

const r = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {import("./layout.js").Sheet} sheet @param {string} colour @param {Palette} palette */
export function drawSheet(sheet, colour, palette) {
  return svg("rect", {
    width: sheet.w,
    height: sheet.h,
    rx: 10,
    fill: mix(colour, palette.paper, palette.dark ? 0.9 : 0.955),
    stroke: mix(colour, palette.paper, 0.55),
    "stroke-width": 1,
  });
}
