/**
 * The timeline's SVG. It stays where it is while the page scrolls under it; its layers follow, and only rows in view exist.
 *
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("../../types.js").Scene} Scene
 * @typedef {object} Showing  what is to be drawn
 * @property {Scene} scene
 * @property {import("./rows.js").Rows} rows
 * @property {ReturnType<typeof import("./rows.js").lineageOf>} links
 * @property {Set<number>} linked  nodes at the other end of the selected nodes' lineage
 * @property {import("./scale.js").Scale} scale
 * @property {number} left  where the scale begins
 * @property {import("./paint.js").Sizes & {heading: number}} sizes
 * @property {import("../../drawing/colours.js").Palette} palette
 * @property {number} today
 * @property {number} type  how much larger than on a desk
 * @property {number} active  the node that has the keyboard
 * @property {{line: string, name: string}} stamps  lines and names made for another stamp are made anew
 *
 * @typedef {{left: number, top: number}} Scrolled  in pixels
 */
import { ofAll } from "../../branches.js";
import { formatDate, formatInterval } from "../../dates.js";
import { legible, mix } from "../../drawing/colours.js";
import { keyed } from "../../drawing/keyed.js";
import { isDormant, isGone } from "../../drawing/life.js";
import { FONT, set, svg } from "../../drawing/svg.js";
import { clipped, textWidth } from "../../drawing/text.js";
import { work } from "../../work.js";
import { word } from "../words.js";
import { drawLine, drawName, lineageHead, lineagePath, shownName } from "./paint.js";
import { ticksOf } from "./scale.js";

export const AXIS = 30;
/** Pixels above and below what is seen that have rows, too, and how many of these are made in one step. */
const SPARE = 300;
const STEP = 8;

export class TimelinePicture {
  /** @param {HTMLElement} place @param {import("../../model.js").Model} model */
  constructor(place, model) {
    this.model = model;
    this.element = svg("svg", { class: "tl-svg", tabindex: 0, role: "listbox", "font-family": FONT });
    const layer = () => /** @type {SVGElement} */ (this.element.appendChild(svg("g", { role: "none" })));
    this.grid = layer();
    this.lineage = layer();
    this.lines = layer();
    this.sheet = layer();
    this.names = layer();
    this.axis = layer();
    place.append(this.element);
    /** @type {Showing | null} */
    this.showing = null;
    /** @type {[number, number] | null} */
    this.drawn = null;
    this.width = 0;
    this.height = 0;
    this.lineRows = keyed(this.lines, {
      key: (/** @type {Row} */ row) => String(row.node),
      look: (row) => `${this.#now().stamps.line} ${Object.values(this.#mood(row))}`,
      make: (row) => drawLine(row, (day) => this.#x(day), this.#mood(row), this.#now().palette, this.#now().sizes),
      move: (row, element) => set(element, { transform: `translate(0 ${row.y})`, "data-node": row.node }),
    });
    this.nameRows = keyed(this.names, {
      key: (/** @type {Row} */ row) => String(row.node),
      look: (row) => `${this.#now().stamps.name} ${Object.values(this.#mood(row))}`,
      make: (row) => this.#drawName(row),
      move: (row, element) =>
        set(element, { transform: `translate(0 ${row.y})`, "data-node": row.node, ...this.#aria(row) }),
    });
  }

  /** What is shown, once there is something. */
  #now() {
    return /** @type {Showing} */ (this.showing);
  }

  /** @param {Showing} showing @param {import("../../drawing/size.js").Size} room @param {Scrolled} at */
  show(showing, { clientWidth, clientHeight }, at) {
    this.showing = showing;
    this.width = clientWidth / showing.type;
    this.height = clientHeight / showing.type;
    this.#paintAxis();
    this.drawn = null;
    this.look(at);
  }

  /** Give a row the keyboard. @param {number} node @param {Scrolled} at */
  activate(node, at) {
    this.#now().active = node;
    this.drawn = null;
    this.look(at);
    set(this.element, { "aria-activedescendant": `tl-${node}` });
  }

  /** @param {number} day */
  #x(day) {
    const { left, scale } = this.#now();
    return left + scale.at(day);
  }

  /** @param {Row} row */
  #drawName(row) {
    const { scene, palette, sizes } = this.#now();
    const shape = this.model.kindOf(row.node)?.shape ?? "dot";
    return drawName(scene.label(row.node), this.#mood(row), palette, sizes, shape);
  }

  /** @param {Row} row @returns {import("./paint.js").Mood} */
  #mood(row) {
    const { scene } = this.#now();
    const { node } = row;
    return {
      colour: this.model.categories[row.category]?.colour ?? "#5f7187",
      selected: scene.selected.has(node),
      faded: scene.visible[node] === 2,
      ended: isGone(scene, node),
      dormant: isDormant(scene, node),
      match: scene.matches.has(node),
      tint: scene.tint?.[node] ?? 0,
      linked: this.#now().linked.has(node),
    };
  }

