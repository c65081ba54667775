import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { bytesOf, inflate } from "../src/model.js";

/** How Python packs it. */
const packed = (value) => deflateSync(JSON.stringify(value)).toString("base64");

test("what was packed comes out again, Chinese too, also where the browser cannot read base64 itself", async () => {
  const payload = { name: "Docker 容器", numbers: Array.from({ length: 5000 }, (_, at) => at) };
  assert.deepEqual(await inflate(`\n${packed(payload)}\n`), payload);
  const native = Object.getOwnPropertyDescriptor(Uint8Array, "fromBase64");
  Reflect.deleteProperty(Uint8Array, "fromBase64");
  assert.deepEqual([...bytesOf("AP8Q")], [0, 255, 16]);
  if (native) Object.defineProperty(Uint8Array, "fromBase64", native);
});

test("a column a line, as Python writes it, is the same as all in one", async () => {
  const payload = {
    map: { title: { en: "a:{" } },
    none: {},
    nodes: { id: ["x{", "},"], zh: { 1: "二" } },
    references: [{}, 1],
  };
  const lines = `{
"map":{
"title":{"en":"a:{"}
},
"none":{},
"nodes":{
"id":["x{","},"],
"zh":{"1":"二"}
},
"references":[{},1]
}`;
  assert.deepEqual(JSON.parse(lines), payload);
  assert.deepEqual(await inflate(deflateSync(lines).toString("base64")), payload);
  await assert.rejects(inflate(deflateSync(lines.slice(0, -2)).toString("base64")));
});

test("what is cut short is an error, not a page that waits for ever", async () => {
  await assert.rejects(inflate(packed({ a: 1 }).slice(0, 8)));
});
