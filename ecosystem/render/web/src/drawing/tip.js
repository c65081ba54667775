/** One small text beside the pointer: what the mark under it says. */

/** @param {HTMLElement} root @returns {{show: (lines: string[], x: number, y: number) => void, hide: () => void}} */
export function createTip(root) {
  const tip = document.createElement("div");
  tip.className = "view-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  root.append(tip);
  let shown = "";
  return {
    show(lines, x, y) {
      const text = lines.join("\n");
      if (text !== shown) {
        tip.replaceChildren(
          ...lines.map((line) => Object.assign(document.createElement("div"), { textContent: line })),
        );
        shown = text;
      }
      tip.hidden = !text;
      const { clientWidth, clientHeight } = root;
      tip.style.left = `${Math.max(4, Math.min(x + 14, clientWidth - tip.offsetWidth - 6))}px`;
      tip.style.top = `${y + 18 + tip.offsetHeight > clientHeight ? Math.max(4, y - tip.offsetHeight - 10) : y + 18}px`;
    },
    hide() {
      tip.hidden = true;
    },
  };
}
