// Gephi's layout (ForceAtlas2, its inferred settings) and the renderer of Gephi Lite: size by degree, colour by kind, as its users set them.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";

const { nodes, edges } = JSON.parse(document.getElementById("graph").textContent);
const hues = ["#e41a1c", "#377eb8", "#4daf4a", "#984ea3", "#ff7f00", "#a65628", "#f781bf", "#999999", "#66c2a5", "#8da0cb"];
const kinds = [...new Set(nodes.map((node) => node.kind))];
const graph = new Graph({ multi: true });
nodes.forEach(({ id, name, kind }, i) => {
  const angle = i * 2.399963;
  graph.addNode(id, {
    label: name,
    x: Math.sqrt(i) * Math.cos(angle),
    y: Math.sqrt(i) * Math.sin(angle),
    color: hues[kinds.indexOf(kind) % hues.length],
  });
});
for (const { source, target } of edges) graph.addEdge(source, target, { color: "#cccccc", size: 0.5 });
graph.forEachNode((node) => graph.setNodeAttribute(node, "size", 1.5 + 0.8 * Math.sqrt(graph.degree(node))));
forceAtlas2.assign(graph, { iterations: 400, settings: forceAtlas2.inferSettings(graph) });
new Sigma(graph, document.getElementById("stage"));
document.title = "done";
