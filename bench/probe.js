// What the page looks like, frame by frame: when the first picture is there, when it last changed, and how many frames passed.
window.bench = { first: null, changed: null, frames: 0 };
(() => {
  const small = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  small.canvas.width = small.canvas.height = 48;
  let before = "";
  let looked = 0;
  const area = (element) => element.clientWidth * element.clientHeight;
  const largest = (selector) => [...document.querySelectorAll(selector)].sort((a, b) => area(b) - area(a))[0];

  function picture() {
    const canvas = largest("canvas");
    if (canvas && area(canvas) > 1e5) {
      small.clearRect(0, 0, 48, 48);
      small.drawImage(canvas, 0, 0, 48, 48);
      const pixels = small.getImageData(0, 0, 48, 48).data;
      return pixels.some((value) => value !== pixels[0] && value > 8) ? pixels.join() : "";
    }
    const svg = largest("#app svg");
    return svg && area(svg) > 1e5 && svg.querySelectorAll("text").length > 2 ? svg.innerHTML : "";
  }

  function look(now) {
    window.bench.frames++;
    if (window.bench.first === null || now - looked > 250) {
      looked = now;
      const seen = picture();
      if (seen && seen !== before) {
        window.bench.changed = performance.now();
        window.bench.first ??= window.bench.changed;
        before = seen;
      }
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
})();
