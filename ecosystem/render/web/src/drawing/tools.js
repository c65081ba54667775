/** A view's own few buttons, in the corner of the picture. */
import { put, setText } from "../dom.js";
import { word } from "../views/words.js";
import { typeSize } from "./size.js";

/** How high the row of buttons over a picture is (views.css), as large as the page's type. */
export const toolsRoom = () => Math.round(2.75 * typeSize());

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
      put(bar, "aria-label", word(lang, label));
      made.forEach((button, at) => {
        setText(button, word(lang, buttons[at][0]));
        if (at < pressed.length) put(button, "aria-pressed", String(pressed[at]));
      });
    },
  };
}
