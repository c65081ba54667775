/** Relations in the words of the page, for tips: with what is only planned, forecast, advised or disputed said as such. */
import { byDate, sentence, spoken } from "../sentences.js";
import { word } from "../views/words.js";

/** @param {import("../model.js").Model} model @param {number} k @param {"en" | "zh"} lang */
export function told(model, k, lang) {
  const said = sentence(model, k, lang);
  const text = spoken(model, said, lang);
  return said.modality === "stated" ? text : `${text} [${word(lang, said.modality)}]`;
}

/** The first few sentences, and how many more there are. @param {import("../model.js").Model} model @param {number[]} edges @param {"en" | "zh"} lang @param {number} [most] */
export function sentences(model, edges, lang, most = 8) {
  const lines = byDate(model, edges)
    .slice(0, most)
    .map((k) => told(model, k, lang));
  return edges.length > most ? [...lines, word(lang, "more", edges.length - most)] : lines;
}
