/** Relations as sentences with their evidence. */

import { formatDate } from "../dates.js";
import { h } from "../dom.js";
import { FAMILIES } from "../facets.js";
import { byDate, sentence } from "../sentences.js";
import { encodeState } from "../state.js";
import { modalityMark, references, remark } from "./evidence.js";

/** @typedef {import("../app.js").App} App */

const AT_FIRST = 12;

/** A node's name as a link to it, which also works in a new tab. @param {App} app @param {number} i */
export function nodeLink(app, i) {
  const { state } = app.store;
  const link = h("a", { class: "node-link", "data-node": app.model.id[i] }, app.model.name(i, state.lang));
  link.setAttribute("href", `#${encodeState({ ...state, selected: [app.model.id[i]], path: null, story: null })}`);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    app.goTo(i);
  });
  return link;
}

/**
 * One relation: "Fig was succeeded by Docker Compose, 25 February 2015", who says so, and remarks.
 * @param {App} app
 * @param {number} k
 * @param {number} [own]  the node that the panel is about: it is not a link
 * @param {number} [from]  the subject, where it is another
 */
export function relation(app, k, own, from = own) {
  const { lang } = app.store.state;
  const said = sentence(app.model, k, lang, from);
  const subject =
    said.subject !== own ? nodeLink(app, said.subject) : h("strong", {}, app.model.name(said.subject, lang));
  const comma = lang === "zh" ? "，" : ", ";
  const when = said.when && h("span", { class: "when" }, comma, said.when);
  const { date } = app.store.state;
  const elsewhen = date !== null && !app.model.edgeHolds(k, app.scene.day);
  const words = h(
    "p",
    { class: "sentence" },
    modalityMark(app, said.modality),
    subject,
    ` ${said.before} `,
    nodeLink(app, said.object),
    said.after && ` ${said.after}`,
    when,
    elsewhen && h("span", { class: "badge" }, app.text("relation.elsewhen", formatDate(date, lang))),
  );
  return h(
    "li",
    { class: `relation ${said.modality}${elsewhen ? " elsewhen" : ""}`, "data-edge": k },
    words,
    remark(app.model.edgeNote(k, lang)),
    references(app, app.model.edgeReferences(k)),
  );
}

/** @param {App} app @param {number[]} edges @param {number} [from] */
export function relationList(app, edges, from) {
  const list = h(
    "ul",
    { class: "relations" },
    edges.slice(0, AT_FIRST).map((k) => relation(app, k, from)),
  );
  if (edges.length <= AT_FIRST) return [list];
  const more = h("button", { type: "button", class: "more" }, app.text("panel.more", edges.length - AT_FIRST));
  more.addEventListener("click", () => {
    const rest = edges.slice(AT_FIRST).map((k) => relation(app, k, from));
    list.append(...rest);
    more.remove();
    rest[0].querySelector("a")?.focus();
  });
  return [list, more];
}

/** All relations of a node, family by family. @param {App} app @param {number} i @param {Set<number>} [told] relations that stand elsewhere @returns {Generator<HTMLElement, void>} */
export function* relationSections(app, i, told = new Set()) {
  const { model } = app;
  /** @type {Map<string, number[]>} */
  const families = new Map(FAMILIES.map((family) => [family, []]));
  for (const k of model.incident(i)) {
    if (told.has(k)) continue;
    const { family } = model.predicateOf(k);
    /** @type {number[]} */ (families.get(family) ?? families.get("other")).push(k);
  }
  for (const [family, found] of families) {
    if (!found.length) continue;
    const edges = ordered(app, found, i);
    const title = h(
      "h4",
      {},
      h("span", { class: `line family-${family}`, "aria-hidden": "true" }),
      app.text(`family.${family}`),
      h("span", { class: "number" }, edges.length),
    );
    yield h("section", {}, title, relationList(app, edges, i));
  }
}

/** What the node says of itself first, predicate by predicate, then the more important neighbours. @param {App} app @param {number[]} edges @param {number} i */
function ordered({ model }, edges, i) {
  const place = (/** @type {number} */ k) => Number(model.source[k] !== i) * 1000 + model.predicate[k];
  const worth = (/** @type {number} */ k) => model.importance[model.other(k, i)];
  return byDate(model, edges).sort((a, b) => place(a) - place(b) || worth(b) - worth(a));
}
