/** The mind map: tree, layout, folding, arcs and the arrow keys. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap } from "../src/drawing/camera.js";
import { groupArcs } from "../src/views/mindmap/arcs.js";
import { bannerBox, bannersOf } from "../src/views/mindmap/banners.js";
import { blend } from "../src/views/mindmap/blend.js";
import { glimpsed, glimpseWidth, layOut, readableFolds } from "../src/views/mindmap/layout.js";
import { taper } from "../src/views/mindmap/paint.js";
import { bundling } from "../src/views/mindmap/relations.js";
import { branchLinks, buildTree, grown, representatives, walk } from "../src/views/mindmap/tree.js";
import { walked } from "../src/views/mindmap/walk.js";
import { finished } from "../src/work.js";
import { forest } from "./forest.js";
import { model as small } from "./payload.js";

const all = (model, level = 1) => new Uint8Array(model.n).fill(level);
const look = (model, folded = () => false, narrow = false) => ({
  narrow,
  folded,
  label: (branch) => (branch.leaf ? model.name(branch.node) : model.categories[branch.category].label.en),
  suffix: (branch) => (branch.leaf ? "" : String(branch.total)),
  glimpse: () => ["Docker", "Kubernetes", "Nomad", "Apache Mesos", "Docker Swarm (Classic)", "Marathon"],
});
/** What an item takes up, its glimpse included. */
const taken = (item) => {
  const beside = glimpseWidth(item);
  return { ...item, x: item.side < 0 ? item.x - beside : item.x, w: item.w + beside };
};
const keys = (branches) => branches.map(({ key }) => key);

test("a branch holds its nodes, the most important first, and not the node that it stands for", () => {
  const model = small();
  const root = buildTree(model, all(model));
  assert.deepEqual(keys(root.children), ["c1", "c2"]);
  assert.deepEqual(keys(root.children[0].children), ["n5", "n1", "n0"]);
  assert.equal(root.total, 6);
  assert.equal(root.children[0].total, 4); // its own concept counts as in the legend and all other views
  assert.deepEqual(
    root.children.map(({ side }) => side),
    [1, -1],
  );
});

test("faded nodes stay but do not count; hidden ones and empty branches go", () => {
  const model = small();
  const visible = all(model);
  visible[5] = 2;
  visible[2] = visible[3] = 0;
  const root = buildTree(model, visible);
  assert.deepEqual(keys(root.children), ["c1"]);
  assert.equal(root.shown, 3);
  assert.equal(root.total, 4);
});

test("many nodes right at the root share one branch", () => {
  const model = forest(3, 4);
  for (let i = 0; i < 6; i++) model.category[i] = 0;
  const root = buildTree(model, all(model));
  assert.equal(root.children.filter(({ leaf }) => leaf).length, 0);
  assert.equal(root.children.at(-1).children.length, 6);
});

test("a folded branch stands for all that is in it", () => {
  const model = small();
  const root = buildTree(model, all(model));
  const cover = representatives(root, (branch) => branch.category === 1, model.n);
  assert.equal(cover[0].key, "c1");
  assert.equal(cover[4].key, "c1");
  assert.equal(cover[2].key, "n2");
});

for (const [name, narrow] of [
  ["on two sides", false],
  ["as an outline", true],
]) {
  test(`nothing overlaps anything ${name}, whatever is open`, () => {
    const model = forest(9, 40);
    const { items } = layOut(
      buildTree(model, all(model)),
      look(model, (branch) => branch.category % 11 === 3, narrow),
    );
    assert.ok(items.length > 200);
    const boxes = items.map(taken);
    for (const a of boxes)
      for (const b of boxes) {
        if (a === b) continue;
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        assert.ok(
          apart,
          `${a.key} ${JSON.stringify([a.x, a.y, a.w, a.h])} on ${b.key} ${JSON.stringify([b.x, b.y, b.w, b.h])}`,
        );
      }
  });
}

