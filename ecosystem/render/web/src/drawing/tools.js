/** A view's own few buttons, in the corner of the picture. */
import { word } from "../views/words.js";

/** Room for the buttons at the top. */
export const TOOLS = 40;

/**
 * @param {HTMLElement} root @param {[string, () => void][]} buttons key of the word, and what it does
 * @returns {{show: (lang: string, label: string, pressed: boolean[]) => void}} `pressed`: for the buttons that are switches
 */
export function createTools(root, buttons) {
  const bar = document.createElement("div");
  bar.className = "view-tools";
  bar.setAttribute("role", "group");
  const made = buttons.map(([, act]) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.addEventListener("click", act);
    return button;
  });
  bar.append(...made);
  root.append(bar);
  return {
    show(lang, label, pressed) {
      bar.setAttribute("aria-label", word(lang, label));
      made.forEach((button, at) => {
        button.textContent = word(lang, buttons[at][0]);
        if (at < pressed.length) button.setAttribute("aria-pressed", String(pressed[at]));
      });
    },
  };
}
