/** The page as a whole: parts that draw themselves from one scene, and what they may ask of each other. */

import { announcement, foldOf, listed } from "./announcements.js";
import { Help, offer, Toast } from "./dialogs.js";
import { nextFrame, setText, settling } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Frame } from "./frame.js";
import { Header } from "./header.js";
import { inLanguage, texts } from "./i18n.js";
import { LegendStrip } from "./legendstrip.js";
import { Panel } from "./panel/panel.js";
import { Sheet } from "./sheet.js";
import { listenToKeys } from "./shortcuts.js";
import { Stage } from "./stage.js";
import { focusOn, fold, hide, pin, select } from "./state.js";
import { StoryBar } from "./storybar.js";
import { TimeBar } from "./timebar.js";
import { createTooltip } from "./tooltip.js";
import { ViewBar } from "./viewbar.js";
import { work } from "./work.js";

/** @typedef {import("./scene.js").SceneMaker} SceneMaker */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").View} View */
/** @typedef {Drawer | Panel | Stage} Part */

const NARROW = "(max-width: 60rem)";
/** Longer than a step of time that plays. */
const RESTING = 900;

/** Whether words are those of another language. @param {Scene} before @param {Scene} after */
const translated = (before, after) => before.state.lang !== after.state.lang;

/** One map in one page. */
export class App {
  /** @param {import("./types.js").Model} model @param {import("./store.js").Store} store @param {HTMLElement} root @param {SceneMaker} maker */
  constructor(model, store, root, maker) {
    this.model = model;
    this.store = store;
    this.search = maker.search;
    this.maker = maker;
    /** @type {Scene} */
    this.scene = this.maker.scene(store.state);
    this.narrowing = matchMedia(NARROW);
    this.drawerOpen = !this.narrow;
    this.frameAsked = 0;
    this.telling = 0;
    /** @type {{first: string, purpose: "path" | "compare"} | null} */
    this.asking = null;
    this.actions = this._actions();
    this.help = new Help(this);
    this.toast = new Toast();
    this.header = new Header(this);
    this.viewbar = new ViewBar(this);
    this.drawer = new Drawer(this);
    this.panel = new Panel(this);
    this.timebar = new TimeBar(this);
    this.storybar = new StoryBar(this);
    this.viewbar.element.append(this.storybar.begins[1]);
    this.strip = new LegendStrip(this, this.storybar.begins[0]);
    this.sheet = new Sheet(this);
    this.frame = new Frame(this);
    this.stage = new Stage(this.frame.stage, model, this.actions);
    this.frame.build(root);
    store.subscribe((_, step) => (step ? this.draw() : this.drawSoon()));
    store.whenRead = () => this.tellLost();
    this.narrowing.addEventListener("change", () => this.toggleDrawer(!this.narrow));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    listenToKeys(this);
    createTooltip(root);
  }

  /** @returns {import("./types.js").Actions} */
  _actions() {
    const { store } = this;
    const id = (/** @type {number} */ i) => this.model.id[i];
    return {
      select: (i, { extend = false } = {}) =>
        i >= 0 && this.asking ? this._answer(i) : store.change((state) => select(state, i < 0 ? null : id(i), extend)),
      selectMany: (nodes) => store.change((state) => ({ ...state, selected: nodes.map(id) })),
      focus: (i, depth) => store.change((state) => focusOn(state, id(i), depth)),
      toggleFold: (category, folded = !store.state.folded[category]) => {
        store.change((state) => fold(state, category, folded));
        this.announce(foldOf(this.model, this.scene, category, folded));
      },
      foldAll: (categories, folded) =>
        store.change((state) => categories.reduce((next, category) => fold(next, category, folded), state)),
      pin: (i, x, y) => store.change((state) => pin(state, id(i), [x, y])),
      hide: (i) => store.change((state) => hide(state, id(i))),
    };
  }

  /** An interface text in the reader's language. @type {Scene["text"]} */
  text = (key, ...args) => texts(this.store.state.lang)(key, ...args);

  get narrow() {
    return this.narrowing.matches;
  }

  /** @returns {View | undefined} */
  get view() {
    return this.stage.view;
  }

  title() {
    return inLanguage(this.model.map.title, this.store.state.lang);
  }

  /** Draw for the first time: the head, the picture, then part by part, so that no step keeps the reader waiting. */
  async open() {
    for (const part of [this.frame, this.header, this.viewbar]) part.update(this.scene);
    await nextFrame();
    await this.stage.open(this.scene);
    for (const part of [this.drawer, this.timebar, this.storybar, this.panel, this.strip]) {
      await nextFrame();
      part.update(this.scene);
    }
  }

  /** What the address asked for and the map does not have is told, once. */
  tellLost() {
    const lost = this.store.lost.splice(0);
    if (!lost.length) return;
    const { lang } = this.store.state;
    this.notify(this.text(lost.length > 1 ? "live.lost.many" : "live.lost", listed(lost, lang)));
  }

  /** Draw what a stream of changes (a slider, typing) came to, once in a frame. */
  drawSoon() {
    this.frameAsked ||= requestAnimationFrame(() => this.draw());
  }