test("branches of the left side lie left of the root, those of the right side right of it", () => {
  const model = small();
  const { items } = layOut(buildTree(model, all(model)), look(model));
  const root = items[0];
  for (const item of items.slice(1)) {
    if (item.side < 0) assert.ok(item.x + item.w <= root.x);
    else assert.ok(item.x >= root.x + root.w);
  }
});

test("what is open at first fits the window, and all main branches are there", () => {
  const model = forest(12, 30);
  const root = buildTree(model, all(model));
  const folds = finished(readableFolds(root, look(model), 1280, 720));
  const folded = (branch) => folds.get(branch.category) ?? true;
  const { box, byKey } = layOut(root, look(model, folded));
  assert.ok((box.x1 - box.x0) * 0.8 <= 1280 && (box.y1 - box.y0) * 0.8 <= 720);
  for (const branch of root.children) assert.ok(byKey.has(branch.key));
});

test("a folded main branch names its foremost, whole, on two lines; an open one and a phone need no glimpse", () => {
  assert.deepEqual(glimpsed(["Docker", "Kubernetes", "Nomad", "Apache Mesos", "Docker Swarm (Classic)", "Marathon"]), [
    "Docker · Kubernetes",
    "Nomad · Apache Mesos",
  ]);
  assert.deepEqual(glimpsed([]), []);
  const model = small();
  const tree = buildTree(model, all(model));
  const glimpses = (folded, narrow) =>
    layOut(
      tree,
      look(model, () => folded, narrow),
    ).items.map(({ glimpse }) => glimpse.length);
  assert.deepEqual(glimpses(true, false), [0, 2, 2]);
  assert.ok(glimpses(false, false).every((lines) => lines === 0));
  assert.ok(glimpses(true, true).every((lines) => lines === 0));
});

test("where not all can be open at first, concepts are, rather than mere kinds", () => {
  const model = forest(8, 12);
  const tops = model.categories.map((_, at) => at).filter((at) => model.categories[at].parent === 0);
  for (const [at, top] of tops.slice(4).entries()) model.categories[top].node = at;
  const root = buildTree(model, all(model));
  const folds = finished(readableFolds(root, look(model), 1400, 280));
  const open = root.children.filter(({ category }) => folds.get(category) === false);
  assert.equal(open.filter(({ node }) => node >= 0).length, 4);
  assert.ok(open.length < root.children.length);
});

test("a mere kind that would fit stays folded where no concept can be open", () => {
  const model = forest(4, 12);
  const tops = model.categories.map((_, at) => at).filter((at) => model.categories[at].parent === 0);
  for (const [at, top] of tops.slice(1).entries()) model.categories[top].node = at;
  const root = buildTree(model, all(model));
  for (const branch of root.children.filter(({ node }) => node >= 0))
    branch.children = Array(41).fill(branch.children[0]);
  const opened = (children) => {
    const folds = finished(readableFolds({ ...root, children }, look(model), 1280, 720));
    return children.filter(({ category }) => folds.get(category) === false).length;
  };
  assert.equal(opened(root.children), 0);
  assert.equal(opened(root.children.filter(({ node }) => node < 0)), 1);
});

test("bundles count the relations between main branches, not those of the tree", () => {
  const model = small();
  const topOf = new Map([0, 1, 5].map((i) => [i, 1]).concat([2, 3].map((i) => [i, 2])));
  const links = branchLinks(model, new Uint8Array(model.m).fill(1), topOf);
  assert.deepEqual(links, [{ a: 1, b: 2, count: 1 }]);
});

test("relations between main branches are counted once, and anew where others are seen", () => {
  const model = small();
  const { branches } = grown(model, all(model));
  const { strongest } = bundling(model);
  const every = new Uint8Array(model.m).fill(1);
  const first = strongest(every, branches);
  assert.ok(first.length > 0);
  assert.equal(strongest(every, branches), first);
  assert.deepEqual(strongest(new Uint8Array(model.m), branches), []);
});

