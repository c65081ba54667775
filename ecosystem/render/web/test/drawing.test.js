/** Camera, labels, colours, text, and the network's plane. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { between, fitted, inside, overlap, revealed, seen, zoomed } from "../src/drawing/camera.js";
import { contrast, legible, luminance, mix, PALETTES } from "../src/drawing/colours.js";
import { pinched } from "../src/drawing/gestures.js";
import { LabelField } from "../src/drawing/labels.js";
import { CORNERS, halfPath, shapePath } from "../src/drawing/shapes.js";
import { clipped, textWidth, wrapped } from "../src/drawing/text.js";
import { columnsFor } from "../src/views/landscape/boxes.js";
import { Field } from "../src/views/network/field.js";
import { litOf } from "../src/views/network/lit.js";
import { placeLabels } from "../src/views/network/overlay.js";
import { forest } from "./forest.js";
import { model as small } from "./payload.js";

const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("zooming keeps the point under the pointer", () => {
  const before = { x: 30, y: -20, k: 0.5 };
  const after = zoomed(before, 3, 200, 100);
  close((200 - before.x) / before.k, (200 - after.x) / after.k);
  close((100 - before.y) / before.k, (100 - after.y) / after.k);
  assert.equal(zoomed(before, 1e9, 0, 0, [0.1, 4]).k, 4);
});

test("two fingers keep the points that they touched", () => {
  const fingers = new Map([
    [1, { x: 100, y: 100 }],
    [2, { x: 200, y: 100 }],
  ]);
  const after = pinched({ x: 0, y: 0, k: 1 }, fingers, 2, { x: 300, y: 100 });
  close(after.k, 2);
  close(100 * after.k + after.x, 100);
  close(200 * after.k + after.x, 300);
});

test("fitting shows the whole box, and what is seen says so", () => {
  const box = { x0: -500, y0: 0, x1: 1500, y1: 300 };
  const camera = fitted(box, 800, 600);
  assert.ok(inside(box, seen(camera, 800, 600)));
  assert.ok(!overlap(box, { x0: 1600, y0: 0, x1: 1700, y1: 10 }));
});

test("a box in view moves nothing, one beyond the edge moves as little as need be", () => {
  const camera = { x: 0, y: 0, k: 1 };
  assert.equal(revealed(camera, { x0: 100, y0: 100, x1: 200, y1: 200 }, 800, 600, 20), camera);
  assert.deepEqual(revealed(camera, { x0: 700, y0: 100, x1: 900, y1: 200 }, 800, 600, 20), { x: -120, y: 0, k: 1 });
  assert.deepEqual(revealed(camera, { x0: 100, y0: 30, x1: 200, y1: 60 }, 800, 600, 20, 56), { x: 0, y: 26, k: 1 });
  close(between({ x: 0, y: 0, k: 1 }, { x: 10, y: 0, k: 4 }, 0.5).k, 2);
});

test("labels never overlap, and the first come first", () => {
  const field = new LabelField(20);
  assert.ok(field.take(0, 0, 100, 20));
  assert.ok(!field.take(90, 10, 150, 30));
  assert.ok(field.take(100, 0, 150, 20));
  assert.ok(field.take(-500, -40, -400, -20));
  assert.ok(!field.free(-450, -30, -440, -25));
});

test("contrast is that of WCAG", () => {
  close(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
  close(luminance("#fff"), 1);
  assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
});

test("colours of the vocabulary can be read in both themes", () => {
  for (const palette of Object.values(PALETTES)) {
    for (const colour of ["#2f6fde", "#c2570c", "#0b8a8f", "#8c6d1f", "#6c757d", "#b8397a", "#ffff00", "#000000"]) {
      assert.ok(contrast(legible(colour, palette.paper), palette.paper) >= 4.5);
    }
    for (const ink of [palette.ink, palette.muted, palette.accent, palette.fresh, palette.ended, palette.changed]) {
      assert.ok(contrast(ink, palette.paper) >= 4.5, `${ink} on ${palette.paper}`);
    }
  }
});

test("text is shortened to its room and broken where it may be", () => {
  assert.equal(clipped("short", 500, 12), "short");
  const cut = clipped("a name that is much too long for its place", 100, 12);
  assert.ok(cut.endsWith("…") && textWidth(cut, 12) <= 100);
  assert.equal(clipped("anything", 1, 12), "");
  assert.deepEqual(wrapped("The Docker ecosystem", 90, 12, 400, 3), ["The Docker", "ecosystem"]);
  assert.equal(wrapped("容器编排与调度", 40, 12, 400, 3).length, 3);
});

/** A shape as a style sheet cuts it out of a square box. */
function clipOf(shape) {
  const at = (value) => `${Math.round(50 + value * 40)}%`;
  const corners = CORNERS[shape];
  const points = corners.flatMap((x, c) => (c % 2 ? [] : [`${at(x)} ${at(corners[c + 1])}`]));
  return `polygon(${points.join(", ")})`;
}

