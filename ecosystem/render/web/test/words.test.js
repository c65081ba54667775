import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { texts } from "../src/i18n.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const words = (lang) => JSON.parse(read(`../src/i18n/${lang}.json`));
const [en, zh] = [words("en"), words("zh")];
const sources = [
  ...readdirSync(new URL("../src", import.meta.url)),
  ...readdirSync(new URL("../src/panel", import.meta.url)).map((name) => `panel/${name}`),
]
  .filter((name) => name.endsWith(".js"))
  .map((name) => [name, read(`../src/${name}`)]);

test("both languages have the same texts, with the same places", () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  for (const [key, text] of Object.entries(en)) {
    const places = (form) => [...new Set(form.match(/\{\d\}/g))].sort().join();
    assert.equal(places(zh[key]), places(text), key);
  }
});

test("every text that the page asks for is there", () => {
  for (const [name, source] of sources) {
    for (const [, key] of source.matchAll(/\b(?:text|say)\(\s*"([a-zA-Z.]+)"/g))
      assert.ok(key in en, `${name}: ${key}`);
  }
});

test("one is told apart from many", () => {
  assert.equal(texts("en")("search.found", 1), "1 result");
  assert.equal(texts("en")("search.found", 1200), "1,200 results");
  assert.equal(texts("zh")("search.found", 2), "2 条结果");
});

test("nothing in the page's code writes markup or fetches", () => {
  for (const [name, source] of sources)
    assert.doesNotMatch(
      source,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(|XMLHttpRequest/,
      name,
    );
});
