// A mind map as it is drawn from an outline: folded to two levels, fitted to the screen.
import { Transformer } from "markmap-lib";
import { Markmap } from "markmap-view";

const { outline } = JSON.parse(document.getElementById("graph").textContent);
const stage = document.getElementById("stage");
const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
svg.style.cssText = "width:100%;height:100%";
stage.append(svg);
const { root } = new Transformer([]).transform(outline);
Markmap.create(svg, { autoFit: true, duration: 0, initialExpandLevel: 2 }, root);
document.title = "done";
