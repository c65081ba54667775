/** SVG elements from plain values. Text only ever becomes text. */

const SPACE = "http://www.w3.org/2000/svg";

/**
 * @param {string} name @param {Record<string, string | number | null | undefined>} [attributes] @param {...(Element | string)} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Set attributes where they differ; null takes one away. @param {Element} element @param {Record<string, string | number | null | undefined>} attributes */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === null || value === undefined ? null : String(value);
    if (element.getAttribute(name) === text) continue;
    if (text === null) element.removeAttribute(name);
    else element.setAttribute(name, text);
  }
}

/** The font of all pictures: whatever the system has, Chinese included. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them, however they are written.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An SVG document as text, without characters that no XML may hold. @param {Element} root */
export const written = (root) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root).replace(NO_XML, "")}\n`;

/**
 * A picture that stands alone: its own ground, size and font, and nothing that only a page could explain.
 * @param {Element[]} content @param {number} width @param {number} height @param {{paper: string}} palette @param {string} title
 */
export function standalone(content, width, height, palette, title) {
  const root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT, role: "img" });
  root.append(svg("title", {}, title), svg("rect", { width, height, fill: palette.paper }));
  root.append(...content.map((element) => /** @type {Element} */ (element.cloneNode(true))));
  for (const element of root.querySelectorAll("[data-live]")) element.remove();
  for (const element of root.querySelectorAll("*")) {
    for (const name of ["class", "tabindex", "id", "style"]) element.removeAttribute(name);
    for (const name of element.getAttributeNames())
      if (name.startsWith("aria-") || name.startsWith("data-") || (name === "role" && element !== root))
        element.removeAttribute(name);
  }
  return written(root);
}
