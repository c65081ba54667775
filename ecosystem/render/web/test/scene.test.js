import assert from "node:assert/strict";
import { test } from "node:test";
import { earliest } from "../src/dates.js";
import { FAMILIES, RELATION, STATUS } from "../src/facets.js";
import { LIFE, lifeOn, SceneMaker, TINT, tintBetween } from "../src/scene.js";
import { SearchIndex } from "../src/search.js";
import { initialState } from "../src/state.js";
import { model, nodes } from "./payload.js";

const map = model();
const maker = new SceneMaker(map, new SearchIndex(map));
const scenesOf = (made) => new SceneMaker(made, new SearchIndex(made));
const scene = (chosen) => maker.scene(initialState(chosen));
const at = (array, ...ids) => nodes(map, ...ids).map((i) => array[i]);
const count = (facets, id, key) => {
  const { filter } = maker;
  const facet = filter.facets.find((one) => one.id === id);
  return filter.apply(facets, maker.life(maker.today)).counts.get(id)[
    facet.values.findIndex((value) => value.key === key)
  ];
};

test("without a choice everything is shown", () => {
  assert.ok(scene().visible.every((level) => level === 1));
  assert.ok(scene().edgeVisible.every((level) => level === 1));
});

test("what is not yet or no longer there fades", () => {
  assert.deepEqual(at(scene({ date: "2014-01" }).visible, "fig", "docker-compose"), [1, 2]);
  assert.deepEqual(at(scene({ date: "2016" }).visible, "fig", "docker-compose"), [2, 1]);
  assert.deepEqual(at(scene({ date: "2014-01" }).life, "fig", "docker-compose", "orchard"), [
    LIFE.alive,
    LIFE.unborn,
    LIFE.unknown,
  ]);
  assert.equal(scene({ date: "2014-01" }).edgeVisible[1], 2);
});

test("what nobody dated is not there before anyone speaks of it, and is no news when it is", () => {
  const vague = model();
  vague.known[nodes(vague, "orchard")[0]] = earliest("2014-03");
  const made = new SceneMaker(vague, new SearchIndex(vague));
  const [orchard] = nodes(vague, "orchard");
  const on = (date, against = null) => made.scene(initialState({ date, against }));
  assert.deepEqual([on("2014-02").visible[orchard], on("2014-03").visible[orchard]], [2, 1]);
  assert.deepEqual([on("2014-02").life[orchard], on("2014-03").life[orchard]], [LIFE.unborn, LIFE.unknown]);
  assert.notEqual(on("2014-06", "2014-01").tint[orchard], TINT.added);
});

test("an idea is there at all times and a paper only appears: neither has a life that could end", () => {
  const made = model();
  const [idea, paper] = nodes(made, "multi-container", "fig");
  made.kindOf(idea).timeless = true;
  assert.equal(lifeOn(made, earliest("2016"))[idea], LIFE.none);
  made.kindOf(paper).momentary = true;
  const on = (/** @type {string} */ date) => lifeOn(made, earliest(date))[paper];
  assert.deepEqual([on("2013-01"), on("2014-01"), on("2016")], [LIFE.unborn, LIFE.none, LIFE.none]);
  const scenes = new SceneMaker(made, new SearchIndex(made));
  const seen = (/** @type {string} */ date) =>
    at(scenes.scene(initialState({ date })).visible, "multi-container", "fig");
  assert.deepEqual(
    [seen("2013-01"), seen("2014-01"), seen("2016")],
    [
      [1, 2],
      [1, 1],
      [1, 2],
    ],
  );
});

test("what has long shown no sign of life is dormant, yet neither gone nor faded", () => {
  const on = (date) => at(scene({ date }).life, "fig", "docker-compose", "kubernetes");
  assert.deepEqual(on("2018-02"), [LIFE.ended, LIFE.alive, LIFE.alive]);
  assert.deepEqual(on("2018-03-01"), [LIFE.ended, LIFE.alive, LIFE.alive]);
  assert.deepEqual(on("2018-03-02"), [LIFE.ended, LIFE.dormant, LIFE.alive]);
  assert.deepEqual(at(scene({ date: "2019" }).visible, "fig", "docker-compose"), [2, 1]);
  assert.equal(count({}, "status", "dormant"), 1);
});

test("the difference of two dates", () => {
  const { tint, edgeTint } = tintBetween(map, earliest("2014-01"), earliest("2016-01"));
  assert.deepEqual(at(tint, "fig", "docker-compose", "docker-inc", "multi-container"), [
    TINT.ended,
    TINT.added,
    TINT.changed,
    TINT.same,
  ]);
  assert.equal(edgeTint[1], TINT.added);
});

