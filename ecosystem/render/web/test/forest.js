/** A map of any size for the tests: branches with parts with nodes, named at unequal lengths. */

import { Model } from "../src/model.js";

const label = (text) => ({ en: text, zh: text });

/** @param {number} branches @param {number} size nodes in the largest part */
export function forest(branches, size) {
  const categories = [{ label: label("The forest"), parent: -1, node: -1, side: 1, colour: "#555555" }];
  const category = [];
  for (let b = 0; b < branches; b++) {
    const top = categories.length;
    categories.push({
      label: label(`Branch ${"long ".repeat(b % 7)}${b}`),
      parent: 0,
      node: -1,
      side: b % 2 ? -1 : 1,
      colour: "#2f6fde",
    });
    for (let p = 0; p < 3; p++) {
      const part = categories.length;
      categories.push({
        label: label(`Part ${p} of ${b}`),
        parent: top,
        node: -1,
        side: b % 2 ? -1 : 1,
        colour: "#2f6fde",
      });
      for (let i = 0; i < 1 + ((b * 7 + p * 13) % size); i++) category.push(part);
    }
  }
  const n = category.length;
  const each = (value) => Array.from({ length: n }, (_, i) => value(i));
  return new Model({
    map: {
      id: "forest",
      title: label("The forest"),
      question: label("?"),
      view: "mindmap",
      asOf: null,
      today: "2026-11-23",
    },
    kinds: [{ id: "tool", label: label("tool"), plural: label("Tools"), colour: "#2f6fde", shape: "dot" }],
    predicates: [],
    categories,
    facets: [],
    nodes: {
      id: each((i) => `n${i}`),
      kind: each(() => 0),
      name: each((i) => `Node ${"x".repeat((i * 5) % 40)} ${i}`),
      x: each((i) => Math.round(900 * Math.cos(i * 2.4) * Math.sqrt(i / n))),
      y: each((i) => Math.round(900 * Math.sin(i * 2.4) * Math.sqrt(i / n))),
      importance: each((i) => (i * 37) % 1001),
      category,
    },
    edges: { source: [], target: [], predicate: [] },
  });
}
