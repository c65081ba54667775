/** What the reader settled for good, in the browser's memory where a file may use it; otherwise until the page is closed. */

const PREFIX = "ecosystem.";

/** @type {Map<string, string>} */
const here = new Map();

/** The browser may refuse even to say whether there is a memory. @returns {Storage | null} */
function memory() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @param {string} name @returns {string | null} */
export function setting(name) {
  if (here.has(name)) return here.get(name) ?? null;
  try {
    return memory()?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function settle(name, value) {
  here.set(name, value);
  try {
    memory()?.setItem(PREFIX + name, value);
  } catch {
    // It holds until the page is closed.
  }
}

/** Whether keys without Ctrl, Alt or Cmd are shortcuts: speech input and slips of the hand set them off. */
export const singleKeys = () => setting("keys") !== "off";

/** @param {boolean} on */
export const useSingleKeys = (on) => settle("keys", on ? "on" : "off");
