import assert from "node:assert/strict";
import { test } from "node:test";
import { alternatives } from "../src/alternatives.js";
import { endings, fate, origin } from "../src/lineage.js";
import { shortestPaths } from "../src/paths.js";
import { lifeOn } from "../src/scene.js";
import { sentence, spoken } from "../src/sentences.js";
import { initialState } from "../src/state.js";
import { tellStep } from "../src/storybar.js";
import { model, nodes } from "./payload.js";

const map = model();
const [fig, compose, orchard, docker, , kubernetes] = nodes(map, ...map.id);
const say = (k, lang, from) => spoken(map, sentence(map, k, lang, from), lang);

test("a relation reads aloud in both directions and languages", () => {
  assert.equal(say(1, "en"), "Fig was succeeded by Docker Compose, 25 February 2015");
  assert.equal(say(1, "en", compose), "Docker Compose succeeds Fig, 25 February 2015");
  assert.equal(say(1, "zh"), "Fig 后继为 Docker Compose（2015年2月25日）");
  assert.equal(say(4, "zh"), "Orchard 被 Docker, Inc. 收购（2014年7月）");
});

test("a relation that is told of a third node keeps its own subject", () => {
  assert.equal(say(1, "en", orchard), "Fig was succeeded by Docker Compose, 25 February 2015");
});

test("a forecast is told as one", () => {
  assert.equal(sentence(map, 6, "en").modality, "forecast");
  assert.equal(sentence(map, 0, "en").modality, "stated");
});

test("what became of Fig, and where Compose came from", () => {
  assert.deepEqual(fate(map, fig), [1]);
  assert.deepEqual(origin(map, compose), [1]);
  assert.deepEqual(fate(map, compose), []);
  assert.equal(endings(map, fig).length, 1);
});

test("paths are walked in both directions", () => {
  assert.deepEqual(shortestPaths(map, fig, docker)[0], { nodes: [fig, compose, docker], edges: [1, 3] });
  assert.equal(shortestPaths(map, orchard, kubernetes)[0].edges.length, 3);
  assert.deepEqual(shortestPaths(map, fig, docker, { allowed: Uint8Array.from([1, 0, 1, 1, 0, 1]) }), []);
});

test("alternatives are those that the map names, in its order, with what both point at", () => {
  const [first, ...more] = alternatives(map, fig, lifeOn(map, 20_000));
  assert.deepEqual(more, []);
  assert.equal(map.id[first.node], "kubernetes");
  assert.equal(map.id[first.shared[0]], "multi-container");
  assert.deepEqual([first.stated, first.status], [false, "alive"]);
  assert.deepEqual(map.rivals(compose), [[kubernetes, nodes(map, "multi-container")[0]]]);
  assert.deepEqual(alternatives(map, orchard, lifeOn(map, 20_000)), []);
});

test("a step of the story sets the state and keeps the reader's language", () => {
  const state = initialState({ lang: "zh", theme: "dark", facets: { kind: ["tool"] } });
  const told = tellStep(state, map.story, 0);
  assert.deepEqual([told.lang, told.theme, told.date, told.facets, told.story], ["zh", "dark", "2014-01", {}, 0]);
  assert.equal(tellStep(told, map.story, null).story, null);
  assert.equal(tellStep(told, map.story, 9).story, null);
});
