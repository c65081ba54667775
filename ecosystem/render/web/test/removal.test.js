/** What goes and what rests on it if something goes away. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { latest } from "../src/dates.js";
import { Model } from "../src/model.js";
import { removal } from "../src/removal.js";
import { payload } from "./payload.js";

const label = (text) => ({ en: text, zh: text });
const PREDICATES = ["owned_by", "acquired_by", "made_by", "built_on", "part_of", "runs_on"];
/** A map of tools ("t..."), vendors ("v...") and concepts ("c...") and relations between them: [source, predicate, target, more]. */
function mapOf(ids, relations, dates = {}) {
  const kinds = ["tool", "vendor", "concept"];
  const sorted = [...relations].sort((a, b) => ids.indexOf(a[0]) - ids.indexOf(b[0]));
  const sources = sorted.map(([source]) => ids.indexOf(source));
  const column = (name) =>
    Object.fromEntries(sorted.map(([, , , more], k) => [k, more?.[name]]).filter(([, it]) => it));
  const base = payload();
  return new Model({
    ...base,
    kinds: kinds.map((id) => ({ ...base.kinds[0], id })),
    predicates: PREDICATES.map((id) => ({ id, label: label(id), inverse: label(id), family: "use", symmetric: false })),
    nodes: {
      id: ids,
      name: ids,
      kind: ids.map((id) => kinds.findIndex((kind) => kind[0] === id[0])),
      x: ids.map(() => 0),
      y: ids.map(() => 0),
      importance: ids.map(() => 0),
      category: ids.map(() => 0),
      ...dates,
    },
    edges: {
      source: sources.map((source, k) => source - (sources[k - 1] ?? 0)),
      target: sorted.map(([, , target]) => ids.indexOf(target)),
      predicate: sorted.map(([, predicate]) => PREDICATES.indexOf(predicate)),
      since: column("since"),
      until: column("until"),
      modality: column("modality"),
    },
  });
}
const told = (model, id, day = "2020-01-01") =>
  Object.fromEntries(
    removal(model, model.index.get(id), latest(day)).map(({ node, distance }) => [model.id[node], distance]),
  );

test("what rests on it rests on it in steps; concepts, plans and what is over do not", () => {
  const map = mapOf(
    ["t1", "t2", "t3", "t4", "t5", "c1"],
    [
      ["t2", "built_on", "t1"],
      ["t3", "runs_on", "t2"],
      ["t4", "built_on", "t1", { modality: "planned" }],
      ["t5", "built_on", "t1", { until: "2019" }],
      ["c1", "built_on", "t1"],
    ],
  );
  assert.deepEqual(told(map, "t1"), { t2: 1, t3: 2 });
  assert.deepEqual(told(map, "t1", "2018-06-01"), { t2: 1, t5: 1, t3: 2 });
});

test("a part that joined later than it began is there without the whole", () => {
  const map = mapOf(
    ["t1", "t2", "t3"],
    [
      ["t2", "part_of", "t1", { since: "2015" }],
      ["t3", "part_of", "t1", { since: "2015" }],
    ],
    { since: { 1: "2015-01", 2: "2013" } },
  );
  assert.deepEqual(told(map, "t1"), { t2: 1 });
});

test("with a vendor goes what it keeps: who owns a thing keeps it, whoever acquired or made it before", () => {
  const map = mapOf(
    ["v1", "v2", "t1", "t2", "t3", "t4"],
    [
      ["v2", "owned_by", "v1"],
      ["t1", "made_by", "v2"],
      ["t2", "made_by", "v1"],
      ["t2", "owned_by", "v2", { until: "2016" }],
      ["t2", "acquired_by", "v2"],
      ["t3", "made_by", "v1"],
      ["t4", "runs_on", "t3"],
    ],
    { until: { 4: "2019" } },
  );
  assert.deepEqual(told(map, "v1"), { v2: 0, t1: 0, t2: 0 });
  assert.deepEqual(told(map, "v1", "2015-01-01"), { v2: 0, t3: 0, t1: 0, t2: 0, t4: 1 });
});
