/**
 * Mouse, touch and trackpad move a camera: drag pans, wheel zooms, two fingers pinch. A press that does not move stays a click.
 * @typedef {import("./camera.js").Camera} Camera
 */
import { panned, zoomed } from "./camera.js";

const SLACK = 5;

/**
 * @param {HTMLElement | SVGElement} surface
 * @param {{get: () => Camera, set: (camera: Camera, moving: boolean) => void, limits?: [number, number],
 *          brush?: (box: {x0: number, y0: number, x1: number, y1: number}, done: boolean) => void}} camera
 * @returns {() => void} takes the listeners away
 */
export function attachGestures(surface, camera) {
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let dragging = false;
  /** @type {{x: number, y: number} | null} */
  let origin = null;
  let brushing = false;

  const at = (/** @type {MouseEvent} */ event) => {
    const frame = surface.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };

  /** @param {PointerEvent} event */
  const down = (event) => {
    if (event.button > 1) return;
    fingers.set(event.pointerId, at(event));
    origin = at(event);
    dragging = fingers.size > 1;
    brushing = Boolean(camera.brush) && event.shiftKey && fingers.size === 1;
  };

  /** @param {PointerEvent} event */
  const move = (event) => {
    const before = fingers.get(event.pointerId);
    if (!before || !origin) return;
    const now = at(event);
    if (!dragging && Math.hypot(now.x - origin.x, now.y - origin.y) < SLACK) return;
    if (!dragging) {
      dragging = true;
      surface.setPointerCapture(event.pointerId);
    }
    if (brushing) camera.brush?.(boxOf(origin, now), false);
    else if (fingers.size === 2) camera.set(pinched(camera.get(), fingers, event.pointerId, now, camera.limits), true);
    else camera.set(panned(camera.get(), now.x - before.x, now.y - before.y), true);
    fingers.set(event.pointerId, now);
  };

  /** @param {PointerEvent} event */
  const up = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (!dragging) return;
    if (brushing && origin) camera.brush?.(boxOf(origin, at(event)), true);
    if (fingers.size === 0) {
      dragging = false;
      swallowClick(surface);
      if (!brushing) camera.set(camera.get(), false);
    }
    brushing = false;
  };

  let settle = 0;
  /** @param {WheelEvent} event */
  const wheel = (event) => {
    event.preventDefault();
    const { x, y } = at(event);
    const step = event.deltaMode === 1 ? 24 : event.deltaMode === 2 ? 240 : 1;
    if (event.shiftKey) camera.set(panned(camera.get(), -(event.deltaX + event.deltaY) * step, 0), true);
    else {
      const speed = event.ctrlKey ? 0.01 : 0.0018;
      const factor = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * step)) * speed);
      camera.set(zoomed(camera.get(), factor, x, y, camera.limits), true);
    }
    clearTimeout(settle);
    settle = window.setTimeout(() => camera.set(camera.get(), false), 140);
  };

  const element = /** @type {HTMLElement} */ (surface);
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("wheel", wheel, { passive: false });
  return () => {
    clearTimeout(settle);
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", up);
    element.removeEventListener("wheel", wheel);
  };
}

/**
 * Two fingers keep the world points that they touched.
 * @param {Camera} camera @param {Map<number, {x: number, y: number}>} fingers @param {number} moved
 * @param {{x: number, y: number}} now @param {[number, number]} [limits]
 */
export function pinched(camera, fingers, moved, now, limits) {
  const [still] = [...fingers].filter(([id]) => id !== moved).map(([, point]) => point);
  const before = fingers.get(moved);
  if (!still || !before) return camera;
  const factor =
    Math.hypot(now.x - still.x, now.y - still.y) / Math.max(1, Math.hypot(before.x - still.x, before.y - still.y));
  const centre = { x: (before.x + still.x) / 2, y: (before.y + still.y) / 2 };
  const scaled = zoomed(camera, factor, centre.x, centre.y, limits);
  return panned(scaled, (now.x - before.x) / 2, (now.y - before.y) / 2);
}

function boxOf(/** @type {{x: number, y: number}} */ a, /** @type {{x: number, y: number}} */ b) {
  return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
}

/** The click that a browser sends after a drag means nothing. @param {HTMLElement | SVGElement} surface */
function swallowClick(surface) {
  const stop = (/** @type {Event} */ event) => event.stopPropagation();
  surface.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => surface.removeEventListener("click", stop, { capture: true }), 60);
}

/** The wheel with Ctrl, or two fingers on a touchpad, zoom what scrolls otherwise. @param {HTMLElement} element @param {(factor: number) => void} zoom */
export function zoomWithWheel(element, zoom) {
  const turn = (/** @type {WheelEvent} */ event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.004));
  };
  element.addEventListener("wheel", turn, { passive: false });
}
