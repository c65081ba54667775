import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement, listed } from "../src/announcements.js";
import { SceneMaker } from "../src/scene.js";
import { SearchIndex } from "../src/search.js";
import { initialState } from "../src/state.js";
import { Store } from "../src/store.js";
import { placeOf } from "../src/tooltip.js";
import { model } from "./payload.js";

const map = model();
const maker = new SceneMaker(map, new SearchIndex(map));
const scene = (chosen) => maker.scene(initialState(chosen));
const heard = (from, to, moved = "") => announcement(scene(from), scene(to), (i) => map.degree(i), moved);

test("a date is told with what it shows", () => {
  assert.match(heard({}, { date: "2014-01" }), /^January 2014: \d+ of \d+ shown$/);
  assert.match(heard({ lang: "zh" }, { lang: "zh", date: "2014-01" }), /^2014年1月：/);
  assert.match(heard({ date: "2014-01" }, {}), /^All of history: /);
});

test("of two dates it is told how much they differ", () => {
  assert.match(
    heard({}, { date: "2016-01", against: "2014-01" }),
    /^From January 2014 to January 2016: .* new, .* ended, /,
  );
});

test("two or three that are selected are compared", () => {
  assert.match(heard({}, { selected: ["fig"] }), /^Fig selected/);
  assert.equal(heard({}, { selected: ["fig", "docker-compose"] }), "Comparing Fig and Docker Compose");
  assert.equal(listed(["A", "B", "C"], "zh"), "A、B和C");
  assert.equal(listed(["A"], "en"), "A");
});

test("undo and redo say so, and what is there then", () => {
  assert.match(heard({ date: "2014-01" }, {}, "undo"), /^Undone\. All of history: /);
  assert.match(heard({ selected: ["fig"] }, {}, "redo"), /^Redone\. \d+ of \d+ shown$/);
});

test("what only looks different is not told", () => {
  const before = scene({});
  const after = maker.scene({ ...before.state, theme: "dark" });
  assert.equal(
    announcement(before, after, () => 0, ""),
    "",
  );
});

test("the store knows where in the history it went", () => {
  const store = new Store(initialState());
  store.change((state) => ({ ...state, view: "table" }));
  assert.equal(store.moved, "");
  store.undo();
  assert.equal(store.moved, "undo");
  store.redo();
  assert.equal(store.moved, "redo");
});

test("a tip stands below its tool, above where there is no room, and in the window", () => {
  const [tip, room] = [
    { width: 100, height: 20 },
    { width: 400, height: 300 },
  ];
  const at = (left, top) => ({ left, top, width: 30, height: 30, bottom: top + 30 });
  assert.deepEqual(placeOf(at(200, 10), tip, room), { left: 165, top: 46 });
  assert.deepEqual(placeOf(at(380, 260), tip, room), { left: 294, top: 234 });
});
