import assert from "node:assert/strict";
import { test } from "node:test";
import { connectHost } from "../src/host.js";
import { initialState } from "../src/state.js";
import { Store } from "../src/store.js";

function framed() {
  const said = [];
  const parent = { postMessage: (message) => said.push(message) };
  const view = { parent, addEventListener: (_, listener) => Object.assign(view, { hear: listener }) };
  const store = new Store(initialState());
  connectHost(store, (id) => id !== "unknown", view);
  return { said, parent, view, store };
}

const ready = { type: "ecosystem:ready" };

test("the surrounding window is told when the page listens, so that it can select at once", () => {
  assert.deepEqual(framed().said, [ready]);
});

test("what is selected is told to the surrounding window, once", () => {
  const { said, store } = framed();
  store.change((state) => ({ ...state, selected: ["fig"] }));
  store.change((state) => ({ ...state, query: "x" }));
  assert.deepEqual(said, [ready, { type: "ecosystem:selected", selected: ["fig"] }]);
});

test("the surrounding window selects what there is, and is not told so again", () => {
  const { said, parent, view, store } = framed();
  view.hear({ source: parent, data: { type: "ecosystem:select", selected: ["fig", "unknown", 7] } });
  assert.deepEqual(store.state.selected, ["fig"]);
  assert.deepEqual(said, [ready]);
});

test("other windows and other messages change nothing", () => {
  const { parent, view, store } = framed();
  for (const event of [
    { source: {}, data: { type: "ecosystem:select", selected: ["fig"] } },
    { source: parent, data: null },
    { source: parent, data: { type: "ecosystem:select", selected: "fig" } },
  ])
    view.hear(event);
  assert.deepEqual(store.state.selected, []);
});

test("a page that stands alone listens to nobody", () => {
  const view = { addEventListener: () => assert.fail() };
  view.parent = view;
  connectHost(new Store(initialState()), () => true, view);
});
