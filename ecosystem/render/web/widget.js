// A map in a notebook cell: the page in a frame of its own, its selection shared with Python.
export default {
  render({ model, el }) {
    const frame = document.createElement("iframe");
    frame.title = model.get("title");
    frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-popups");
    const size = `display:block;box-sizing:border-box;width:100%;height:${Number(model.get("height"))}px`;
    frame.style.cssText = `${size};border:1px solid #c5ccd6;border-radius:6px`;
    frame.srcdoc = model.get("page");
    el.append(frame);

    const tell = () => frame.contentWindow?.postMessage({ type: "ecosystem:select", selected: model.get("selected") }, "*");
    const hear = ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      // A page is ready more than once: a notebook that puts a cell aside and back loads its frames anew.
      if (data?.type === "ecosystem:ready") tell();
      if (data?.type !== "ecosystem:selected") return;
      model.set("selected", data.selected.map(String));
      model.save_changes();
    };
    window.addEventListener("message", hear);
    model.on("change:selected", tell);
    return () => {
      window.removeEventListener("message", hear);
      model.off("change:selected", tell);
    };
  },
};
