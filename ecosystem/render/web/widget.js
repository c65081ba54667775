// A map in a notebook cell: the page in a frame of its own, its selection shared with Python.
export default {
  render({ model, el }) {
    const frame = document.createElement("iframe");
    frame.title = model.get("title");
    frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-popups");
    frame.style.cssText = `width:100%;height:${Number(model.get("height"))}px;border:1px solid #c5ccd6;border-radius:6px`;
    frame.srcdoc = model.get("page");
    el.append(frame);

    const hear = ({ source, data }) => {
      if (source !== frame.contentWindow || data?.type !== "ecosystem:selected") return;
      model.set("selected", data.selected.map(String));
      model.save_changes();
    };
    const tell = () => frame.contentWindow?.postMessage({ type: "ecosystem:select", selected: model.get("selected") }, "*");
    window.addEventListener("message", hear);
    model.on("change:selected", tell);
    return () => {
      window.removeEventListener("message", hear);
      model.off("change:selected", tell);
    };
  },
};
