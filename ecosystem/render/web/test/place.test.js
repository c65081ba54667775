import assert from "node:assert/strict";
import { test } from "node:test";
import { addressIn } from "../src/panel/place.js";

const MOBY = "https://github.com/moby/moby";

for (const [locator, rest] of [
  ["first commit 0eb7d30", "commit/0eb7d30"],
  ["LICENSE, commit b3e30b1", "commit/b3e30b1"],
  ["merge 9dd8410", "commit/9dd8410"],
  ["README.md, 8cdfdf2", "commit/8cdfdf2"],
  ["tag v0.1.0", "releases/tag/v0.1.0"],
  ["tag release-0.1.0, LICENSE", "releases/tag/release-0.1.0"],
  ["CHANGES.md at 1.1.0", "blob/1.1.0/CHANGES.md"],
  ["docs/security/seccomp.md at v1.12.0", "blob/v1.12.0/docs/security/seccomp.md"],
  ["LICENSE at ebf045d", "blob/ebf045d/LICENSE"],
  ["README.md", "blob/HEAD/README.md"],
  ["README.md Used by", "blob/HEAD/README.md"],
  ["CHANGELOG.md, 0.1.0", "blob/HEAD/CHANGELOG.md"],
  ["LICENSE", "blob/HEAD/LICENSE"],
  ["00-RELEASENOTES at 5.0.0", "blob/5.0.0/00-RELEASENOTES"],
  ["templates/compose", "blob/HEAD/templates/compose"],
]) {
  test(`${locator} has an address of its own`, () => assert.equal(addressIn(MOBY, locator), `${MOBY}/${rest}`));
}

for (const locator of [
  "",
  "first commit",
  "source files",
  "first commit, 2011-06-03",
  "history",
  "Dev Tools",
  "5.1.2",
  "Content/Part 2/x.md",
]) {
  test(`"${locator}" names no commit, tag or file`, () => assert.equal(addressIn(MOBY, locator), null));
}

for (const url of [
  undefined,
  "https://thenewstack.io/moby",
  "https://github.com/moby",
  `${MOBY}/issues/1`,
  "javascript:alert(1)",
]) {
  test(`${url} is no repository`, () => assert.equal(addressIn(url, "README.md"), null));
}
