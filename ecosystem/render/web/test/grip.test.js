import assert from "node:assert/strict";
import { test } from "node:test";
import { heightAt } from "../src/panel/grip.js";

const scene = (/** @type {number | null} */ story, /** @type {number[]} */ ...nodes) =>
  /** @type {any} */ ({ state: { story }, selected: new Set(nodes) });
const closed = { low: false, story: null, selected: null };

test("a step of the tour lowers the sheet, and it stays as the reader puts it within the step", () => {
  const told = heightAt(closed, scene(1, 7));
  assert.equal(told.low, true);
  const opened = { ...told, low: false };
  assert.equal(heightAt(opened, scene(1, 7)).low, false);
  assert.equal(heightAt(opened, scene(2, 7)).low, true);
  assert.equal(heightAt(told, scene(null, 7)).low, false);
});

test("outside the tour what is selected is read at once", () => {
  assert.equal(heightAt({ ...closed, low: true }, scene(null, 3)).low, false);
  assert.equal(heightAt({ ...closed, low: true }, scene(null)).low, true);
});