  /** Draw what changed; what takes long besides the picture has a task of its own. */
  draw() {
    cancelAnimationFrame(this.frameAsked);
    this.frameAsked = 0;
    const before = this.scene;
    this.scene = this.maker.scene(this.store.state);
    const slow = this._slow(before);
    for (const part of [this.frame, this.header, this.viewbar, this.timebar, this.storybar, this.strip])
      part.update(this.scene);
    for (const part of [this.drawer, this.panel, this.stage]) if (!slow.has(part)) part.update(this.scene);
    work.begin(this, this._drawing(slow), { urgent: true });
    this._announceChange(before);
    if (before.state.theme !== this.scene.state.theme) settling(this.frame.stage).next(); // the frame has all the rest to do
  }

  /**
   * What can follow: where the rest stands does not depend on these. In another language each has a task of its own, as all of it is
   * styled and laid out anew; until then its element says that it is in the old one. @param {Scene} before @returns {Set<Part>}
   */
  _slow(before) {
    if (translated(before, this.scene)) return new Set([this.stage, this.drawer, this.panel]);
    return new Set(this.narrow ? [] : [this.panel]);
  }

  /** The page is laid out with each of them, so that a frame has only the painting left. @param {Iterable<Part>} parts @returns {Generator<unknown, undefined>} */
  *_drawing(parts) {
    for (const part of parts) {
      part.update(this.scene);
      yield;
      yield* settling(this.frame.stage);
    }
    yield* settling(this.frame.stage);
  }

  /** A hand on the slider is told when it rests. @param {Scene} before */
  _announceChange(before) {
    const words = announcement(before, this.scene, (i) => this.model.degree(i), this.store.moved);
    if (!words) return;
    clearTimeout(this.telling);
    if (this.timebar.moving) this.telling = Number(setTimeout(() => this.announce(words), RESTING));
    else this.announce(words);
  }

  /** Tell those who do not see the page. @param {string} words */
  announce(words) {
    setText(this.frame.live, words);
  }

  /** Tell everybody. @param {string} words */
  notify(words) {
    this.announce(words);
    this.toast.show(words);
  }

  /** @param {string} words */
  offer(words) {
    offer(this, words);
  }

  /** Select a node and bring it into view; what hid it is lifted. @param {number} i */
  goTo(i) {
    if (this.asking) return this._answer(i);
    const id = this.model.id[i];
    const hidden = !this.scene.visible[i];
    this.store.change((state) => ({
      ...select(state, id),
      ...(hidden && { facets: {}, focus: null, hidden: state.hidden.filter((other) => other !== id) }),
    }));
    if (this.narrow) this.toggleDrawer(false);
    this.centre(i);
  }

  /** @param {number} i */
  centre(i) {
    nextFrame().then(() => this.view?.centre(i)); // the frame itself has the change to draw
  }

  /** Ask for another node, to compare with or to find a path to. @param {number} i @param {"path" | "compare"} purpose */
  askForSecond(i, purpose) {
    this.asking = { first: this.model.id[i], purpose };
    this.draw();
    this.announce(this.frame.prompt.textContent ?? "");
    this.header.search.focus();
  }

  /** @param {number} i */
  _answer(i) {
    const { first, purpose } = /** @type {NonNullable<App["asking"]>} */ (this.asking);
    const second = this.model.id[i];
    this.asking = null;
    if (second === first) return this.draw();
    this.panel.wanted = true;
    if (purpose === "path")
      this.store.change((state) => ({ ...state, path: [first, second], focus: null, selected: [first, second] }));
    else
      this.store.change((state) => ({
        ...state,
        selected: [...new Set([...(state.selected.includes(first) ? state.selected : [first]), second])].slice(-3),
      }));
  }

  /** Back to the map; a question that was to be answered by a search is dropped. */
  leaveSearch() {
    this.stopAsking();
    this.frame.stage.focus({ preventScroll: true });
  }

  /** @returns {boolean} whether there was a question */
  stopAsking() {
    if (!this.asking) return false;
    this.asking = null;
    this.draw();
    return true;
  }

  closePanel() {
    this.asking = null;
    this.store.change((state) => ({ ...select(state, null), path: null }));
    this.frame.stage.focus({ preventScroll: true });
  }

  focusSelected() {
    const [id] = this.store.state.selected;
    if (id) this.store.change((state) => (state.focus?.node === id ? { ...state, focus: null } : focusOn(state, id)));
  }

  hideSelected() {
    for (const id of this.store.state.selected) this.store.change((state) => hide(state, id));
  }

  toggleLanguage() {
    this.store.change((state) => ({ ...state, lang: state.lang === "zh" ? "en" : "zh" }));
  }

  /** @param {boolean} [open] */
  toggleDrawer(open = !this.drawerOpen) {
    if (open === this.drawerOpen) return;
    this.drawerOpen = open;
    this.draw();
    if (this.narrow) (open ? this.drawer.close : this.viewbar.drawer).focus();
  }
}