test("facets narrow; values of one facet add up, facets cut", () => {
  assert.deepEqual(at(scene({ facets: { kind: ["tool"] } }).visible, "fig", "orchard"), [1, 0]);
  assert.deepEqual(
    at(scene({ facets: { kind: ["tool", "vendor"] } }).visible, "fig", "orchard", "multi-container"),
    [1, 1, 0],
  );
  assert.deepEqual(
    at(scene({ facets: { kind: ["tool"], licence: ["MIT"] } }).visible, "fig", "docker-compose"),
    [0, 1],
  );
  assert.deepEqual(at(scene({ facets: { category: ["Vendors"] } }).visible, "fig", "orchard"), [0, 1]);
  assert.deepEqual(at(scene({ facets: { status: ["ended"] } }).visible, "fig", "docker-compose"), [1, 0]);
});

test("on a chosen day only what is there counts, except by status", () => {
  const kinds = (date) => [...scene({ date }).counts.get("kind")];
  assert.deepEqual([kinds(null)[0], kinds("2014-01")[0], kinds("2016")[0]], [3, 1, 2]);
  assert.equal(scene({ date: "2014-01" }).counts.get("status")[LIFE.unborn], 2);
});

test("a count says what a value would show, given the other facets", () => {
  assert.equal(count({}, "kind", "tool"), 3);
  assert.equal(count({ kind: ["tool"] }, "kind", "vendor"), 2);
  assert.equal(count({ kind: ["tool"] }, "category", "Vendors"), 0);
  assert.equal(count({}, "licence", "Apache-2.0"), 2);
  assert.equal(count({ relation: ["lineage"] }, "kind", "tool"), 3);
});

test("a family of relations can be shown alone", () => {
  assert.deepEqual(Array.from(scene({ facets: { relation: ["lineage"] } }).edgeVisible), [0, 1, 0, 0, 1, 0, 0]);
});

test("focus shows a neighbourhood by depth", () => {
  assert.deepEqual(
    at(scene({ focus: { node: "orchard", depth: 1 } }).visible, "orchard", "docker-inc", "docker-compose"),
    [1, 1, 0],
  );
  assert.deepEqual(at(scene({ focus: { node: "orchard", depth: 2 } }).visible, "docker-compose", "fig"), [1, 0]);
});

test("hidden nodes go, a path's nodes stand out, unknown ids are ignored", () => {
  assert.deepEqual(at(scene({ hidden: ["fig", "nobody"] }).visible, "fig", "orchard"), [0, 1]);
  const path = scene({ path: ["fig", "docker-inc"] });
  assert.deepEqual(at(path.visible, "fig", "docker-compose", "docker-inc", "kubernetes"), [1, 1, 1, 2]);
  assert.deepEqual([...path.pathEdges], [1, 3]);
  assert.ok(scene({ path: ["fig", "nobody"], selected: ["nobody"] }).visible.every((level) => level === 1));
});

test("nothing is made anew that did not change", () => {
  const before = scene({ facets: {} });
  const state = before.state;
  const after = maker.scene({ ...state, selected: ["fig"] });
  assert.equal(after.visible, before.visible);
  assert.equal(after.edgeVisible, before.edgeVisible);
});

test("a graph without nodes has a scene", () => {
  const none = model().constructor;
  const nothing = new none({
    map: map.map,
    nodes: { id: [], kind: [], name: [], x: [], y: [], importance: [], category: [] },
    edges: { source: [], target: [], predicate: [] },
  });
  const made = new SceneMaker(nothing, new SearchIndex(nothing)).scene(
    initialState({ date: "2014", query: "x", facets: { kind: ["tool"] } }),
  );
  assert.equal(made.visible.length, 0);
});

test("of what is stateless nobody says whether it is alive, and it is under no status", () => {
  const made = model();
  const [orchard] = nodes(made, "orchard");
  const before = scenesOf(made).scene(initialState()).counts.get("status");
  made.kindOf(orchard).stateless = true;
  const scene = scenesOf(made).scene(initialState());
  assert.equal(scene.life[orchard], LIFE.none);
  const counts = scene.counts.get("status");
  assert.equal(counts.length, STATUS.length - 1);
  assert.equal(counts[LIFE.unknown], before[LIFE.unknown] - 2); // the other one of its kind, too
});

test("on a day only relations count that hold on it", () => {
  const made = model();
  const lineage = (date) =>
    scenesOf(made).scene(initialState({ date })).counts.get(RELATION)[FAMILIES.indexOf("lineage")];
  assert.equal(lineage("2014-11"), 1); // Fig and Compose are there, but Fig is not succeeded yet
  assert.equal(lineage(null), 2);
});