  /** @param {Row} row */
  #aria(row) {
    const { scene, active, sizes } = this.#now();
    const { lang } = scene.state;
    const { since, until } = this.model.dates(row.node);
    const { rows } = this.#now().rows;
    const full = scene.label(row.node);
    const seen = shownName(full, this.#mood(row), sizes);
    const name = [
      seen === full ? full : `${seen} ${full}`, // what is seen is part of what is heard, also where it is cut
      formatInterval(since, until, lang),
      isDormant(scene, row.node) && scene.text("panel.silent", formatDate(this.model.sign(row.node), lang)),
      ...row.marks.filter(({ kind }) => kind !== "birth" && kind !== "end").map(({ text }) => text),
    ];
    return {
      id: `tl-${row.node}`,
      role: "option",
      "aria-selected": String(scene.selected.has(row.node)),
      "aria-label": name.filter(Boolean).join(", "),
      "aria-setsize": rows.length,
      "aria-posinset": row.place + 1,
      "data-active": row.node === active ? 1 : null,
    };
  }

  /** After scrolling: the layers follow, and the rows in view exist. @param {Scrolled} at */
  look({ left, top: down }) {
    if (!this.showing) return;
    const { type } = this.showing;
    const [sx, sy] = [left / type, down / type];
    const move = (/** @type {SVGElement} */ layer, /** @type {number} */ x, /** @type {number} */ y) =>
      set(layer, { transform: `scale(${type}) translate(${round(x)} ${round(y)})` });
    for (const layer of [this.grid, this.axis]) move(layer, -sx, 0);
    for (const layer of [this.lines, this.lineage]) move(layer, -sx, AXIS - sy);
    move(this.sheet, 0, 0);
    move(this.names, 0, AXIS - sy);
    if (this.drawn && sy >= this.drawn[0] && sy + this.height <= this.drawn[1]) return;
    this.drawn = [sy - SPARE, sy + this.height + SPARE];
    const [top, bottom] = this.drawn;
    const near = this.showing.rows.rows.filter((row) => row.y > top - 40 && row.y < bottom);
    this.#showRows(near, (row) => row.y > sy - 40 && row.y < sy + this.height);
    this.#paintHeadings(top, bottom);
    this.#paintLineage(top, bottom);
  }

  /** Rows that are seen are there at once; those just above and below follow. @param {Row[]} near @param {(row: Row) => boolean} seen */
  #showRows(near, seen) {
    const rows = [...near.filter(seen), ...near.filter((row) => !seen(row))];
    const most = near.filter(seen).length;
    const lines = this.lineRows.show(rows, most);
    const names = this.nameRows.show(rows, most);
    if (lines.length || names.length) work.begin(this, this.#filling(lines, names));
    else work.cancel(this);
  }

