/** Where in a repository a citation stands: a commit, a tag or a file has an address of its own. */

const REPOSITORY = /^https:\/\/github\.com\/[^/?#]+\/[^/?#]+$/;
const FILE_AT = /^(\S+) at ([^\s,]+)/;
const TAG = /^tag ([^\s,]+)/;
const COMMIT = /\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/;
const FILE = /^[\w.@+-]+(\/[\w.@+-]+)*$/;
const NAMED_LIKE_A_FILE = /[a-z]\.\w{1,5}$|\/|[A-Z]{4,}/;

/** @param {string} text */
const isFile = (text) => FILE.test(text) && NAMED_LIKE_A_FILE.test(text);

/**
 * The address of what a locator names in a repository on GitHub; nothing where it names no such thing.
 * @param {string | undefined} repository @param {string} locator
 * @returns {string | null}
 */
export function addressIn(repository, locator) {
  if (!repository || !REPOSITORY.test(repository)) return null;
  const [, at, version] = FILE_AT.exec(locator) ?? [];
  if (at && isFile(at)) return `${repository}/blob/${version}/${at}`;
  const tag = TAG.exec(locator)?.[1];
  if (tag) return `${repository}/releases/tag/${tag}`;
  const commit = COMMIT.exec(locator)?.[0];
  if (commit) return `${repository}/commit/${commit}`;
  const file = locator.split(/,? /, 1)[0];
  const whole = file === locator || /\.\w{1,5}$/.test(file);
  return whole && isFile(file) ? `${repository}/blob/HEAD/${file}` : null;
}
