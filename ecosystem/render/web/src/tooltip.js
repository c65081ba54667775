/** The name of a tool beside it, for who points at it or comes to it by keyboard: seen only, because it says the name again. */

import { h, setText } from "./dom.js";

const GAP = 6;

/** Where a tip stands: below its tool, or above where there is no room, and within the window. @param {DOMRect} tool @param {{width: number, height: number}} tip @param {{width: number, height: number}} room */
export function placeOf(tool, tip, room) {
  const middle = tool.left + tool.width / 2 - tip.width / 2;
  const left = Math.max(GAP, Math.min(room.width - tip.width - GAP, middle));
  const below = tool.bottom + GAP;
  return { left, top: below + tip.height <= room.height ? below : tool.top - tip.height - GAP };
}

/** @param {HTMLElement} root */
export function createTooltip(root) {
  const tip = h("div", { class: "tooltip", "aria-hidden": "true" });
  root.append(tip);
  const hide = () => tip.classList.remove("shown");
  const show = (/** @type {Event} */ event) => {
    const tool = /** @type {Element} */ (event.target).closest?.("[data-tooltip]");
    if (!tool || (event instanceof PointerEvent && event.pointerType === "touch")) return hide();
    if (event.type === "focusin" && !tool.matches(":focus-visible")) return hide();
    setText(tip, tool.getAttribute("data-tooltip") ?? "");
    const place = placeOf(tool.getBoundingClientRect(), tip.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    tip.style.translate = `${Math.round(place.left)}px ${Math.round(place.top)}px`;
    tip.classList.add("shown");
  };
  for (const event of ["pointerover", "focusin"]) root.addEventListener(event, show);
  for (const event of ["pointerdown", "focusout", "pointerleave"]) root.addEventListener(event, hide);
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
