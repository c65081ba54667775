/** The landscape as one SVG document, read off the page as it stands: all of it, for nobody can scroll a picture. */

import { channels, mix, tintOf } from "../../drawing/colours.js";
import { halfPath, shapePath } from "../../drawing/shapes.js";
import { standalone, svg } from "../../drawing/svg.js";
import { clipped, wrapped } from "../../drawing/text.js";

/** Signs that fill less of their box (views-landscape.css). */
const CUT = /^(spark|pawn|arrow|page|bowtie|slant|shield|pin|plus)$/;

/** @typedef {import("../../drawing/colours.js").Palette} Palette */
/** @typedef {{left: number, top: number}} Corner  of the picture, in the window */

const EDGE = 12;

/** @param {HTMLElement} root @param {Palette} palette @param {string} title */
export function landscapeSvg(root, palette, title) {
  root.classList.add("is-whole");
  const boxes = [...root.querySelectorAll(".ls-region, .ls-head, .ls-part, .ls-subhead, .ls-card")].flatMap(
    (element) => {
      const box = element.getBoundingClientRect();
      return box.width ? [{ element: /** @type {HTMLElement} */ (element), box }] : [];
    },
  );
  const corner = {
    left: Math.min(...boxes.map(({ box }) => box.left)) - EDGE,
    top: Math.min(...boxes.map(({ box }) => box.top)) - EDGE,
  };
  const width = Math.max(...boxes.map(({ box }) => box.right)) - corner.left + EDGE;
  const height = Math.max(...boxes.map(({ box }) => box.bottom)) - corner.top + EDGE;
  const group = svg("g");
  for (const { element, box } of boxes) group.append(...partsOf(element, box, corner, palette));
  root.classList.remove("is-whole");
  return boxes.length ? standalone([group], round(width), round(height), palette, title) : "";
}

/** @param {HTMLElement} element @param {DOMRect} box @param {Corner} corner @param {Palette} palette */
function partsOf(element, box, corner, palette) {
  const frame = boxOf(box, corner, getComputedStyle(element));
  if (element.matches(".ls-region, .ls-part")) return [frame];
  if (!element.matches(".ls-card")) return [frame, ...textsOf(element, corner, palette)];
  return [frame, ...signsOf(element, box, corner, palette), ...textsOf(element, corner, palette)];
}

/** @param {DOMRect} box @param {Corner} corner @param {CSSStyleDeclaration} style */
function boxOf(box, corner, style) {
  const ground = hexOf(style.backgroundColor);
  const border = Number.parseFloat(style.borderTopWidth) || 0;
  const dashes = /** @type {Record<string, string>} */ ({ dotted: "1 2", dashed: "4 3" });
  return svg("rect", {
    x: round(box.left - corner.left),
    y: round(box.top - corner.top),
    width: round(box.width),
    height: round(box.height),
    rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
    fill: ground ?? "none",
    stroke: border ? (hexOf(style.borderTopColor) ?? "none") : "none",
    "stroke-width": border,
    "stroke-dasharray": dashes[style.borderTopStyle] ?? null,
    opacity: style.opacity === "1" ? null : style.opacity,
  });
}

/** The sign of a card's kind, and of what changed. @param {HTMLElement} card @param {DOMRect} box @param {Corner} corner @param {Palette} palette */
function signsOf(card, box, corner, palette) {
  const style = getComputedStyle(card, "::before");
  const shape = /ls-(\w+)$/.exec(card.parentElement?.className ?? "")?.[1] ?? "dot";
  const colour = hexOf(style.backgroundColor);
  const y = round(box.top - corner.top + box.height / 2);
  const signs = [];
  const wide = Number.parseFloat(style.width);
  if (colour && wide && style.display !== "none") {
    const x = box.left - corner.left + Number.parseFloat(getComputedStyle(card).paddingLeft) + 1 + wide / 2;
    const radius = round(Number.parseFloat(style.height) / (shape === "box" ? 1.4 : CUT.test(shape) ? 2.5 : 2));
    const opacity = style.opacity === "1" ? null : style.opacity;
    signs.push(svg("path", { d: shapePath(shape, radius, round(x), y), fill: colour, opacity }));
    const branch = card.classList.contains("is-dormant") && hexOf(getComputedStyle(card).getPropertyValue("--branch"));
    if (branch) signs.push(svg("path", { d: halfPath(shape, radius, round(x), y), fill: branch, opacity }));
  }
  const tint = tintOf(palette, Number(/ls-tint-(\d)/.exec(card.className)?.[1] ?? 0));
  if (!tint) return signs;
  const x = round(box.right - corner.left - 13);
  const words = { x, y: y + 4, "font-size": 11, "font-weight": 700, "text-anchor": "middle", fill: palette.paper };
  return [...signs, svg("path", { d: shapePath("dot", 6.5, x, y), fill: tint.colour }), svg("text", words, tint.sign)];
}

/** @param {HTMLElement} element @param {Corner} corner @param {Palette} palette */
function textsOf(element, corner, palette) {
  return [...element.querySelectorAll("span")].flatMap((span) => {
    const box = span.getBoundingClientRect();
    const text = span.textContent ?? "";
    if (!text || box.width < 6) return [];
    const style = getComputedStyle(span);
    const size = Number.parseFloat(style.fontSize);
    const rows = rowsOf(span, text, box, size, Number(style.fontWeight) || 400);
    const step = box.height / rows.length;
    return rows.map((row, at) =>
      svg(
        "text",
        {
          x: round(box.left - corner.left),
          y: round(box.top - corner.top + (at + 0.5) * step + size * 0.36),
          "font-size": size,
          "font-weight": style.fontWeight,
          fill: hexOf(style.color) ?? palette.ink,
          "text-decoration": style.textDecorationLine === "none" ? null : style.textDecorationLine,
        },
        row,
      ),
    );
  });
}

/** The lines that the browser made of a text, which it shortens only where there is no room. @param {HTMLElement} span @param {string} text @param {DOMRect} box @param {number} size @param {number} weight */
function rowsOf(span, text, box, size, weight) {
  const lines = Math.round(box.height / (size * 1.35));
  if (lines > 1) return wrapped(text, box.width + 1, size, weight, lines);
  return [span.scrollWidth > span.clientWidth + 1 && span.clientWidth ? clipped(text, box.width, size, weight) : text];
}

/** @param {string} colour as the browser computes it @returns {string | null} null when one sees through it */
function hexOf(colour) {
  if (colour.startsWith("#"))
    return (
      mix(colour, "#000000", 0) &&
      `#${channels(colour)
        .map((part) => part.toString(16).padStart(2, "0"))
        .join("")}`
    );
  const mixed = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/.exec(colour);
  if (mixed) return hexOfParts(mixed.slice(1, 4).map((part) => Number(part) * 255));
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(colour);
  return !parts || parts[4] === "0" ? null : hexOfParts(parts.slice(1, 4).map(Number));
}

/** @param {number[]} parts */
const hexOfParts = (parts) => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
