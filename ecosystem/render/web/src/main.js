/** Where the page begins: unpack the data, read the address, draw. */

import { App } from "./app.js";
import { nextFrame } from "./dom.js";
import { connectHost } from "./host.js";
import { inflate, Model } from "./model.js";
import { SceneMaker } from "./scene.js";
import { SearchIndex } from "./search.js";
import { initialState, onMap } from "./state.js";
import { Store } from "./store.js";
import { tellLinked } from "./storybar.js";
import { written } from "./twin.js";
import { finished, nextTask } from "./work.js";

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
  const payload = await inflate(block.textContent ?? "");
  block.remove();
  await nextTask();
  const model = new Model(payload);
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
  store.complete = (linked) => {
    const { state, lost } = onMap(linked, (id) => model.index.has(id));
    store.lost.push(...lost);
    return tellLinked(state, model.story);
  };
  store.change(store.complete, { step: false });
  const maker = new SceneMaker(model, new SearchIndex(model));
  await nextTask();
  maker.scene(store.state); // It remembers most of this, so that the page can be made in another task.
  await nextTask();
  const app = new App(model, store, root, maker);
  await nextFrame();
  await app.open();
  document.body.classList.add("ready");
  store.tidy();
  app.tellLost();
  app.search.prepare();
}

/** A browser that lacks something the page needs still has the map in words. @param {unknown} error */
function readable(error) {
  const twin = document.getElementById("twin");
  if (twin) finished(written(twin, document.documentElement.lang));
  throw error;
}

start().catch(readable);
