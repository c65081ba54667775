/** Elements that are kept from picture to picture: made once, moved when they move, made again only when they look different. */

/**
 * @template T
 * @param {Element} group
 * @param {{key: (item: T) => string, look: (item: T) => string, make: (item: T) => Element, move: (item: T, element: Element) => void}} how
 * @returns {{show: (items: Iterable<T>) => void, get: (key: string) => Element | undefined, clear: () => void}}
 */
export function keyed(group, how) {
  /** @type {Map<string, {look: string, element: Element}>} */
  let kept = new Map();
  return {
    show(items) {
      /** @type {typeof kept} */
      const next = new Map();
      for (const item of items) {
        const key = how.key(item);
        const look = how.look(item);
        const old = kept.get(key);
        kept.delete(key);
        const element = old && old.look === look ? old.element : how.make(item);
        if (!old) group.append(element);
        else if (old.element !== element) old.element.replaceWith(element);
        how.move(item, element);
        next.set(key, { look, element });
      }
      for (const { element } of kept.values()) element.remove();
      kept = next;
    },
    get: (key) => kept.get(key)?.element,
    clear() {
      for (const { element } of kept.values()) element.remove();
      kept = new Map();
    },
  };
}
