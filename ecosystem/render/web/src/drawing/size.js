/** How much larger than on a desk everything is to be: the page's own type grows on a wall, and pictures grow with it. */

/** @returns {number} 1 to 1.7 */
export function textScale() {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 15.5;
  return Math.min(1.7, Math.max(1, size / 15.5));
}
