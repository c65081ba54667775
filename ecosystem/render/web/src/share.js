/** What can be taken away from the page: a link, files, a printed sheet. */

import { asCsv, asJson, asPng, chosenNodes, download } from "./export.js";
import { asPoster } from "./poster.js";

/** @typedef {import("./app.js").App} App */

/** Where the head of the page has no room for these two. */
const SMALL = "(max-width: 40rem)";

/** @param {App} app @returns {import("./menu.js").Entry[]} */
function historyMenu({ store }) {
  const shown = () => matchMedia(SMALL).matches;
  return [
    { icon: "undo", key: "tool.undo", shown, enabled: () => store.canUndo, run: () => store.undo() },
    { icon: "redo", key: "tool.redo", shown, enabled: () => store.canRedo, run: () => store.redo() },
  ];
}

/** @param {App} app @returns {import("./menu.js").Entry[]} */
export function shareMenu(app) {
  const name = () => `${app.model.map.id || "map"}-${app.store.state.view}`;
  const picture = () => asPoster(app.view?.svg() ?? "", app);
  const entries = () => app.text("share.entries", chosenNodes(app.scene).length);
  const drawn = () => app.store.state.view !== "table";
  return [
    ...historyMenu(app),
    { icon: "link", key: "share.link", run: () => copyLink(app) },
    { icon: "story", key: "share.embed", run: () => copyEmbed(app) },
    {
      icon: "download",
      key: "share.svg",
      enabled: drawn,
      run: () => download(picture(), "image/svg+xml", `${name()}.svg`),
    },
    {
      icon: "download",
      key: "share.png",
      enabled: drawn,
      run: () => savePng(app, picture(), `${name()}.png`),
    },
    {
      icon: "download",
      key: "share.csv",
      note: entries,
      run: () => download(asCsv(app.model, app.scene), "text/csv;charset=utf-8", `${name()}.csv`),
    },
    {
      icon: "download",
      key: "share.json",
      note: entries,
      run: () => download(asJson(app.model, app.scene), "application/json", `${name()}.json`),
    },
    { icon: "print", key: "share.print", run: () => window.print() },
    { icon: "table", key: "share.text", run: () => app.frame.readAsText() },
  ];
}

/** Who gets less than there is hears of it. @param {App} app @param {string} picture @param {string} name */
async function savePng(app, picture, name) {
  const { blob, factor } = await asPng(picture);
  download(blob, "image/png", name);
  if (factor < 1) app.notify(app.text("share.smaller", Math.floor(100 * factor)));
}

/** @param {App} app */
const copyLink = (app) => copy(app, app.store.address, "share.copied");

/** A frame for other pages. @param {App} app */
function copyEmbed(app) {
  const address = `${app.store.address}&embed`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return copy(
    app,
    `<iframe src="${address}" width="960" height="600" title="${app.title().replaceAll('"', "&quot;")}"></iframe>`,
    "share.embedded",
  );
}

/** @param {App} app @param {string} words @param {string} done */
async function copy(app, words, done) {
  try {
    await navigator.clipboard.writeText(words);
    app.notify(app.text(done));
  } catch {
    app.offer(words);
  }
}
