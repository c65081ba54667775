/**
 * The cards of one box, in bands of whole rows: the browser passes over a band that is far from the window (no style, no layout,
 * no paint), and still finds the words in it.
 *
 * @typedef {{element: HTMLElement, nodes: number[], style: string}} Band
 * @typedef {{width: number, height: number, gap: number, wide: number}} Measures  pixels: the least width of a card, its height,
 *   what is between two, and the width of the view
 */

import { arrange } from "../../dom.js";

/** Cards in a band, about; a box with no more than `FEW` is one band, and its height is the browser's business. */
const BAND = 40;
const FEW = 80;

export class Bands {
  /** @param {HTMLElement} element where the bands stand @param {IntersectionObserver} watch tells which of them are near the window */
  constructor(element, watch) {
    this.element = element;
    this.watch = watch;
    /** The width that the bands have, in pixels; 0 until the browser has told. */
    this.room = 0;
    /** @type {number[]} */
    this.nodes = [];
    /** @type {Band[]} */
    this.bands = [];
    this.columns = 1;
    this.size = FEW;
  }

  /** Divide cards among bands; where things stand does not change when the cards come. @param {number[]} nodes in order @param {Measures} measures */
  arrange(nodes, measures) {
    const few = nodes.length <= FEW;
    this.nodes = nodes;
    this.columns = columnsIn(this.room || measures.wide, measures);
    this.size = few ? FEW : this.columns * Math.max(1, Math.round(BAND / this.columns));
    const count = Math.ceil(nodes.length / this.size);
    for (const { element } of this.bands.splice(count)) element.remove();
    while (this.bands.length < count) this.bands.push(this._band());
    this.bands.forEach((band, at) => {
      band.nodes = nodes.slice(at * this.size, (at + 1) * this.size);
      shape(band, few, this.columns, measures);
    });
  }

  /** Take note of the room that there is. @param {number} room @param {Measures} measures @returns {boolean} whether rows hold more or fewer cards now */
  widen(room, measures) {
    this.room = room || this.room;
    return this.nodes.length > FEW && columnsIn(this.room, measures) !== this.columns;
  }

  /** The box is not shown any more: when it comes back, its bands come one by one. */
  leave() {
    for (const { element } of this.bands) element.classList.add("is-away");
  }

  /** The band that a node's card is in. @param {number} node @returns {Band | undefined} */
  of(node) {
    return this.bands[Math.floor(this.nodes.indexOf(node) / this.size)];
  }

  /** @returns {Band} */
  _band() {
    const element = document.createElement("ul");
    element.className = "ls-cards";
    this.element.append(element);
    this.watch.observe(element);
    return { element, nodes: [], style: "" };
  }
}

/** Take note of the room that there is now; the browser has to lay out the page for it. @param {Bands[]} all */
export function readRooms(all) {
  for (const bands of all) bands.room = bands.element.clientWidth || bands.room;
}

/** How many columns fit. @param {number} room @param {Measures} measures */
const columnsIn = (room, { width, gap }) => Math.max(1, Math.floor((room + gap) / (width + gap)));

/** How many cards fill a window of some height. @param {Measures} measures @param {number} tall */
export const screenful = ({ wide, width, height }, tall) => (wide * tall) / (width * height);

/** @param {Band} band @param {boolean} few @param {number} columns @param {Measures} measures */
function shape(band, few, columns, { height, gap }) {
  const tall = `${Math.ceil(band.nodes.length / columns) * (height + gap) - gap}px`;
  const empty = !band.element.childElementCount;
  const style = few
    ? `contain-intrinsic-height: auto ${tall};${empty ? ` min-height: ${tall}` : ""}`
    : `height: ${tall}; grid-template-columns: repeat(${columns}, minmax(0, 1fr))`;
  if (style !== band.style) band.element.style.cssText = style;
  band.style = style;
}

/** Put cards into a band. @param {Band} band @param {Element[]} cells */
export function settle({ element }, cells) {
  arrange(element, cells);
  element.style.minHeight = "";
  element.classList.remove("is-away");
}
