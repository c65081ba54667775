/** A relation read aloud: SOURCE predicate TARGET, with what is only planned or forecast said as such. */
import { word } from "../views/words.js";

/** @param {import("../model.js").Model} model @param {number} k @param {"en" | "zh"} lang */
export function sentence(model, k, lang) {
  const predicate = model.predicateOf(k);
  const subject = model.name(model.source[k], lang);
  const object = model.name(model.target[k], lang);
  const verb = predicate?.label[lang] ?? "–";
  const modality = model.modality(k);
  const doubt = modality === "stated" ? "" : lang === "zh" ? `(${word(lang, modality)})` : ` (${word(lang, modality)})`;
  return lang === "zh" ? `${subject} ${phrase(verb, object)}${doubt}` : `${subject} ${verb} ${object}${doubt}`;
}

/** Some Chinese verbs hold their object in the middle: 被……收购. */
function phrase(/** @type {string} */ verb, /** @type {string} */ object) {
  return verb.includes("……") ? verb.replace("……", ` ${object} `) : `${verb} ${object}`;
}

/** The first few sentences, and how many more there are. @param {import("../model.js").Model} model @param {number[]} edges @param {"en" | "zh"} lang @param {number} [most] */
export function sentences(model, edges, lang, most = 8) {
  const lines = edges.slice(0, most).map((k) => sentence(model, k, lang));
  return edges.length > most ? [...lines, word(lang, "more", edges.length - most)] : lines;
}
