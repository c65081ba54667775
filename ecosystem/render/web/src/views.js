/** The views by name. */

import { createView as table } from "./table.js";
import { createView as landscape } from "./views/landscape.js";
import { createView as mindmap } from "./views/mindmap.js";
import { createView as network } from "./views/network.js";
import { createView as timeline } from "./views/timeline.js";

/** @typedef {(root: HTMLElement, model: import("./types.js").Model, actions: import("./types.js").Actions) => import("./types.js").View} Maker */

/** @type {Record<import("./types.js").ViewName, Maker>} */
const VIEWS = { mindmap, network, landscape, timeline, table };

/** @param {string} name */
export const hasView = (name) => Object.hasOwn(VIEWS, name);

/** @param {import("./types.js").ViewName} name @param {HTMLElement} root @param {import("./types.js").Model} model @param {import("./types.js").Actions} actions */
export const createView = (name, root, model, actions) => VIEWS[name](root, model, actions);
