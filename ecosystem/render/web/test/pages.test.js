/** A tall picture on several sheets. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { slices } from "../src/pages.js";

test("sheets follow each other without a gap, none too high, cut where nothing is cut through", () => {
  const cuts = Array.from({ length: 130 }, (_, row) => 40 + row * 22);
  const parts = slices(3000, 500, cuts);
  assert.equal(parts[0][0], 0);
  assert.equal(parts.at(-1)[1], 3000);
  parts.forEach(([from, to], at) => {
    assert.ok(to - from <= 500);
    if (at) assert.equal(from, parts[at - 1][1]);
    if (at) assert.ok(cuts.includes(from));
  });
});

test("what fits on one sheet stays whole, and what cannot be cut is cut all the same", () => {
  assert.deepEqual(slices(400, 500, [100]), [[0, 400]]);
  assert.deepEqual(slices(1000, 500, []), [
    [0, 500],
    [500, 1000],
  ]);
});
