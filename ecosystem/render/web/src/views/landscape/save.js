/** What is seen of the landscape as one SVG document, read off the page as it stands. */

import { channels, mix } from "../../drawing/colours.js";
import { standalone, svg } from "../../drawing/svg.js";
import { clipped } from "../../drawing/text.js";

/** @param {HTMLElement} root @param {import("../../drawing/colours.js").Palette} palette @param {string} title */
export function landscapeSvg(root, palette, title) {
  const frame = root.getBoundingClientRect();
  const group = svg("g");
  for (const element of seenIn(root, frame)) {
    const box = element.getBoundingClientRect();
    if (
      !box.width ||
      box.bottom < frame.top ||
      box.top > frame.bottom ||
      box.right < frame.left ||
      box.left > frame.right
    )
      continue;
    const style = getComputedStyle(element);
    group.append(boxOf(box, frame, style, palette));
    if (!element.matches(".ls-region, .ls-part"))
      group.append(...textsOf(/** @type {HTMLElement} */ (element), frame, palette));
  }
  return standalone([group], frame.width, frame.height, palette, title);
}

/** Boxes in view, and what is in them: of the others the browser does not even know where their cards stand. @param {HTMLElement} root @param {DOMRect} frame */
function* seenIn(root, frame) {
  const inView = (/** @type {Element} */ element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom >= frame.top && top <= frame.bottom;
  };
  for (const region of root.querySelectorAll(".ls-region")) {
    if (!inView(region)) continue;
    yield region;
    yield* region.querySelectorAll(".ls-head");
    for (const part of region.querySelectorAll(".ls-part")) {
      if (!inView(part)) continue;
      yield part;
      yield* part.querySelectorAll(".ls-subhead");
      for (const band of part.querySelectorAll(".ls-cards")) if (inView(band)) yield* band.querySelectorAll(".ls-card");
    }
  }
}

/** @param {DOMRect} box @param {DOMRect} frame @param {CSSStyleDeclaration} style @param {import("../../drawing/colours.js").Palette} palette */
function boxOf(box, frame, style, palette) {
  const ground = hexOf(style.backgroundColor);
  const border = Number.parseFloat(style.borderTopWidth) || 0;
  return svg("rect", {
    x: round(box.left - frame.left),
    y: round(box.top - frame.top),
    width: round(box.width),
    height: round(box.height),
    rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
    fill: ground ?? "none",
    stroke: border ? (hexOf(style.borderTopColor) ?? palette.line) : "none",
    "stroke-width": border,
    opacity: style.opacity === "1" ? null : style.opacity,
  });
}

/** @param {HTMLElement} element @param {DOMRect} frame @param {import("../../drawing/colours.js").Palette} palette */
function textsOf(element, frame, palette) {
  return [...element.querySelectorAll("span")].flatMap((span) => {
    const box = span.getBoundingClientRect();
    const text = span.textContent ?? "";
    if (!text || box.width < 6) return [];
    const style = getComputedStyle(span);
    const size = Number.parseFloat(style.fontSize);
    const fill = hexOf(style.color) ?? palette.ink;
    const faded = Number.parseFloat(getComputedStyle(element).opacity) < 1;
    return [
      svg(
        "text",
        {
          x: round(box.left - frame.left),
          y: round(box.top - frame.top + box.height / 2 + size * 0.36),
          "font-size": size,
          "font-weight": style.fontWeight,
          fill: faded ? mix(fill, palette.paper, 0.5) : fill,
          "text-decoration": style.textDecorationLine === "none" ? null : style.textDecorationLine,
        },
        clipped(text, box.width + 2, size, Number(style.fontWeight) || 400),
      ),
    ];
  });
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
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(colour);
  if (!parts || parts[4] === "0") return null;
  return `#${parts
    .slice(1, 4)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
    .join("")}`;
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
