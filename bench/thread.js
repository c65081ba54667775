// What keeps the main thread: every task of 50 ms or more, and how long one change takes until it is drawn.
window.thread = { tasks: [] };
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.thread.tasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

// From a quiet moment: milliseconds of script in a change, and until the frame that shows it is done. The change may put off
// what it does to the next frame; then the script of that frame counts as drawing.
window.thread.change = (change) =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        performance.mark("change");
        const start = performance.now();
        change();
        const script = performance.now() - start;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          performance.mark("drawn");
          resolve([script, performance.now() - start]);
        };
        requestAnimationFrame(() => channel.port2.postMessage(0));
      });
    });
  });

// One pixel in a layer of its own: what the browser needs to draw anything at all.
let pixel;
function dot() {
  pixel ??= document.body.appendChild(document.createElement("i"));
  const colour = pixel.style.backgroundColor === "red" ? "blue" : "red";
  pixel.style.cssText = `position:fixed;inset:0 auto auto 0;width:1px;height:1px;will-change:transform;background-color:${colour}`;
}

const CHANGES = {
  nothing: dot,
  filter: () => document.querySelector('[data-facet="kind"] li:not([hidden]) button').click(),
  slider: () => {
    const slider = document.querySelector("#time");
    slider.value = String(Number(slider.value) - 6);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  },
};

// A change several times, with time to settle in between.
window.thread.changes = async (name, times) => {
  const found = [];
  for (let at = 0; at < times; at++) {
    found.push(await window.thread.change(CHANGES[name]));
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  return found;
};
