/** Where the page begins: unpack the data, read the address, draw. */

import { App } from "./app.js";
import { nextFrame } from "./dom.js";
import { connectHost } from "./host.js";
import { inflate, Model } from "./model.js";
import { initialState } from "./state.js";
import { Store } from "./store.js";
import { nextTask } from "./work.js";

/** The reader's language if the page speaks it, otherwise the page's own. @returns {import("./types.js").Language} */
function preferredLanguage() {
  const spoken = navigator.languages
    ?.map((language) => language.slice(0, 2))
    .find((language) => language === "en" || language === "zh");
  return /** @type {import("./types.js").Language} */ (
    spoken ?? (document.documentElement.lang.startsWith("zh") ? "zh" : "en")
  );
}

async function start() {
  await nextTask(); // The browser has just read the whole file.
  const root = /** @type {HTMLElement} */ (document.getElementById("app"));
  const block = /** @type {HTMLElement} */ (document.getElementById("map-data"));
  const model = new Model(await inflate(block.textContent ?? ""));
  block.remove();
  await nextFrame();
  const { view, asOf, against, language } = model.map;
  const state = initialState({
    lang: language ?? preferredLanguage(),
    view: view ?? "mindmap",
    date: asOf ?? null,
    against: against ?? null,
  });
  const store = new Store(state, window);
  connectHost(store, (id) => model.index.has(id), window);
  const app = new App(model, store, root);
  await nextFrame();
  await app.open();
  document.body.classList.add("ready");
  store.tidy();
  app.tellLost();
  app.search.prepare();
}

start();
