/** Sizes, known without asking the browser to lay the page out: it tells when they change. */

/** @typedef {{clientWidth: number, clientHeight: number}} Size */

/** @type {WeakMap<Element, Size>} */
const sizes = new WeakMap();
/** Made first of all, so that it is told first of all. */
const observer =
  typeof ResizeObserver === "undefined"
    ? null
    : new ResizeObserver((entries) => {
        for (const { target } of entries)
          sizes.set(target, { clientWidth: target.clientWidth, clientHeight: target.clientHeight });
      });

/** The size of an element inside its border; one that is not shown has none. @param {HTMLElement} element @returns {Size} */
export function sizeOf(element) {
  const known = sizes.get(element);
  if (known?.clientWidth) return known;
  const size = { clientWidth: element.clientWidth, clientHeight: element.clientHeight };
  if (!known) observer?.observe(element);
  sizes.set(element, size);
  return size;
}

/** @type {number | undefined} */
let type;

const forget = () => {
  type = undefined;
};

/** The size of the page's own type in pixels: it grows on a wall. */
export function typeSize() {
  if (type === undefined) {
    type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 15.5;
    for (const event of ["resize", "beforeprint", "afterprint"]) addEventListener(event, forget);
  }
  return type;
}

/** How much larger than on a desk everything is to be: pictures grow with the page's type. @returns {number} 1 to 1.7 */
export function textScale() {
  return Math.min(1.7, Math.max(1, typeSize() / 15.5));
}
