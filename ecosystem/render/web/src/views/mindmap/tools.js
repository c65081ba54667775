/** The mind map's own three buttons: cross-links, open all, fold all. */
import { word } from "../words.js";

/** @param {HTMLElement} root @param {{bundles: () => void, foldAll: (folded: boolean) => void}} actions */
export function createTools(root, actions) {
  const bar = document.createElement("div");
  bar.className = "view-tools";
  bar.setAttribute("role", "group");
  const button = (/** @type {() => void} */ act) => {
    const element = Object.assign(document.createElement("button"), { type: "button" });
    element.addEventListener("click", act);
    bar.append(element);
    return element;
  };
  const bundles = button(actions.bundles);
  const open = button(() => actions.foldAll(false));
  const fold = button(() => actions.foldAll(true));
  root.append(bar);
  return {
    /** @param {string} lang @param {boolean} shown */
    show(lang, shown) {
      bundles.textContent = word(lang, "arcs");
      bundles.title = word(lang, "arcsHint");
      bundles.setAttribute("aria-pressed", String(shown));
      open.textContent = word(lang, "openAll");
      fold.textContent = word(lang, "foldAll");
      bar.setAttribute("aria-label", word(lang, "arcs"));
    },
  };
}
