/** How much of a view can be seen: on a phone the panel is a sheet that covers its lower part. */

/** @param {HTMLElement} root @returns {{clientWidth: number, clientHeight: number}} */
export function freePart(root) {
  const { clientWidth, clientHeight } = root;
  const panel = /** @type {HTMLElement | null} */ (document.querySelector("body.panel-open .panel"));
  if (!panel || panel.offsetWidth < clientWidth * 0.9) return { clientWidth, clientHeight };
  const covered = root.getBoundingClientRect().bottom - (window.innerHeight - panel.offsetHeight);
  return { clientWidth, clientHeight: Math.max(120, clientHeight - Math.max(0, covered)) };
}
