// Cosmograph's engine with its default forces; it draws no labels by itself. Fitted to the screen when the simulation ends, or after 40 s.
import { Graph } from "@cosmos.gl/graph";

const { nodes, edges } = JSON.parse(document.getElementById("graph").textContent);
const place = new Map(nodes.map(({ id }, i) => [id, i]));
const done = () => {
  graph.fitView(0);
  setTimeout(() => {
    document.title = "done";
  }, 2000);
};
const graph = new Graph(document.getElementById("stage"), { enableDrag: false, onSimulationEnd: done });
const spread = nodes.flatMap((_, i) => [i * 2.399963, Math.sqrt(i) * 20]);
const at = (i, turn) => 2048 + spread[2 * i + 1] * turn(spread[2 * i]);
graph.setPointPositions(Float32Array.from(nodes.flatMap((_, i) => [at(i, Math.cos), at(i, Math.sin)])));
graph.setLinks(Float32Array.from(edges.flatMap(({ source, target }) => [place.get(source), place.get(target)])));
graph.render();
setTimeout(done, 40_000);
