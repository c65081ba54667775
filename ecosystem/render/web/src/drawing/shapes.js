/** The shapes of kinds, for SVG, canvas and boxes of the page, drawn to the same visual weight. */

/** @type {Record<string, number[]>} corners on a unit circle's scale, x then y */
export const CORNERS = {
  square: [-0.86, -0.86, 0.86, -0.86, 0.86, 0.86, -0.86, 0.86],
  box: [-1.1, -0.7, 1.1, -0.7, 1.1, 0.7, -1.1, 0.7],
  diamond: [0, -1.18, 1.18, 0, 0, 1.18, -1.18, 0],
  triangle: [0, -1.1, 1.08, 0.8, -1.08, 0.8],
  triangleDown: [0, 1.1, 1.08, -0.8, -1.08, -0.8],
  hexagon: [-0.55, -0.95, 0.55, -0.95, 1.1, 0, 0.55, 0.95, -0.55, 0.95, -1.1, 0],
  star: star(5, 1.22, 0.56),
  spark: star(4, 1.35, 0.5),
  pawn: [
    -1, 1.15, -0.85, 0.4, -0.22, -0.06, -0.52, -0.4, -0.52, -0.85, -0.22, -1.15, 0.22, -1.15, 0.52, -0.85, 0.52, -0.4,
    0.22, -0.06, 0.85, 0.4, 1, 1.15,
  ],
  arrow: [-1.15, -0.7, 0.3, -0.7, 1.2, 0, 0.3, 0.7, -1.15, 0.7],
  page: [-0.75, -1.1, 0.2, -1.1, 0.8, -0.5, 0.8, 1.1, -0.75, 1.1],
  bowtie: [-1.15, -0.9, 0, -0.22, 1.15, -0.9, 1.15, 0.9, 0, 0.22, -1.15, 0.9],
  slant: [-0.4, -0.8, 1.25, -0.8, 0.4, 0.8, -1.25, 0.8],
  shield: [-0.9, -1, 0.9, -1, 0.9, 0.2, 0, 1.15, -0.9, 0.2],
  pin: [0, 1.25, -0.55, 0.3, -0.8, -0.2, -0.7, -0.75, -0.25, -1.1, 0.25, -1.1, 0.7, -0.75, 0.8, -0.2, 0.55, 0.3],
  plus: [
    -0.38, -1.1, 0.38, -1.1, 0.38, -0.38, 1.1, -0.38, 1.1, 0.38, 0.38, 0.38, 0.38, 1.1, -0.38, 1.1, -0.38, 0.38, -1.1,
    0.38, -1.1, -0.38, -0.38, -0.38,
  ],
};

function star(/** @type {number} */ rays, /** @type {number} */ outer, /** @type {number} */ inner) {
  const corners = [];
  for (let at = 0; at < rays * 2; at++) {
    const angle = -Math.PI / 2 + (at * Math.PI) / rays;
    const radius = at % 2 ? inner : outer;
    corners.push(Math.cos(angle) * radius, Math.sin(angle) * radius);
  }
  return corners;
}

/** Their lower halves: the sign of what is dormant. @type {Record<string, number[]>} */
const HALVES = Object.fromEntries(Object.entries(CORNERS).map(([shape, corners]) => [shape, below(corners)]));

/** The part of a polygon under the middle, by Sutherland and Hodgman. @param {number[]} corners */
function below(corners) {
  const kept = [];
  for (let c = 0; c < corners.length; c += 2) {
    const [x, y] = [corners[c], corners[c + 1]];
    const [x1, y1] = [corners[(c + 2) % corners.length], corners[(c + 3) % corners.length]];
    if (y >= 0) kept.push(x, y);
    if (y < 0 !== y1 < 0) kept.push(x + ((x1 - x) * y) / (y - y1), 0);
  }
  return kept;
}

/** The lower half of a shape, as an SVG path around (x, y). @param {string} shape @param {number} radius @param {number} [x] @param {number} [y] */
export function halfPath(shape, radius, x = 0, y = 0) {
  const corners = HALVES[shape];
  if (corners) return polygon(corners, radius, x, y);
  return `M${at(x - radius)} ${at(y)}a${radius} ${radius} 0 0 0 ${2 * radius} 0z`;
}

/** Add the lower half of a shape to a canvas path. @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {string} shape @param {number} x @param {number} y @param {number} radius */
export function traceHalf(context, shape, x, y, radius) {
  const corners = HALVES[shape];
  context.moveTo(x + (corners?.[0] ?? 1) * radius, y + (corners?.[1] ?? 0) * radius);
  if (!corners) context.arc(x, y, radius, 0, Math.PI);
  else for (let c = 2; c < corners.length; c += 2) context.lineTo(x + corners[c] * radius, y + corners[c + 1] * radius);
  context.closePath();
}

const at = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/** @param {number[]} corners @param {number} radius @param {number} x @param {number} y */
function polygon(corners, radius, x, y) {
  let path = "";
  for (let c = 0; c < corners.length; c += 2)
    path += `${c ? "L" : "M"}${at(x + corners[c] * radius)} ${at(y + corners[c + 1] * radius)}`;
  return `${path}z`;
}

/** An SVG path around (x, y). @param {string} shape @param {number} radius @param {number} [x] @param {number} [y] */
export function shapePath(shape, radius, x = 0, y = 0) {
  const corners = CORNERS[shape];
  if (!corners)
    return `M${at(x - radius)} ${at(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  return polygon(corners, radius, x, y);
}

/** Add a shape to a canvas path. @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {string} shape */
export function traceShape(context, shape, x = 0, y = 0, radius = 1) {
  const corners = CORNERS[shape];
  if (!corners) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 6.2832);
    return;
  }
  context.moveTo(x + corners[0] * radius, y + corners[1] * radius);
  for (let c = 2; c < corners.length; c += 2) context.lineTo(x + corners[c] * radius, y + corners[c + 1] * radius);
  context.closePath();
}