test("arcs join what stands for the ends, with direction and doubt, and leave out what the tree shows", () => {
  const model = small();
  const { byKey } = layOut(buildTree(model, all(model)), look(model));
  const itemOf = (node) => byKey.get(node === 4 ? "c1" : `n${node}`);
  const arcs = groupArcs(
    model,
    Array.from({ length: model.m }, (_, k) => k),
    itemOf,
  );
  assert.deepEqual(
    arcs.map(({ key }) => key),
    ["n0-n1", "n1-n3", "n2-n3", "n1-n5"],
  );
  assert.deepEqual(
    arcs.map(({ out, back, doubt }) => [out, back, doubt]),
    [
      [true, false, false],
      [true, false, false],
      [true, false, false],
      [false, true, true],
    ],
  );
});

test("half way between two layouts things are half way", () => {
  const model = small();
  const root = buildTree(model, all(model));
  const before = layOut(
    root,
    look(model, (branch) => branch.category === 1),
  );
  const after = layOut(root, look(model));
  const middle = blend(before, after, 0.5);
  const [old, now, moved] = [before, after, middle].map((layout) => layout.byKey.get("c1"));
  assert.equal(moved.y, (old.y + now.y) / 2);
  assert.equal(middle.items.length, after.items.length);
});

test("arrow keys walk the tree as they point, mirrored on the left", () => {
  const model = small();
  const root = buildTree(model, all(model));
  const open = layOut(root, look(model));
  assert.deepEqual(walked(open, "c0", "ArrowRight"), { go: "c1" });
  assert.deepEqual(walked(open, "c0", "ArrowLeft"), { go: "c2" });
  assert.deepEqual(walked(open, "c1", "ArrowRight"), { go: "n5" });
  assert.deepEqual(walked(open, "n5", "ArrowDown"), { go: "n1" });
  assert.deepEqual(walked(open, "n5", "ArrowLeft"), { go: "c1" });
  assert.deepEqual(walked(open, "n3", "ArrowRight"), { go: "c2" });
  assert.equal(walked(open, "c0", "x"), null);
  const shut = layOut(
    root,
    look(model, () => true),
  );
  assert.deepEqual(walked(shut, "c1", "ArrowRight"), { fold: false });
});

test("a tree is made anew only where other nodes are there", () => {
  const model = small();
  const visible = all(model);
  const first = grown(model, visible);
  assert.equal(grown(model, visible, first), first);
  assert.notEqual(grown(model, all(model), first), first);
  assert.deepEqual([...first.branches.keys()].sort(), [...walk(first.tree)].map(({ key }) => key).sort());
});

test("a branch line is closed and tapers", () => {
  const d = taper({ x: 0, y: 0, w: 10, h: 10 }, { x: 110, y: 200, w: 10, h: 10 }, 1, 8, 2);
  assert.match(d, /^M[-\d. CL]+z$/);
  assert.deepEqual(d.match(/^M10 1C.* 110 204L110 206C.* 10 9z$/)?.length, 1);
  assert.ok([...walk(buildTree(small(), all(small())))].length > 5);
});

test("from afar main branches grow as far as they cover nothing", () => {
  const model = forest(9, 40);
  const tree = buildTree(model, all(model));
  for (const open of [0, 1, 4, 9]) {
    const folded = (branch) => branch.top < 0 || model.children[0].indexOf(branch.top) >= open;
    const { items, sheets } = layOut(tree, look(model, folded));
    const boxes = sheets.map(({ x, y, w, h }) => ({ x0: x, y0: y, x1: x + w, y1: y + h }));
    for (const scale of [1.2, 2, 4, 12]) {
      const scales = bannersOf(items, boxes, scale);
      assert.ok([...scales.values()].every((one) => one > 1 && one <= scale));
      if (scale === 1.2) assert.ok(scales.size > 3);
      const drawn = items.map((item) => bannerBox(item, scales.get(item.key) ?? 1));
      items.forEach((item, at) => {
        if (!scales.has(item.key)) return;
        const others = [...drawn.filter((_, other) => other !== at), ...boxes];
        assert.ok(
          others.every((other) => !overlap(drawn[at], other)),
          `${item.key} at ${scale}`,
        );
      });
    }
  }
});
