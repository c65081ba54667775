import assert from "node:assert/strict";
import { test } from "node:test";
import { spells, typed } from "../src/pinyin.js";
import { fold, oneSlip, SearchIndex } from "../src/search.js";
import { model } from "./payload.js";

const map = model();
const index = new SearchIndex(map);
const first = (query, lang = "en") => map.id[index.find(query, lang)[0]?.node];

test("a node is found by any of its names", () => {
  assert.equal(first("fig"), "fig");
  assert.equal(first("FIGGY"), "fig", "former name");
  assert.equal(first("k8s"), "kubernetes", "alias");
  assert.equal(first("多容器", "zh"), "multi-container", "Chinese");
  for (const letters of ["drq", "duorongqi", "duo rong qi", "duorq", "duoron", "rongqi"])
    assert.equal(first(letters, "zh"), "multi-container", letters);
  assert.equal(first("docker inc"), "docker-inc", "separators");
});

test("one slip of the finger is forgiven", () => {
  for (const typo of ["kubernets", "kubenretes", "kubernettes", "kubermetes", "ubernetes"])
    assert.equal(first(typo), "kubernetes", typo);
  assert.equal(first("orchrad"), "orchard");
  assert.equal(first("zzzzzz"), undefined);
});

test("an exact name comes before a name that begins so, and that before one that contains it", () => {
  assert.deepEqual(
    index.find("compose", "en").map(({ node }) => map.id[node]),
    ["docker-compose"],
  );
  assert.equal(first("docker"), "docker-compose", "the more important of two");
  assert.deepEqual(
    index.find("fig", "en").map(({ node }) => map.id[node]),
    ["fig"],
    "who finds what he typed is not offered what he might have meant",
  );
});

test("letters spell syllables whole or by their initials, in their order", () => {
  const syllables = ["zhong", "qi"];
  for (const letters of ["zhongqi", "zhq", "zq", "zhongq", "zho"]) assert.ok(spells(letters, syllables), letters);
  for (const letters of ["zhoqi", "qizhong", "zhongqia", "zqi-"]) assert.ok(!spells(letters, syllables), letters);
  assert.ok(spells("qi", syllables, 1));
  assert.equal(typed("rong'qi"), "rongqi");
  assert.equal(typed("容器"), "", "not Latin");
});

test("an alias that was found is told", () => {
  assert.equal(index.find("k8s", "en")[0].form, "k8s");
});

test("words that differ by one letter, and no more", () => {
  assert.ok(oneSlip("abc", "abd") && oneSlip("abc", "ac") && oneSlip("abc", "abxc") && oneSlip("abc", "acb"));
  assert.ok(!oneSlip("abc", "xyz") && !oneSlip("abcd", "dcba"));
  assert.equal(fold("  Café—Docker_Compose "), "cafe—docker compose");
});
