/** A saved picture explains itself: above it what it is and what was chosen, below it the signs and where it comes from. */

import { shownOf } from "./announcements.js";
import { formatDate } from "./dates.js";
import { paletteOf, tintOf } from "./drawing/colours.js";
import { isDormant, isGone } from "./drawing/life.js";
import { halfPath, shapePath } from "./drawing/shapes.js";
import { FONT, svg, written } from "./drawing/svg.js";
import { textWidth, wrapped } from "./drawing/text.js";
import { inLanguage } from "./i18n.js";
import { SAMPLES } from "./views/timeline/legend.js";
import { drawMark } from "./views/timeline/paint.js";
import { word } from "./views/words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./drawing/colours.js").Palette} Palette */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{label: string, colour: string, shape?: string, sign?: string, mark?: string, doubt?: boolean, hollow?: boolean, half?: boolean}} Entry */

const EDGE = 24;
const SMALL = 12;
const ROW = 20;
const LEAST = 560;

/** @param {string} picture a whole SVG document; "" stays "" @param {App} app @param {Scene} [scene] what it shows */
export function asPoster(picture, app, scene = app.scene) {
  const root = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement;
  const [inner, height] = ["width", "height"].map((side) => Number(root.getAttribute(side)));
  if (!inner || !height) return picture;
  const width = Math.max(LEAST, inner);
  const palette = paletteOf(scene.state.theme);
  const head = headOf(app, width, palette);
  const foot = footOf(app, width, palette);
  const whole = head.height + height + foot.height;
  const sheet = svg("svg", {
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    "font-family": FONT,
    role: "img",
  });
  const place = svg("g", { transform: `translate(0 ${head.height + height})` });
  place.append(...foot.parts);
  root.setAttribute("x", String((width - inner) / 2));
  root.setAttribute("y", String(head.height));
  const ground = svg("rect", { width, height: whole, fill: palette.paper });
  sheet.append(svg("title", {}, app.title()), ground, ...head.parts, document.importNode(root, true), place);
  return written(sheet);
}

/** @param {string} words @param {number} y @param {number} size @param {string} fill @param {number} [weight] */
const line = (words, y, size, fill, weight = 400) =>
  svg("text", { x: EDGE, y, "font-size": size, "font-weight": weight, fill }, words);

/** The title, and what was chosen. @param {App} app @param {number} width @param {Palette} palette */
function headOf(app, width, palette) {
  const words = wrapped(chosen(app), width - 2 * EDGE, SMALL + 1, 400, 3);
  const parts = [line(app.title(), 36, 20, palette.ink, 700)];
  parts.push(...words.map((row, at) => line(row, 58 + at * 18, SMALL + 1, palette.muted)));
  return { parts, height: 58 + words.length * 18 };
}

/** The date, the filters, and how much is shown. @param {App} app */
function chosen(app) {
  const { state, text } = app.scene;
  const { date, against, lang } = state;
  const since = against && text("time.since", formatDate(against, lang));
  const day = date ? formatDate(date, lang) : text("time.all");
  const filters = app.viewbar.labels(app.scene);
  return [text(`view.${state.view}`), since ? `${since} – ${day}` : day, ...filters, shownOf(app.scene)].join(" · ");
}

/** The signs, and the source. @param {App} app @param {number} width @param {Palette} palette */
function footOf(app, width, palette) {
  const { text, state } = app.scene;
  const parts = [svg("path", { d: `M${EDGE} 8.5H${width - EDGE}`, stroke: palette.line })];
  let [x, y] = [EDGE, 30];
  for (const entry of entries(app, palette)) {
    const wide = textWidth(entry.label, SMALL) + 36;
    if (x > EDGE && x + wide > width - EDGE) [x, y] = [EDGE, y + ROW];
    parts.push(...signOf(entry, x, y, palette));
    x += wide;
  }
  const { today } = app.model.map;
  const source = [text("poster.source", app.title()), today && text("poster.read", formatDate(today, state.lang))];
  const rows = wrapped(source.filter(Boolean).join(" · "), width - 2 * EDGE, SMALL - 1, 400, 2);
  parts.push(...rows.map((row, at) => line(row, y + 26 + at * 16, SMALL - 1, palette.muted)));
  return { parts, height: y + 26 + rows.length * 16 };
}

