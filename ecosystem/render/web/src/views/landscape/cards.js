/** The landscape's elements: made once, then only their classes and words change. */

import { nextFrame, put } from "../../dom.js";
import { legible, mix } from "../../drawing/colours.js";
import { work } from "../../work.js";
import { word } from "../words.js";
import { columnsFor } from "./boxes.js";

/** @typedef {import("./boxes.js").Region} Region */

/** @param {string} name @param {string} className @param {...(Node | string)} children */
function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/**
 * One card: kind, name, and a note where there is something to say, all as text or shape.
 * @typedef {{cell: HTMLElement, button: HTMLButtonElement, name: HTMLElement, note: HTMLElement | null, look: string}} Card
 * @param {number} node @param {string} shape @returns {Card}
 */
export function createCard(node, shape) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "ls-card"));
  button.type = "button";
  button.tabIndex = -1;
  button.dataset.node = String(node);
  const name = element("span", "ls-name");
  button.append(name);
  return { cell: element("li", `ls-cell ls-${shape}`, button), button, name, note: null, look: "" };
}

/** The year of an end as it is; a maturity as its initial, which the legend explains. @param {Card} card @param {string} text @param {boolean} mature */
export function writeNote(card, text, mature) {
  if (!text && !card.note) return;
  card.note ??= card.button.appendChild(element("span", "ls-note"));
  put(card.note, "class", mature ? "ls-note ls-badge" : "ls-note");
  put(card.note, "title", mature ? text : "");
  write(card.note, mature ? initial(text) : text);
}

/**
 * A branch with its boxes; cards come into the lists later.
 * @param {Region} region
 * @returns {{section: HTMLElement, title: HTMLElement, count: HTMLElement, parts: {box: HTMLElement, title: HTMLElement, count: HTMLElement, list: HTMLElement}[]}}
 */
export function createRegion(region) {
  const title = element("span", "");
  const count = element("span", "ls-count");
  const body = element("div", "ls-parts");
  const section = element("section", "ls-region is-awake", element("h2", "ls-head", title, count), body);
  const parts = region.parts.map(() => {
    const partTitle = element("span", "");
    const partCount = element("span", "ls-count");
    const list = element("div", "ls-bands");
    const box = element("div", "ls-part", element("h3", "ls-subhead", partTitle, partCount), list);
    body.append(box);
    return { box, title: partTitle, count: partCount, list };
  });
  return { section, title, count, parts };
}

/** A region in the colours of its branch. @param {HTMLElement} section @param {string} colour @param {import("../../drawing/colours.js").Palette} palette */
export function dyeRegion({ style }, colour, palette) {
  const tint = mix(colour, palette.paper, palette.dark ? 0.9 : 0.95);
  style.setProperty("--branch", legible(colour, palette.paper, 3));
  style.setProperty("--branch-tint", tint);
  style.setProperty("--branch-soft", mix(colour, palette.paper, palette.dark ? 0.45 : 0.68));
  style.setProperty("--branch-head", palette.dark ? mix(colour, "#000000", 0.35) : legible(colour, "#ffffff", 4.6));
  style.setProperty("--branch-ink", legible(mix(colour, palette.ink, 0.4), tint, 5));
}

/**
 * The browser passes over regions that are out of view, which keep the height that they had when they were last laid out. After a change
 * that may have made them higher or lower, and when there is nothing else to do, they are woken one by one and go to sleep again.
 * @param {ReturnType<typeof createRegion>[]} drawn
 */
export function restAgain(drawn) {
  work.begin(drawn, waking(drawn), { idle: true });
}

/** @param {ReturnType<typeof createRegion>[]} drawn @returns {Generator<unknown, void>} */
function* waking(drawn) {
  for (const { section } of drawn) {
    section.classList.add("is-awake");
    yield section.offsetHeight;
  }
  nextFrame().then(() => stir(drawn, false));
}

/** Have all regions laid out, or those in view. @param {ReturnType<typeof createRegion>[]} drawn @param {boolean} awake */
export function stir(drawn, awake) {
  for (const { section } of drawn) section.classList.toggle("is-awake", awake);
}

/**
 * The widths that regions and their boxes would like, for their number of cards.
 * @param {Region[]} regions @param {ReturnType<typeof createRegion>[]} drawn
 * @param {{width: number, tiles: boolean, wide: number, room: number}} measures  of a card and of the window, and how many cards fit beside each other
 */
export function sizeRegions(regions, drawn, { width, tiles, wide, room }) {
  regions.forEach(({ parts }, at) => {
    let widest = 0;
    parts.forEach((part, p) => {
      const columns = columnsFor(part.nodes.length, Math.min(room, tiles ? 30 : 9));
      widest += columns;
      drawn[at].parts[p].box.style.flex = `${columns} 1 ${columns * (width + 5) + 18}px`;
    });
    const columns = Math.min(room, widest);
    drawn[at].section.style.flex = `${columns} 1 ${Math.min(columns * (width + 5) + 34, wide - 26)}px`;
  });
}

/** Write only what changed: the document stays as it is where nothing did. @param {HTMLElement} target @param {string} text */
export function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** The first letter of a word, for a badge. @param {string} text */
function initial(text) {
  return (Array.from(text.replace(/^已/, ""))[0] ?? "").toUpperCase();
}

/** What the badges and the strokes mean. @param {HTMLElement} scroll */
export function createLegend(scroll) {
  const bar = element("p", "ls-legend");
  scroll.append(bar);
  return {
    /** @param {string} lang @param {{en: string, zh: string}[]} levels */
    show(lang, levels) {
      const words = levels.map((level) => level[lang === "zh" ? "zh" : "en"]);
      const badges = words.map((text, at) => {
        const sample = element("span", `ls-sample ls-level-${at}`, element("span", "ls-note ls-badge", initial(text)));
        return element("span", "ls-entry", sample, text);
      });
      const gone = element("span", "ls-entry", element("s", "", word(lang, "name")), word(lang, "endedUnknown"));
      const dormant = element("span", "ls-entry", element("span", "ls-sample is-dormant"), word(lang, "dormant"));
      bar.replaceChildren(...badges, gone, dormant);
    },
  };
}
