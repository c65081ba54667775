/** Movement that ends: short, eased, and none at all for people who asked for less of it. */

export function reducedMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @param {number} t */
export function eased(t) {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
}

/**
 * Call `step` with 0 to 1 over `duration` milliseconds; at once with 1 when motion is reduced.
 * @param {number} duration @param {(t: number) => void} step @returns {() => void} stops it
 */
export function animate(duration, step) {
  if (reducedMotion() || duration <= 0) {
    step(1);
    return () => {};
  }
  const start = performance.now();
  let frame = requestAnimationFrame(function tick(now) {
    const t = Math.min(1, Math.max(0, (now - start) / duration));
    step(t === 1 ? 1 : eased(t));
    if (t < 1) frame = requestAnimationFrame(tick);
  });
  return () => cancelAnimationFrame(frame);
}
