/** What is seen, as files: CSV, JSON (NetworkX node-link), SVG, PNG. */

import { cells } from "./table.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {import("./types.js").Scene} Scene */

/** What is shown and not faded; of that, what is selected where several are. @param {Scene} scene @returns {number[]} */
export function chosenNodes({ visible, selected }) {
  const shown = Array.from(visible.keys()).filter((i) => visible[i] === 1);
  return selected.size > 1 ? shown.filter((i) => selected.has(i)) : shown;
}

/** One field; what a spreadsheet would take for a formula is quoted as text. @param {string} text */
export function csvField(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The nodes that are shown, or those selected among them. @param {Model} model @param {Scene} scene */
export function asCsv(model, scene) {
  const head = ["node", "name", "kind", "category", "since", "until", "status", "relations", "summary"];
  const rows = chosenNodes(scene).map((i) => [model.id[i], ...Object.values(cells(model, scene, i))]);
  return `\ufeff${[head, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;
}

/** Those nodes, and the edges between them that are shown, as NetworkX's `node_link_graph(…, edges="edges")` reads them. @param {Model} model @param {Scene} scene */
export function asJson(model, scene) {
  const kept = new Set(chosenNodes(scene));
  const nodes = [...kept].map((i) => ({
    id: model.id[i],
    name: model.name(i, "en"),
    name_zh: model.name(i, "zh"),
    kind: model.kindOf(i)?.id ?? null,
    ...model.dates(i),
    summary_en: model.summary(i, "en"),
    summary_zh: model.summary(i, "zh"),
  }));
  const between = (/** @type {number} */ k) => kept.has(model.source[k]) && kept.has(model.target[k]);
  const shown = Array.from(scene.edgeVisible.keys()).filter((k) => scene.edgeVisible[k] === 1 && between(k));
  const edges = shown.map((k) => ({
    source: model.id[model.source[k]],
    target: model.id[model.target[k]],
    key: k,
    predicate: model.predicateOf(k).id,
    ...model.edgeDates(k),
    modality: model.modality(k),
    references: model.edgeReferences(k).map(([r, locator]) => `${model.references[r].id}${locator && "#"}${locator}`),
  }));
  return `${JSON.stringify({ directed: true, multigraph: true, graph: { title: model.map.title }, nodes, edges }, null, 1)}\n`;
}

/** @param {string | Blob} content @param {string} type @param {string} name */
export function download(content, type, name) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.setAttribute("href", address);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What canvases of all browsers can hold. */
const SIDE = 16_384;

/** Draw an SVG document into a PNG, at the scale or as large as can be. @param {string} svg @param {number} [scale] @returns {Promise<{blob: Blob, factor: number}>} */
export async function asPng(svg, scale = 2) {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = address;
    });
    const factor = Math.min(scale, SIDE / Math.max(picture.width, picture.height, 1));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * factor);
    canvas.height = Math.round(picture.height * factor);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve({ blob, factor }) : reject(new Error("empty"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