/** @param {Entry} entry @param {number} x @param {number} y @param {Palette} palette */
function signOf({ label, colour, shape = "dot", sign, mark, doubt, hollow, half }, x, y, palette) {
  const look = hollow ? { fill: palette.paper, stroke: colour, "stroke-width": 1.4 } : { fill: colour };
  const drawn = mark
    ? drawMark(mark, x + 7, y - 4, colour, Boolean(doubt), palette)
    : svg("path", { d: shapePath(shape, sign ? 7 : 5, x + 7, y - 4), ...look });
  const parts = [drawn];
  if (half) parts.push(svg("path", { d: halfPath(shape, 5, x + 7, y - 4), fill: colour }));
  if (sign)
    parts.push(
      svg(
        "text",
        { x: x + 7, y, "font-size": SMALL, "font-weight": 700, fill: palette.paper, "text-anchor": "middle" },
        sign,
      ),
    );
  parts.push(svg("text", { x: x + 20, y, "font-size": SMALL, fill: palette.ink }, label));
  return parts;
}

/** What the signs and colours of what is shown mean. @param {App} app @param {Palette} palette @returns {Entry[]} */
function entries({ model, scene }, palette) {
  const { visible, tint, text, state } = scene;
  const colouring = document.body.dataset.colouring;
  const shown = model.id.map((_, i) => i).filter((i) => visible[i] === 1);
  const kinds = [...new Set(shown.map((i) => model.kind[i]))].sort((a, b) => a - b);
  const signs = kinds.map((place) => {
    const { plural, shape, colour } = model.kinds[place];
    return {
      label: inLanguage(plural, state.lang),
      shape,
      colour: colouring === "kind" && !tint ? colour : palette.muted,
    };
  });
  const answer = model.legend.find(({ channel }) => channel === "colour");
  const colours = colouring === "answer" ? (answer?.entries ?? []) : [];
  const tops = colouring === "branch" && state.view === "network" && !tint ? branches(model, shown) : [];
  const coloured = [...colours, ...tops].map(({ label, colour = palette.muted }) => ({
    label: inLanguage(label, state.lang),
    shape: "square",
    colour,
  }));
  const counts = [1, 2, 3].map((one) => (tint ? shown.filter((i) => tint[i] === one).length : 0));
  const changes = ["new", "ended", "changed"].flatMap((name, at) => {
    const look = tintOf(palette, at + 1);
    return tint && look ? [{ label: text(`tint.${name}`, counts[at]), ...look }] : [];
  });
  const some = (/** @type {typeof isGone} */ is) => shown.some((i) => is(scene, i));
  const lives = [
    ...(some(isGone) ? [{ label: text("status.ended"), colour: palette.ink, hollow: true }] : []),
    ...(some(isDormant) ? [{ label: text("status.dormant"), colour: palette.ink, hollow: true, half: true }] : []),
  ];
  return [
    ...changes,
    ...lives,
    ...(state.view === "timeline" ? marks(state.lang, palette) : []),
    ...signs,
    ...coloured,
  ];
}

/** What stands on the lifelines. @param {import("./types.js").Language} lang @param {Palette} palette @returns {Entry[]} */
const marks = (lang, palette) =>
  SAMPLES.map(({ mark, key, doubt }) => ({ mark, doubt, label: word(lang, key), colour: palette.ink }));

/** The main branches of what is shown; those of mere kinds share a grey that says nothing. @param {import("./types.js").Model} model @param {number[]} shown */
function branches(model, shown) {
  const tops = new Set(shown.map((i) => model.ancestry(model.category[i])[1]));
  return (
    model.children[0]
      ?.map((top) => ({ top, ...model.categories[top] }))
      .filter(({ top, node }) => tops.has(top) && node >= 0) ?? []
  );
}
