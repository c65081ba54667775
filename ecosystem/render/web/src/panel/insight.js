/** What follows from the relations: fate and origin, alternatives, paths. */

import { alternatives } from "../alternatives.js";
import { formatDate } from "../dates.js";
import { h } from "../dom.js";
import { inLanguage } from "../i18n.js";
import { mark } from "../icons.js";
import { endings, fate, origin } from "../lineage.js";
import { byDate } from "../sentences.js";
import { section } from "./facts.js";
import { nodeLink, relation } from "./relations.js";

/** @typedef {import("../app.js").App} App */

/** The relations that its fate tells already. @param {App} app @param {number} i @returns {Set<number>} */
export const toldByFate = ({ model }, i) => new Set([...fate(model, i), ...origin(model, i)]);

/** What became of it: the chain of successions, and how it ended. @param {App} app @param {number} i */
export function fateSection(app, i) {
  const { model } = app;
  const { lang } = app.store.state;
  const onward = byDate(model, fate(model, i));
  const back = byDate(model, origin(model, i));
  const comma = lang === "zh" ? "，" : ", ";
  const ends = endings(model, i).map(([event, date]) =>
    h(
      "li",
      { class: "ending" },
      h("strong", {}, model.name(i, lang)),
      ` ${inLanguage(model.events.get(event)?.label, lang)}${comma}${formatDate(date, lang)}`,
    ),
  );
  if (!onward.length && !back.length && !ends.length) return null;
  const chain = (/** @type {string} */ key, /** @type {any[]} */ rows) =>
    rows.length > 0 && [h("h4", {}, app.text(key)), h("ol", { class: "chain" }, rows)];
  return section(
    app.text("panel.fate"),
    ...[
      chain("panel.onward", [...onward.map((k) => relation(app, k, i)), ...ends]),
      chain(
        "panel.origin",
        back.map((k) => relation(app, k, i)),
      ),
    ].filter(Boolean),
  );
}

/** @param {App} app @param {number} i */
export function alternativesSection(app, i) {
  const found = alternatives(app.model, i, app.scene.life);
  if (!found.length) return null;
  const rows = found.map((one) => {
    const shared = one.shared
      .slice(0, 4)
      .flatMap((middle, place) => [place > 0 && (app.store.state.lang === "zh" ? "、" : ", "), nodeLink(app, middle)]);
    const reasons = h(
      "p",
      { class: "reasons" },
      one.stated && h("span", { class: "stated" }, app.text("alternative.stated"), " "),
      shared.length > 0 && app.text("alternative.shared"),
      " ",
      ...shared,
    );
    return h(
      "li",
      {},
      h(
        "p",
        {},
        mark(app.model.kindOf(one.node)),
        nodeLink(app, one.node),
        (one.status === "ended" || one.status === "dormant") &&
          h("span", { class: `badge ${one.status}` }, app.text(`status.short.${one.status}`)),
      ),
      reasons,
    );
  });
  return section(
    app.text("panel.alternatives"),
    h("ul", { class: "alternatives" }, rows),
    h("p", { class: "hint" }, app.text("alternative.hint")),
  );
}

/** The shortest ways between two nodes, as sentences. @param {App} app @param {number} a @param {number} b */
export function pathSection(app, a, b) {
  const { lang } = app.store.state;
  const found = app.scene.paths;
  const title = app.text("path.title", app.model.name(a, lang), app.model.name(b, lang));
  if (!found.length) return section(title, h("p", { class: "hint" }, app.text("path.none")));
  const ways = found.map(({ nodes, edges }, place) => [
    h("h4", {}, app.text("path.steps", edges.length, place + 1)),
    h(
      "ol",
      { class: "chain" },
      edges.map((k, step) => relation(app, k, undefined, nodes[step])),
    ),
  ]);
  return section(title, ...ways.flat());
}
