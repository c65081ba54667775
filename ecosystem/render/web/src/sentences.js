/** Relations as sentences: "Fig was succeeded by Docker Compose, 25 February 2015". */

import { formatDate, formatInterval, order } from "./dates.js";
import { inLanguage } from "./i18n.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Model} Model */

/** What happens once has a date; what lasts has a beginning and an end. */
const HAPPENS = new Set(["lineage"]);
const GAP = "……";

/**
 * The words of a relation seen from one of its ends; the two nodes stand in as `subject` and `object`.
 * @typedef {object} Sentence
 * @property {number} subject
 * @property {number} object
 * @property {string} before  between subject and object
 * @property {string} after  behind the object: in Chinese a verb may close the sentence
 * @property {string} when  e.g. "25 February 2015", "since 2014"
 * @property {string} modality  stated, planned, forecast, advised or disputed
 */

/**
 * A relation told from one of its ends; from its source where it is told of a node that is neither.
 * @param {Model} model
 * @param {number} k
 * @param {Language} lang
 * @param {number} [of]
 * @returns {Sentence}
 */
export function sentence(model, k, lang, of) {
  const predicate = model.predicateOf(k);
  const forward = of !== model.target[k] || of === model.source[k];
  const from = forward ? model.source[k] : model.target[k];
  const verb = inLanguage(forward ? predicate.label : predicate.inverse, lang);
  const cut = verb.indexOf(GAP);
  const [before, after] = cut < 0 ? [verb, ""] : [verb.slice(0, cut), verb.slice(cut + GAP.length)];
  return {
    subject: from,
    object: model.other(k, from),
    before,
    after,
    when: when(model, k, predicate.family, lang),
    modality: model.modality(k),
  };
}

/** @param {Model} model @param {number} k @param {string} family @param {Language} lang */
function when(model, k, family, lang) {
  const { since, until } = model.edgeDates(k);
  const once = since && (!until || until === since);
  return HAPPENS.has(family) && once ? formatDate(since, lang) : formatInterval(since, until, lang);
}

/** A sentence as one text. @param {Model} model @param {Sentence} said @param {Language} lang */
export function spoken(model, said, lang) {
  const words = [model.name(said.subject, lang), said.before, model.name(said.object, lang), said.after];
  const text = words.filter(Boolean).join(" ");
  if (!said.when) return text;
  return lang === "zh" ? `${text}（${said.when}）` : `${text}, ${said.when}`;
}

/** Edges in the order of their dates, undated ones last. @param {Model} model @param {number[]} edges */
export function byDate(model, edges) {
  const keyOf = (/** @type {number} */ k) => model.edgeDates(k).since ?? model.edgeDates(k).until ?? "9999";
  const keys = new Map(edges.map((k) => [k, keyOf(k)]));
  return [...keys.keys()].sort((a, b) => order(keys.get(a), keys.get(b)));
}
