/** Shift and drag draws a box; the view is told when it is done. The press does not reach the library below. */

/** @param {HTMLElement} stage @param {(box: {x0: number, y0: number, x1: number, y1: number}) => void} done */
export function attachBrush(stage, done) {
  const frame = Object.assign(document.createElement("div"), { className: "network-brush", hidden: true });
  stage.append(frame);
  /** @type {[number, number] | null} */
  let origin = null;

  const boxAt = (/** @type {PointerEvent} */ event) => {
    const { left, top } = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const [ox, oy] = origin ?? [x, y];
    return { x0: Math.min(x, ox), y0: Math.min(y, oy), x1: Math.max(x, ox), y1: Math.max(y, oy) };
  };
  const down = (/** @type {PointerEvent} */ event) => {
    if (!event.shiftKey || event.button !== 0) return;
    event.stopPropagation();
    const { left, top } = stage.getBoundingClientRect();
    origin = [event.clientX - left, event.clientY - top];
    stage.setPointerCapture(event.pointerId);
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (!origin) return;
    event.stopPropagation();
    const box = boxAt(event);
    frame.hidden = false;
    Object.assign(frame.style, {
      left: `${box.x0}px`,
      top: `${box.y0}px`,
      width: `${box.x1 - box.x0}px`,
      height: `${box.y1 - box.y0}px`,
    });
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!origin) return;
    event.stopPropagation();
    const box = boxAt(event);
    origin = null;
    frame.hidden = true;
    if (box.x1 - box.x0 > 6 && box.y1 - box.y0 > 6) done(box);
  };
  stage.addEventListener("pointerdown", down, { capture: true });
  stage.addEventListener("pointermove", move, { capture: true });
  stage.addEventListener("pointerup", up, { capture: true });
  return () => {
    stage.removeEventListener("pointerdown", down, { capture: true });
    stage.removeEventListener("pointermove", move, { capture: true });
    stage.removeEventListener("pointerup", up, { capture: true });
  };
}
