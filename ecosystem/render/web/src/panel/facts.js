/** What is known of a node by itself: life, milestones, figures, release cycles, former names, notes, addresses. */

import { formatDate, formatInterval, order } from "../dates.js";
import { h, outward } from "../dom.js";
import { grouped, inLanguage } from "../i18n.js";
import { modalityMark, references, remark } from "./evidence.js";

/** @typedef {import("../app.js").App} App */

/** @param {string} title @param {...any} content */
export const section = (title, ...content) => h("section", {}, h("h3", {}, title), ...content);

/** @param {App} app @param {number} i */
export function milestones(app, i) {
  const { lang } = app.store.state;
  const known = [...(app.model.more(i).milestones ?? [])].sort((a, b) => order(String(a[1]), String(b[1])));
  if (!known.length) return null;
  const rows = known.map(([event, date, modality, refs, en, zh]) => {
    const about = app.model.events.get(event);
    const words = h("p", {}, modalityMark(app, modality ?? "stated"), inLanguage(about?.label, lang) || event);
    return h(
      "li",
      { class: about?.ends ? "ends" : "" },
      h("time", { datetime: date }, formatDate(date, lang)),
      h("div", {}, words, remark(lang === "zh" ? zh : en), references(app, refs)),
    );
  });
  return section(app.text("panel.milestones"), h("ol", { class: "milestones" }, rows));
}

/** @param {App} app @param {number} i */
export function figures(app, i) {
  const { lang } = app.store.state;
  const known = app.model.more(i).figures ?? [];
  if (!known.length) return null;
  const rows = known.map(([measure, value, qualifier, date, modality, refs, en, zh]) => {
    const shown = [qualifier, grouped(Math.round(value * 100) / 100)].filter(Boolean).join(" ");
    const words = h(
      "p",
      {},
      modalityMark(app, modality ?? "stated"),
      h("strong", {}, shown),
      " ",
      inLanguage(app.model.measures.get(measure)?.label, lang) || measure,
      date && h("span", { class: "when" }, lang === "zh" ? "，" : ", ", formatDate(date, lang)),
    );
    return h("li", {}, words, remark(lang === "zh" ? zh : en), references(app, refs));
  });
  return section(app.text("panel.figures"), h("ul", { class: "facts" }, rows));
}

/** @param {App} app @param {number} i */
export function cycles(app, i) {
  const { lang } = app.store.state;
  const known = app.model.more(i).cycles ?? [];
  if (!known.length) return null;
  const head = ["cycle", "released", "support", "security", "latest"].map((key) =>
    h("th", { scope: "col" }, app.text(`cycles.${key}`)),
  );
  const rows = known.map(([name, released, support, security, latest]) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      [released, support, security].map((date) => h("td", {}, formatDate(date, lang))),
      h("td", {}, latest),
    ),
  );
  const table = h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": app.text("panel.cycles") },
    h("table", { class: "small" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)),
  );
  const refs = new Map(
    known.flatMap(([, , , , , cited]) => cited ?? []).map((citation) => [citation.join("#"), citation]),
  );
  return section(app.text("panel.cycles"), table, references(app, [...refs.values()]));
}

/** @param {App} app @param {number} i */
export function names(app, i) {
  const { lang } = app.store.state;
  const { aliases = [], former = [] } = app.model.more(i);
  if (!aliases.length && !former.length) return null;
  const before = former.map(([name, until, refs]) =>
    h(
      "li",
      {},
      h(
        "p",
        {},
        h("strong", {}, name),
        until && h("span", { class: "when" }, lang === "zh" ? "，" : ", ", formatInterval(null, until, lang)),
      ),
      references(app, refs),
    ),
  );
  return section(
    app.text("panel.names"),
    former.length > 0 && h("ul", { class: "facts" }, before),
    aliases.length > 0 &&
      h("p", { class: "aliases" }, app.text("panel.aliases", aliases.join(lang === "zh" ? "、" : ", "))),
  );
}

/** @param {App} app @param {number} i */
export function notes(app, i) {
  const { lang } = app.store.state;
  const known = app.model.more(i).notes ?? [];
  if (!known.length) return null;
  const rows = known.map(([en, zh, refs]) =>
    h("li", {}, h("p", {}, (lang === "zh" ? zh || en : en || zh) ?? ""), references(app, refs)),
  );
  return section(app.text("panel.notes"), h("ul", { class: "facts" }, rows));
}

/** @param {App} app @param {number} i */
export function addresses(app, i) {
  const { homepage, repositories = [], packages = [], images = [], refs = [] } = app.model.more(i);
  const sites = [
    ...(homepage ? [["panel.homepage", homepage]] : []),
    ...repositories.map((url) => ["panel.repository", url]),
  ];
  const rows = sites.map(([key, url]) =>
    h(
      "li",
      {},
      h("span", { class: "label" }, app.text(key)),
      outward(url, url.replace(/^https?:\/\//, "").replace(/\/$/, "")),
    ),
  );
  const codes = [...packages.map((name) => ["panel.package", name]), ...images.map((name) => ["panel.image", name])];
  rows.push(
    ...codes.map(([key, name]) => h("li", {}, h("span", { class: "label" }, app.text(key)), h("code", {}, name))),
  );
  const cited = references(app, refs);
  if (!rows.length && !cited) return null;
  return section(app.text("panel.addresses"), rows.length > 0 && h("ul", { class: "addresses" }, rows), cited);
}
