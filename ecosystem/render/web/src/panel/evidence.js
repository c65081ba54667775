/** Who says so: references, modality and remarks beside a statement. */

import { formatDate } from "../dates.js";
import { h, isWebAddress, outward } from "../dom.js";
import { icon } from "../icons.js";
import { addressIn } from "./place.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../types.js").Citation} Citation */

/** Title, publisher, date and place of a reference, as a link where it has an address. @param {App} app @param {Citation} citation */
function reference(app, [number, locator]) {
  const { title, publisher, url, date, language } = app.model.references[number] ?? {};
  if (!title) return null;
  const { lang } = app.store.state;
  const name = h("cite", { lang: language }, title);
  const link = url && isWebAddress(url) ? outward(url, name, icon("outward")) : name;
  const words = /^[\d.]+$/.test(locator) ? `§ ${locator}` : locator;
  const place = locator && h("span", { class: "locator" }, outward(addressIn(url, locator), words));
  const details = [publisher, date && formatDate(date, lang)].filter(Boolean).join(lang === "zh" ? "，" : ", ");
  return h("li", {}, link, details && h("span", { class: "publisher" }, details), place);
}

/** @param {App} app @param {Citation[]} citations */
export function references(app, citations) {
  const found = (citations ?? []).map((citation) => reference(app, citation)).filter((one) => one !== null);
  return found.length ? h("ul", { class: "references", "aria-label": app.text("panel.sources") }, found) : null;
}

/** A plan, a forecast, advice or what is disputed never looks like a fact. @param {App} app @param {string} modality */
export function modalityMark(app, modality) {
  return modality === "stated" ? null : h("span", { class: `modality ${modality}` }, app.text(`modality.${modality}`));
}

/** @param {string | null | undefined} words */
export const remark = (words) => (words ? h("p", { class: "remark" }, words) : null);
