/** What is seen of the network as one SVG document. */
import { legible, mix } from "../../drawing/colours.js";
import { halfPath, shapePath } from "../../drawing/shapes.js";
import { standalone, svg } from "../../drawing/svg.js";
import { COAST, groundOf, SHORE } from "./regions.js";
import { familyColour, leanOf, threads } from "./threads.js";

const round2 = (/** @type {number} */ value) => Math.round(value * 100) / 100;
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * @param {import("./field.js").Field} field @param {import("./bitmap.js").Dress} dress @param {import("./overlay.js").Window} view
 * @param {{labels: import("./overlay.js").Label[], lit: Set<number>, litEdges: Set<number>, title: string}} seen
 */
export function networkSvg(field, dress, view, seen) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => [
    round((x - view.x) * view.scale + view.width / 2),
    round((y - view.y) * view.scale + view.height / 2),
  ];
  const faded = seen.lit.size ? 0.16 : 1;
  const ground = svg("g", { opacity: faded }, ...groundPaths(field, dress, at, view.scale));
  const edges = svg("g", { fill: "none", opacity: faded });
  const litEdges = svg("g", { fill: "none", "stroke-width": 1.4 });
  const nodes = svg("g");
  const { model } = field;
  for (const { look, d } of threadPaths(field, dress, seen.litEdges, at))
    edges.append(
      svg("path", { d, stroke: look.colour, "stroke-opacity": round2(look.alpha), "stroke-width": look.width }),
    );
  for (const k of seen.litEdges)
    if (dress.edgeVisible[k] === 1)
      litEdges.append(svg("path", { d: edgePath(field, k, at), stroke: familyColour(model, k, dress.palette) }));
  for (const i of [...field.rank].reverse()) {
    const [x, y] = at(field.x[i], field.y[i]);
    if (!dress.visible[i] || x < -30 || y < -30 || x > view.width + 30 || y > view.height + 30) continue;
    const tone = legible(dress.colour(i), dress.palette.paper, 3);
    const dormant = dress.dormant(i);
    const ended = dormant || dress.gone(i);
    const opacity = dress.visible[i] === 2 ? 0.22 : seen.lit.size && !seen.lit.has(i) ? 0.16 : null;
    const shape = model.kindOf(i)?.shape ?? "dot";
    const radius = round(Math.max(1.6, field.radius[i] * view.scale));
    const d = shapePath(shape, radius, x, y);
    nodes.append(
      svg("path", {
        d,
        fill: ended ? mix(tone, dress.palette.paper, 0.82) : tone,
        stroke: ended ? tone : dress.palette.paper,
        opacity,
      }),
    );
    if (dormant) nodes.append(svg("path", { class: "half", d: halfPath(shape, radius, x, y), fill: tone, opacity }));
  }
  const labels = svg("g", { "text-anchor": "middle" });
  for (const label of seen.labels) {
    const attributes = {
      x: round(label.x),
      y: round(label.y + label.size * 0.35),
      "font-size": label.size,
      "font-weight": label.weight,
      fill: label.ink,
    };
    labels.append(
      svg(
        "text",
        {
          ...attributes,
          stroke: dress.palette.paper,
          "stroke-width": 4,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        },
        label.text,
      ),
    );
  }
  return standalone([ground, edges, litEdges, nodes, labels], view.width, view.height, dress.palette, seen.title);
}

/** The ground of the regions, coast first. @param {import("./field.js").Field} field @param {import("./bitmap.js").Dress} dress @param {(x: number, y: number) => number[]} at @param {number} scale */
function groundPaths(field, dress, at, scale) {
  return [0, 1].flatMap((which) =>
    dress.regions.map(({ top, nodes }) => {
      const reach = SHORE + (which ? 0 : COAST);
      const d = nodes.map((i) => {
        const [x, y] = at(field.x[i], field.y[i]);
        return shapePath("dot", round((field.radius[i] + reach) * scale), x, y);
      });
      return svg("path", { d: d.join(""), fill: groundOf(dress.ground(top), dress.palette)[which] });
    }),
  );
}

/** Threads that look alike, as one path each, the faintest first. @param {import("./field.js").Field} field @param {import("./bitmap.js").Dress} dress @param {Set<number>} lit @param {(x: number, y: number) => number[]} at */
function threadPaths(field, dress, lit, at) {
  const found = threads(field, dress, field.box).map(([look, edges]) => ({
    look,
    d: edges
      .filter((k) => !lit.has(k))
      .map((k) => edgePath(field, k, at, leanOf(field)))
      .join(""),
  }));
  return found.filter(({ d }) => d);
}

/** @param {import("./field.js").Field} field @param {number} k @param {(x: number, y: number) => number[]} at @param {number} [lean] */
function edgePath(field, k, at, lean) {
  const { model, x, y } = field;
  const from = at(x[model.source[k]], y[model.source[k]]).join(" ");
  const to = at(x[model.target[k]], y[model.target[k]]).join(" ");
  const bend = field.bend(k, lean);
  return bend ? `M${from}C${at(bend[0], bend[1]).join(" ")} ${at(bend[2], bend[3]).join(" ")} ${to}` : `M${from}L${to}`;
}
