import assert from "node:assert/strict";
import { test } from "node:test";
import {
  advance,
  clearFacets,
  decodeState,
  encodeState,
  focusOn,
  fold,
  hide,
  initialState,
  pin,
  redo,
  select,
  showEverything,
  startHistory,
  toggleFacet,
  undo,
} from "../src/state.js";

const full = initialState({
  view: "timeline",
  lang: "zh",
  theme: "dark",
  selected: ["fig", "docker,inc", "a&b=c#d", "容器"],
  query: "50% of & more",
  facets: { kind: ["tool", "vendor"], "my facet": ["a, b"] },
  date: "2014-11",
  against: "2013-03-15",
  focus: { node: "fig:1", depth: 3 },
  path: ["a", "b,c"],
  folded: { 3: true, 12: false },
  hidden: ["x"],
  pinned: { "n:1": [10, -20] },
  story: 2,
  embed: true,
});

test("a link carries the whole state", () => {
  assert.deepEqual(decodeState(`#${encodeState(full)}`), full);
});

test("a link names only what differs, and always view and language", () => {
  assert.equal(encodeState(initialState()), "view=mindmap&lang=en");
});

test("a broken link never stops the page", () => {
  for (const fragment of [
    "%",
    "view=nonsense",
    "q=%E0%A4",
    "f.%=1",
    "pin=a:b:c",
    "focus=",
    "path=a",
    "date=2014-13-99x",
    "__proto__=1",
    "f.__proto__=a",
    "story=0",
    "=",
    "&&&",
  ]) {
    const state = decodeState(fragment);
    assert.equal(state.view, "mindmap", fragment);
    assert.deepEqual(state.selected, []);
    assert.equal(state.story, null);
  }
  assert.equal({}.a, undefined);
});

test("a fragment overrides what the page starts with", () => {
  const start = initialState({ lang: "zh", view: "landscape", date: "2014-11" });
  assert.equal(decodeState("date=", start).date, null);
  assert.equal(decodeState("view=table", start).lang, "zh");
});

test("selecting replaces, extends, and takes back", () => {
  const one = select(initialState(), "fig");
  const two = select(one, "omega", true);
  assert.deepEqual(two.selected, ["fig", "omega"]);
  assert.deepEqual(select(two, "fig", true).selected, ["omega"]);
  assert.deepEqual(select(two, null).selected, []);
  assert.deepEqual(one.selected, ["fig"]);
});

test("a facet's values are switched one by one", () => {
  const one = toggleFacet(initialState(), "kind", "tool");
  const two = toggleFacet(one, "kind", "vendor");
  assert.deepEqual(two.facets, { kind: ["tool", "vendor"] });
  assert.deepEqual(toggleFacet(one, "kind", "tool").facets, {});
  assert.deepEqual(clearFacets(two, "kind").facets, {});
});

test("focus keeps its depth within one and six steps", () => {
  assert.equal(focusOn(initialState(), "a", 0).focus.depth, 1);
  assert.equal(focusOn(initialState(), "a", 99).focus.depth, 6);
});

test("hiding a node also ends its selection; everything can be shown again", () => {
  const hidden = hide(select(initialState(), "a"), "a");
  assert.deepEqual([hidden.selected, hidden.hidden], [[], ["a"]]);
  const narrowed = fold(pin(hidden, "b", [1, 2]), 3, true);
  assert.deepEqual(showEverything(narrowed).hidden, []);
  assert.deepEqual(showEverything(narrowed).pinned, { b: [1, 2] });
  assert.deepEqual(pin(narrowed, "b", null).pinned, {});
});

test("undo and redo walk the steps, not the stream between them", () => {
  const [a, b, c] = ["a", "b", "c"].map((query) => initialState({ query }));
  let history = advance(advance(startHistory(a), b), c, false);
  assert.equal(undo(history).present, a);
  assert.equal(redo(undo(history)).present, c);
  assert.equal(undo(undo(history)).present, a);
  history = advance(undo(history), b);
  assert.deepEqual(history.future, []);
  assert.equal(advance(history, history.present), history);
});