test("each sign of a kind has a shape of its own, and the boxes of the landscape are cut to the same", () => {
  const vocabulary = readFileSync(new URL("../../../../graphs/docker/vocabulary.yaml", import.meta.url), "utf8");
  const used = [...vocabulary.matchAll(/folder: .* shape: (\w+)/g)].map(([, shape]) => shape);
  assert.ok(used.length > 15);
  assert.equal(new Set(used).size, used.length);
  const css = readFileSync(new URL("../css/views-landscape.css", import.meta.url), "utf8");
  const flat = css.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")");
  for (const shape of used) {
    assert.ok(shape === "dot" || shape in CORNERS, shape);
    if (!["dot", "square"].includes(shape)) assert.ok(css.includes(`.ls-${shape} >`), shape);
  }
  for (const shape of ["spark", "pawn", "arrow", "page", "bowtie", "slant", "shield", "pin", "plus"])
    assert.ok(flat.includes(`.ls-${shape} > ::before { clip-path: ${clipOf(shape)}`), shape);
});

test("shapes are closed paths around their middle", () => {
  for (const shape of ["dot", "square", "box", "diamond", "star", "hexagon", "triangle", "triangleDown", "unknown"])
    assert.match(shapePath(shape, 5, 10, 10), /^M.*z$/);
});

test("the node under the pointer is the one that is seen there", () => {
  const field = new Field(forest(5, 12));
  const visible = new Uint8Array(field.model.n).fill(1);
  for (const i of [0, 7, 20]) assert.equal(field.at(field.x[i], field.y[i], 2, visible), i);
  visible[7] = 0;
  assert.notEqual(field.at(field.x[7], field.y[7], 2, visible), 7);
  assert.equal(field.at(1e6, 1e6, 10, visible), -1);
});

test("the foremost nodes in view are the most important ones", () => {
  const field = new Field(forest(5, 12));
  const visible = new Uint8Array(field.model.n).fill(1);
  const best = field.foremost(field.box, visible, 5).map((i) => field.model.importance[i]);
  assert.deepEqual(best, [...field.model.importance].sort((a, b) => b - a).slice(0, 5));
});

test("a pinned node is where it was put, and goes back when it is let go", () => {
  const field = new Field(small());
  assert.ok(field.pin({ fig: [77, 88] }));
  assert.deepEqual([field.x[0], field.y[0]], [77, 88]);
  assert.ok(!field.pin({ fig: [77, 88] }));
  field.pin({});
  assert.deepEqual([field.x[0], field.y[0]], [0, 0]);
});

test("arrow keys go to the neighbour that lies there", () => {
  const model = small();
  const field = new Field(model);
  const visible = new Uint8Array(model.n).fill(1);
  assert.equal(field.neighbour(0, 1, 1, visible), 1);
  assert.equal(field.neighbour(0, -1, -1, visible), -1);
});

test("no label of the network covers another, at any scale", () => {
  const field = new Field(forest(9, 30));
  for (const scale of [0.2, 0.5, 1, 2]) {
    const view = { scale, x: 0, y: 0, width: 1280, height: 800, type: 1 };
    const labels = placeLabels(
      field,
      view,
      [...field.rank],
      (i) => field.model.name(i),
      () => ({ weight: 400, ink: "#000" }),
    );
    assert.ok(labels.length > 3);
    for (const a of labels)
      for (const b of labels) {
        if (a === b) continue;
        const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.size + b.size) / 2;
        assert.ok(apart, `${a.text} and ${b.text}`);
      }
  }
});

test("what stands out: the neighbourhood of the selection, or what the search found", () => {
  const model = small();
  const scene = (more) => ({
    selected: new Set(),
    matches: new Set(),
    pathNodes: new Set(),
    pathEdges: new Set(),
    edgeVisible: new Uint8Array(model.m).fill(1),
    ...more,
  });
  const around = litOf(model, scene({ selected: new Set([2]) }), -1);
  assert.deepEqual([...around.nodes].sort(), [2, 3]);
  assert.deepEqual([...around.edges], [4]);
  assert.deepEqual([...litOf(model, scene({ matches: new Set([5]) }), -1).nodes], [5]);
  assert.equal(litOf(model, scene({}), -1).nodes.size, 0);
});

test("boxes of the landscape are wider than high, within the window", () => {
  assert.equal(columnsFor(1, 9), 1);
  assert.equal(columnsFor(66, 9), 8);
  assert.equal(columnsFor(500, 6), 6);
});

test("the lower half of every shape lies in its lower half and is as wide as the middle", () => {
  for (const shape of ["dot", "square", "box", "diamond", "triangle", "triangleDown", "hexagon", "star"]) {
    const corners = halfPath(shape, 1).match(/-?[\d.]+ -?[\d.]+/g);
    const path = shape === "dot" ? [corners[0]] : corners;
    assert.ok(path.length >= (shape === "dot" ? 1 : 3), shape);
    for (const corner of path) assert.ok(Number(corner.split(" ")[1]) >= 0, shape);
  }
});
