/**
 * The map in words. Its parts stand in `noscript`: where scripts run, the browser keeps them as they are, and takes none of the time
 * for thousands of elements that hardly anyone sees. Whoever wants to read them has them made then.
 */

/** Make the parts, one a step, those in a language first. @param {Element} twin @param {string} language @returns {Generator<void, void>} */
export function* written(twin, language) {
  const parser = new DOMParser();
  for (const which of [`[data-language="${language}"] noscript`, "noscript"])
    for (const part of twin.querySelectorAll(which)) {
      part.replaceWith(...parser.parseFromString(part.textContent ?? "", "text/html").body.childNodes);
      yield;
    }
}
