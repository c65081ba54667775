/** Elements made from text and attributes, never from markup. */

/** @typedef {Node | string | number | null | undefined | false} Child */

const ADDRESS = /^https?:\/\//i;
const SVG = "http://www.w3.org/2000/svg";

/** Whether a link may lead there. @param {unknown} url @returns {url is string} */
export const isWebAddress = (url) => typeof url === "string" && ADDRESS.test(url);

/**
 * An element. `on` holds event listeners, `vars` CSS custom properties, `class` is what it says, a boolean sets or leaves
 * out an attribute, and everything else is an attribute. `href` is dropped unless it is a web address.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...flat(children));
  return element;
}

/** @param {Element} element @param {string} name @param {any} value */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  else if (name === "vars") setVariables(/** @type {HTMLElement} */ (element), value);
  else if (name === "href" && !isWebAddress(value)) return;
  else if (!name.startsWith("on")) element.setAttribute(name, value === true ? "" : String(value));
}

/** @param {HTMLElement} element @param {Record<string, string | number>} variables */
function setVariables(element, variables) {
  for (const [name, value] of Object.entries(variables)) element.style.setProperty(`--${name}`, String(value));
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function flat(children) {
  const present = children.flat().filter((child) => child !== null && child !== undefined && child !== false);
  return present.map((child) => (child instanceof Node ? child : String(child)));
}

/** Replace what an element holds. @param {Element} element @param {...(Child | Child[])} children */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
}

/** Make these what an element holds; those that stand in the right order already are left alone. @param {Element} element @param {Element[]} children */
export function arrange(element, children) {
  const wanted = new Set(children);
  for (const child of [...element.children]) if (!wanted.has(child)) child.remove();
  let next = element.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else element.insertBefore(child, next);
  }
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...Node} children @returns {SVGElement} */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A link to the outside; plain text where the address is none. @param {string | null} url @param {...(Child | Child[])} children */
export function outward(url, ...children) {
  if (!isWebAddress(url)) return h("span", {}, ...children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** Set text only where it differs, so that nothing is drawn again in vain. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Set an attribute only where it differs: browsers look at styles again even when it is the same. @param {Element} element @param {string} name @param {string} value */
export function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Name a tool for those who cannot see its icon; those who can see the name in a tip (`tooltip.js`), which a `title` would have said twice. @param {HTMLElement} element @param {string} name */
export function nameTool(element, name) {
  put(element, "aria-label", name);
  put(element, "data-tooltip", name);
}

/** A promise for the browser's next free moment after it has drawn. */
export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * Let the browser work out styles, then where everything stands, in steps of their own: after a large change these take longer than
 * the painting, which is left for the frame. @param {HTMLElement} element @returns {Generator<unknown, void>}
 */
export function* settling(element) {
  yield getComputedStyle(element).color;
  yield element.offsetHeight;
}