  /** @param {Row[]} lines @param {Row[]} names @returns {Generator<void, void>} */
  *#filling(lines, names) {
    for (const [rows, left] of /** @type {const} */ ([
      [this.lineRows, lines],
      [this.nameRows, names],
    ]))
      for (let at = 0; at < left.length; at += STEP) {
        rows.add(left.slice(at, at + STEP));
        yield;
      }
  }

  #paintAxis() {
    const { scale, palette, left, sizes } = this.#now();
    const { width, height } = this;
    const grid = [];
    const axis = [svg("rect", { x: -40, width: left + scale.width + width + 80, height: AXIS, fill: palette.paper })];
    const covered = this.#dates().map((day, at) => this.#plate(day, at));
    for (const { x, year, strong } of ticksOf(scale)) {
      grid.push(
        svg("path", {
          d: `M${round(left + x)} ${AXIS}V${height}`,
          stroke: palette.line,
          "stroke-width": strong ? 1 : 0.5,
          "stroke-opacity": 0.7,
        }),
      );
      if (strong && covered.every(({ middle, width: wide }) => Math.abs(middle - left - x) > wide / 2 + 18))
        axis.push(
          svg(
            "text",
            { x: round(left + x), y: 19, "font-size": 12, fill: palette.muted, "text-anchor": "middle" },
            String(year),
          ),
        );
    }
    axis.push(svg("path", { d: `M-40 ${AXIS - 0.5}H${left + scale.width + width + 40}`, stroke: palette.line }));
    if (scale.bend !== null) grid.unshift(this.#bendBand());
    grid.push(...this.#dateLine(axis));
    this.grid.replaceChildren(...grid);
    this.axis.replaceChildren(...axis);
    this.sheet.replaceChildren(
      svg("rect", {
        y: AXIS,
        width: sizes.narrow ? 0 : sizes.names + 2,
        height,
        fill: palette.paper,
        "fill-opacity": 0.94,
      }),
    );
  }

  /** The strip of the early years, shaded because its scale differs. */
  #bendBand() {
    const { scale, palette, left } = this.#now();
    const x = left + scale.at(/** @type {number} */ (scale.bend));
    return svg(
      "g",
      {},
      svg("rect", { x: left - 14, y: AXIS, width: x - left + 14, height: this.height, fill: palette.raised }),
      svg("path", {
        d: `M${round(x)} 8l-3 5l6 5l-6 5l3 5V${this.height}`,
        fill: "none",
        stroke: palette.muted,
        "stroke-width": 1.2,
        "stroke-opacity": 0.6,
      }),
    );
  }

  /** The day that the scene is about, and today. @returns {number[]} */
  #dates() {
    const { scene, today } = this.#now();
    const { state, day } = scene;
    const chosen = state.date ? day : today;
    return Math.abs(this.#x(chosen) - this.#x(today)) < 80 ? [chosen] : [chosen, today];
  }

  /** The plate with the name of a date over its line. @param {number} day @param {number} at */
  #plate(day, at) {
    const { scene, left, scale } = this.#now();
    const { date, lang } = scene.state;
    const label = date && at === 0 ? formatDate(date, lang) : word(lang, "today");
    const width = textWidth(label, 11.5, 650) + 12;
    return { label, width, middle: round(Math.min(this.#x(day), left + scale.width + 20 - width / 2)) };
  }

  /** @param {Element[]} axis */
  #dateLine(axis) {
    const { palette } = this.#now();
    return this.#dates().map((day, at) => {
      const x = round(this.#x(day));
      const colour = at === 0 ? palette.ink : palette.muted;
      const { label, width, middle } = this.#plate(day, at);
      axis.push(
        svg("rect", {
          x: round(middle - width / 2),
          y: 5,
          width: round(width),
          height: 19,
          rx: 9,
          fill: at === 0 ? palette.ink : palette.raised,
        }),
      );
      axis.push(
        svg(
          "text",
          {
            x: middle,
            y: 18.5,
            "font-size": 11.5,
            "font-weight": 650,
            fill: at === 0 ? palette.paper : palette.ink,
            "text-anchor": "middle",
          },
          label,
        ),
      );
      return svg("path", {
        d: `M${x} ${AXIS}V${this.height}`,
        stroke: colour,
        "stroke-width": at === 0 ? 2 : 1,
        "stroke-dasharray": at === 0 ? null : "3 3",
      });
    });
  }

  /** @param {number} top @param {number} bottom */
  #paintHeadings(top, bottom) {
    const { palette, sizes, scene, rows } = this.#now();
    const { model } = this;
    for (const old of this.names.querySelectorAll("[data-heading]")) old.remove();
    for (const { category, y, count, total } of rows.headings) {
      if (y < top - 40 || y > bottom) continue;
      const { label, colour } = model.categories[category];
      const ink = legible(mix(colour, palette.ink, 0.35), palette.paper, 4.5);
      const room = Math.min(460, this.width - 24);
      const { lang } = scene.state;
      const many = ofAll(count, total, (shown, all) => word(lang, "count", shown, all));
      const name = clipped(`${label[lang]} · ${many}`, room, 13, 700);
      this.names.prepend(
        svg(
          "g",
          { "data-heading": 1, "aria-hidden": "true", transform: `translate(0 ${y})` },
          svg("path", {
            d: `M4 ${sizes.heading - 3}H${this.width}`,
            stroke: mix(colour, palette.paper, 0.55),
            "stroke-width": 1,
          }),
          svg(
            "text",
            {
              x: 8,
              y: 20,
              "font-size": 13,
              "font-weight": 700,
              fill: ink,
              stroke: palette.paper,
              "stroke-width": 4,
              "paint-order": "stroke",
            },
            name,
          ),
        ),
      );
    }
  }

  /** @param {number} top @param {number} bottom */
  #paintLineage(top, bottom) {
    const { palette, sizes, scene, links } = this.#now();
    const middle = sizes.narrow ? sizes.row - 10 : sizes.row / 2;
    const parts = [];
    for (const link of links) {
      const [y0, y1] = [link.from.y + middle, link.to.y + middle];
      if (Math.max(y0, y1) < top || Math.min(y0, y1) > bottom) continue;
      const strong = scene.selected.has(link.from.node) || scene.selected.has(link.to.node);
      const quiet = scene.selected.size > 0 && !strong;
      const x = this.#x(Math.min(Math.max(link.day, link.from.from), link.from.to));
      const x1 = this.#x(Math.min(Math.max(link.day, link.to.from), link.to.to));
      const colour = strong ? palette.accent : palette.muted;
      const opacity = strong ? 1 : quiet ? 0.2 : Math.abs(y1 - y0) > 500 ? 0.3 : 0.6;
      const way = Math.sign(y1 - y0) || 1;
      parts.push(
        svg("path", {
          d: lineagePath(x, x1, y0, y1),
          fill: "none",
          stroke: colour,
          "stroke-opacity": opacity,
          "stroke-width": strong ? 2.2 : 1.3,
          "stroke-dasharray": link.doubt ? "5 4" : null,
        }),
      );
      parts.push(svg("path", { d: lineageHead(x1, y1, way), fill: colour, "fill-opacity": opacity }));
      parts.push(
        svg("path", {
          d: lineagePath(x, x1, y0, y1),
          fill: "none",
          stroke: "#000",
          "stroke-opacity": 0,
          "stroke-width": 10,
          "data-edge": link.k,
          "data-live": 1,
        }),
      );
    }
    this.lineage.replaceChildren(...parts);
  }
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
