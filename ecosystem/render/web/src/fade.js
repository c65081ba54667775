/** A row that scrolls sideways fades at an end beyond which there is more. */

/** @param {HTMLElement} row @param {string} end @param {boolean} more */
function tell(row, end, more) {
  if (row.classList.contains(end) !== more) row.classList.toggle(end, more);
}

/** @template {HTMLElement} T @param {T} row @returns {T} */
export function fading(row) {
  row.classList.add("fading");
  const look = () => {
    const { scrollLeft, scrollWidth, clientWidth } = row;
    tell(row, "more-before", scrollLeft > 2);
    tell(row, "more-after", scrollLeft + clientWidth < scrollWidth - 2);
  };
  row.addEventListener("scroll", look, { passive: true });
  const sizes = new ResizeObserver(look);
  for (const one of [row, ...row.children]) sizes.observe(one);
  return row;
}
