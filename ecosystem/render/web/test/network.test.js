/** The network as an atlas: sizes, regions, threads that are left out, and few nodes that fill the window. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PALETTES } from "../src/drawing/colours.js";
import { LabelField } from "../src/drawing/labels.js";
import { fewOf, fitting, isUpright, swelling } from "../src/views/network/camera.js";
import { Field, radiusOf } from "../src/views/network/field.js";
import { placeRegions, regionsOf } from "../src/views/network/regions.js";
import { scalesOf, spreadFrom, spreadTo } from "../src/views/network/spread.js";
import { backgroundOf, isDrawn, lookOf } from "../src/views/network/threads.js";
import { forest } from "./forest.js";
import { model as small } from "./payload.js";

const WINDOW = { clientWidth: 1000, clientHeight: 640 };

test("radii are those of Python", () => {
  // 4 + 26 (importance / 1000)², halves up, as tests/maps/test_atlas.py has it
  assert.deepEqual([0, 250, 500, 1000].map(radiusOf), [4, 6, 11, 30]);
});

test("relations of the background are left out until asked for, unless they are most of what there is", () => {
  const model = small();
  const background = model.predicates.map((_, p) => p === model.predicate[0]);
  model.predicates = model.predicates.map((one, p) => ({ ...one, background: background[p] }));
  const field = new Field(model);
  const dress = { edgeVisible: new Uint8Array(model.m).fill(1), asked: false };
  const some = [...model.predicate].filter((p) => background[p]).length;
  assert.equal(isDrawn(field, dress, 0), 2 * some > model.m);
  assert.ok(isDrawn(field, { ...dress, asked: true }, 0));
  model.predicates = model.predicates.map((one) => ({ ...one, background: true }));
  assert.ok(!backgroundOf(model).some(Boolean));
});

test("what became of a thing is drawn stronger than what it belongs to", () => {
  const model = small();
  const field = new Field(model);
  const dress = { palette: PALETTES.light, colour: () => "#123456" };
  const looks = [...model.predicate].map((p, k) => [model.predicates[p].family, lookOf(field, dress, k, 0.2)]);
  const of = (family) => looks.find(([one]) => one === family)?.[1];
  for (const [family, look] of looks) if (family !== "lineage") assert.ok(look.alpha < (of("lineage")?.alpha ?? 1));
});

test("a few nodes keep their order, fill the window, and the way back is exact", () => {
  const [x, y] = [
    [0, 1, 2, 3, 100],
    [5, 5, 6, 7, 9],
  ];
  const [across, down] = scalesOf(x, y);
  const placed = x.map((place) => spreadTo(across, place));
  assert.deepEqual(
    placed,
    [...placed].sort((a, b) => a - b),
  );
  assert.ok(placed[1] - placed[0] > 10); // a quarter of the way by its own place, three quarters evenly: 0.25 + 18.75
  assert.equal(Math.round(100 * (placed[1] - placed[0])), 1900);
  const tall = y.map((place) => spreadTo(down, place));
  assert.ok(Math.max(...tall) - Math.min(...tall) > 50); // 100 across, no more than 1.7 times as wide as tall
  for (const place of [-7, 0, 1.5, 60, 140])
    assert.ok(Math.abs(spreadFrom(across, spreadTo(across, place)) - place) < 1e-9);
});

test("few are spread only where nothing faded stands between them", () => {
  const visible = new Uint8Array(500);
  visible.set([1, 1, 1], 10);
  assert.deepEqual(fewOf(visible), [10, 11, 12]);
  visible[400] = 2;
  assert.deepEqual(fewOf(visible), []);
  assert.deepEqual(fewOf(new Uint8Array(500).fill(1)), []);
});

test("marks of a few nodes are larger, those of all as on the whole map", () => {
  const model = forest(9, 90);
  const field = new Field(model);
  assert.ok(model.n > 400);
  assert.equal(swelling(field, new Uint8Array(model.n).fill(1), WINDOW), 1);
  const visible = new Uint8Array(model.n);
  visible.set([1, 1, 1], 3);
  field.pin({}, false, fewOf(visible));
  const factor = swelling(field, visible, WINDOW);
  field.swell(factor, visible);
  const { scale } = fitting(field, visible, WINDOW);
  assert.ok(field.radius[4] * scale >= 4, `${field.radius[4] * scale} pixels`);
  assert.equal(field.radius[0], field.plain[0]);
});

test("a tall window shows the map upright, and places are still those of the map", () => {
  assert.ok(isUpright({ clientWidth: 360, clientHeight: 500 }) && !isUpright(WINDOW));
  const field = new Field(small());
  const before = [field.x[1], field.y[1]];
  field.pin({ fig: [77, 88] }, true);
  assert.deepEqual([field.x[0], field.y[0], field.x[1], field.y[1]], [88, 77, before[1], before[0]]);
  assert.deepEqual(field.placeOf(field.x[0], field.y[0]), [77, 88]);
});

test("regions are branches that lie together, and no name covers another", () => {
  const model = forest(9, 30);
  model.x.forEach((_, i) => {
    const branch = model.ancestry(model.category[i])[1];
    model.x[i] = 400 * (branch % 7) + ((i * 37) % 150);
    model.y[i] = 300 * Math.floor(branch / 12) + ((i * 53) % 150);
  });
  const field = new Field(model);
  const visible = new Uint8Array(model.n).fill(1);
  const found = regionsOf(field, visible);
  assert.ok(found.length > 3);
  for (const { nodes, top } of found) assert.ok(nodes.every((i) => field.topOf(i) === top));
  const view = { scale: 0.4, x: 1200, y: 300, width: 1280, height: 800, type: 1 };
  const name = (top) => model.categories[top].label.en;
  const labels = placeRegions(field, view, found, name, () => "#2f6fde", PALETTES.light, new LabelField());
  for (const a of labels)
    for (const b of labels) {
      if (a === b) continue;
      const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.size + b.size) / 2;
      assert.ok(apart, `${a.text} and ${b.text}`);
    }
});
