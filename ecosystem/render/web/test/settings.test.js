import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { setting, settle, singleKeys, useSingleKeys } from "../src/settings.js";

const own = Object.getOwnPropertyDescriptor(globalThis, "localStorage");

/** @param {PropertyDescriptor} how */
const give = (how) => Object.defineProperty(globalThis, "localStorage", { configurable: true, ...how });

afterEach(() => {
  if (own) Object.defineProperty(globalThis, "localStorage", own);
  else delete globalThis.localStorage;
});

test("a setting is kept in the browser's memory", () => {
  const kept = new Map();
  give({ value: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) } });
  assert.equal(setting("a"), null);
  settle("a", "1");
  assert.deepEqual([...kept], [["ecosystem.a", "1"]]);
  kept.set("ecosystem.b", "2");
  assert.equal(setting("b"), "2");
});

test("where a file has no memory, or a full one, a setting holds until the page is closed", () => {
  const refuse = () => {
    throw new Error("refused");
  };
  for (const how of [{ get: refuse }, { value: { getItem: refuse, setItem: refuse } }, { value: undefined }]) {
    give(how);
    settle("c", "3");
    assert.equal(setting("c"), "3");
    assert.equal(setting("unknown"), null);
  }
});

test("single keys are shortcuts until the reader switches them off", () => {
  give({ value: undefined });
  assert.equal(singleKeys(), true);
  useSingleKeys(false);
  assert.equal(singleKeys(), false);
  useSingleKeys(true);
  assert.equal(singleKeys(), true);
});
