/** The timeline: lifelines, lineage, and the scale that gives the early years a strip of their own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { earliest } from "../src/dates.js";
import { boxesOf, maturityOf } from "../src/views/landscape/boxes.js";
import { lifeline, lineageOf, rowsOf } from "../src/views/timeline/rows.js";
import { scaleOf, ticksOf } from "../src/views/timeline/scale.js";
import { word } from "../src/views/words.js";
import { model as small } from "./payload.js";

const TODAY = earliest("2026-11-23");
const rows = (model, visible = new Uint8Array(model.n).fill(1)) =>
  rowsOf(model, visible, (node) => lifeline(model, node, "en", TODAY), { row: 22, heading: 30 });

test("a lifeline runs from birth to end, with what happened on it", () => {
  const fig = lifeline(small(), 0, "en", TODAY);
  assert.equal(fig.from, earliest("2013-12"));
  assert.equal(fig.to, earliest("2015-02-25"));
  assert.ok(!fig.openEnd && !fig.openStart);
  assert.deepEqual(
    fig.marks.map(({ kind }) => kind),
    ["birth", "renamed", "end"],
  );
});

test("what is still there has an open end today; what has no date has no line", () => {
  const compose = lifeline(small(), 1, "en", TODAY);
  assert.ok(compose.openEnd);
  assert.equal(compose.to, TODAY);
  assert.equal(lifeline(small(), 3, "en", TODAY), null);
});

test("an acquisition alone is a date, with an unknown start", () => {
  const orchard = lifeline(small(), 2, "zh", TODAY);
  assert.ok(orchard.openStart);
  assert.deepEqual(
    orchard.marks.map(({ kind, text }) => [kind, text]),
    [["acquired", "2014-07: 被 Docker, Inc. 收购"]],
  );
});

test("what happened and did not last is a point", () => {
  const known = small();
  const held = (event) => ({ milestones: [[event, "2014-06-09", "stated", [], null, null]] });
  const only = (more, dates = { since: null, until: null }) =>
    lifeline(Object.assign(Object.create(known), { more: () => more, dates: () => dates }), 3, "en", TODAY);
  const point = only(held("held"));
  assert.ok(point.point && !point.openStart && !point.openEnd);
  assert.deepEqual([point.from, point.to], [earliest("2014-06-09"), earliest("2014-06-09")]);
  assert.ok(only(held("published")).point);
  assert.ok(!only(held("first_release")).point && only(held("first_release")).openEnd);
  const day = only({}, { since: "2014-06-09", until: "2014-06-09" });
  assert.ok(day.point);
  assert.deepEqual(new Set(day.marks.map(({ kind }) => kind)), new Set(["point"]));
  assert.ok(!only(held("held"), { since: "2013", until: null }).point);
});

test("rows stand by branch and by start, and those without a date are counted", () => {
  const { rows: lines, headings, undated, height } = rows(small());
  assert.deepEqual(
    lines.map(({ node }) => node),
    [0, 5, 1, 2],
  );
  assert.equal(undated, 2);
  assert.deepEqual(
    headings.map(({ category, count }) => [category, count]),
    [
      [1, 3],
      [2, 1],
    ],
  );
  for (let at = 1; at < lines.length; at++) assert.ok(lines[at].y >= lines[at - 1].y + 22);
  assert.ok(height >= lines.at(-1).y + 22);
});

test("lineage goes from the older to the newer, on its day", () => {
  const model = small();
  const links = lineageOf(model, new Uint8Array(model.m).fill(1), rows(model).byNode);
  assert.deepEqual(
    links.map(({ from, to, day }) => [from.node, to.node, day]),
    [[0, 1, earliest("2015-02-25")]],
  );
});

test("the scale goes there and back, and grows with time", () => {
  const scale = scaleOf(rows(small()).rows, TODAY, 1000);
  assert.equal(scale.bend, null);
  const day = earliest("2018-06-01");
  assert.ok(Math.abs(scale.day(scale.at(day)) - day) < 1e-6);
  assert.ok(scale.at(day) < scale.at(day + 1));
  assert.ok(scale.at(TODAY) <= 1000);
});

test("a few very early starts do not squeeze the rest", () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({
    from: earliest(at < 2 ? "1970" : "2013") + at * 30,
    to: TODAY,
  }));
  const scale = scaleOf(lines, TODAY, 1000);
  assert.notEqual(scale.bend, null);
  assert.ok(scale.at(TODAY) - scale.at(earliest("2013")) > 700);
  const years = ticksOf(scale).filter(({ strong }) => strong);
  for (let at = 1; at < years.length; at++) assert.ok(years[at].x - years[at - 1].x >= 44);
});

test("the landscape has every node in one box", () => {
  const model = small();
  const nodes = boxesOf(model).flatMap(({ parts }) => parts.flatMap((part) => part.nodes));
  assert.deepEqual([...nodes].sort(), [0, 1, 2, 3, 5]);
  assert.equal(maturityOf(model).of(0), -1);
});

test("maturity stands in its own order, whatever the order of the facet", () => {
  const model = small();
  const label = (en) => ({ en, zh: en });
  model.facets = [
    {
      id: "maturity",
      label: label("Maturity"),
      values: ["sandbox", "odd", "graduated"].map(label),
      of: { 0: [2], 1: [0] },
    },
  ];
  const maturity = maturityOf(model);
  assert.deepEqual(
    maturity.levels.map(({ en }) => en),
    ["graduated", "sandbox", "odd"],
  );
  assert.deepEqual([0, 1, 2].map(maturity.of), [0, 1, -1]);
});

test("words take their values", () => {
  assert.equal(word("en", "undated", 3, 4), "3 shown, 4 without a date are not shown");
  assert.equal(word("zh", "ended", 2015), "2015 年终止");
});
