/** Narrowing by facets, with counts: what each value would let through, given all other facets. */

/** @typedef {import("./types.js").Bilingual} Bilingual */
/** @typedef {import("./types.js").Model} Model */

/** @typedef {{key: string, label: Bilingual, mark?: {shape: string, colour: string}}} FacetValue */

/**
 * One way to tell nodes apart.
 * @typedef {object} Facet
 * @property {string} id
 * @property {Bilingual | null} label  null: the interface's own word for it, `facet.ID`
 * @property {FacetValue[]} values
 * @property {Int32Array} start  node -> where its values begin in `of`
 * @property {Int32Array} of
 */

/** @typedef {{pass: Uint8Array, shown: number, counts: Map<string, Int32Array>, predicates: Uint8Array | null}} Filtered */

export const STATUS = ["unknown", "alive", "dormant", "ended", "unborn", "none"];
export const FAMILIES = ["lineage", "people", "structure", "use", "category", "evidence", "other"];
export const RELATION = "relation";

/** @param {number} n @param {(i: number) => Iterable<number>} valuesOf */
function columns(n, valuesOf) {
  const start = new Int32Array(n + 1);
  const of = [];
  for (let i = 0; i < n; i++) {
    of.push(...valuesOf(i));
    start[i + 1] = of.length;
  }
  return { start, of: Int32Array.from(of) };
}

/** @param {Model} model @returns {Facet} */
function kindFacet(model) {
  const values = model.kinds.map((kind) => ({ key: kind.id, label: kind.plural, mark: kind }));
  return { id: "kind", label: null, values, ...columns(model.n, (i) => [model.kind[i]]) };
}

/** The branches next to the root. @param {Model} model @returns {Facet} */
function categoryFacet(model) {
  const tops = model.children[0] ?? [];
  const place = new Map(tops.map((top, v) => [top, v]));
  const topOf = model.categories.map((_, c) => place.get(model.ancestry(c)[1]));
  const values = tops.map((top) => {
    const { label, colour } = model.categories[top];
    return { key: label.en, label, mark: { shape: "square", colour } };
  });
  const valuesOf = (/** @type {number} */ i) => [topOf[model.category[i]]].filter((value) => value !== undefined);
  return { id: "category", label: null, values, ...columns(model.n, valuesOf) };
}

/** @param {Model} model @param {import("./types.js").PayloadFacet} facet @returns {Facet} */
function givenFacet(model, { id, label, values, of }) {
  return {
    id,
    label,
    values: values.map((value) => ({ key: value.en, label: value })),
    ...columns(model.n, (i) => of[i] ?? []),
  };
}

/** @param {Facet} facet @param {string[]} keys @returns {Uint8Array} which values are chosen */
function chosenValues(facet, keys) {
  const wanted = new Set(keys);
  return Uint8Array.from(facet.values, ({ key }) => Number(wanted.has(key)));
}

/** The facets of one model. */
export class FacetFilter {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    const given = model.facets.map((facet) => givenFacet(model, facet));
    /** @type {Facet[]} */
    this.facets = [kindFacet(model), categoryFacet(model), this._statusFacet(), ...given].filter(
      (facet) => facet.values.length > 1 || facet.id === "kind",
    );
    /** Predicate -> place of its family in FAMILIES. */
    this.family = Uint8Array.from(model.predicates, ({ family }) => Math.max(0, FAMILIES.indexOf(family)));
    model.predicates.forEach(({ family }, p) => {
      if (!FAMILIES.includes(family)) this.family[p] = FAMILIES.indexOf("other");
    });
    /** @type {{facets: unknown, life: unknown, there: unknown, result: Filtered} | null} */
    this.last = null;
  }

  /** Filled from `life` at each application; what has no life of its own has no value. @returns {Facet} */
  _statusFacet() {
    const values = STATUS.filter((key) => key !== "none").map((key) => ({ key, label: { en: key, zh: key } }));
    return { id: "status", label: null, values, ...columns(this.model.n, () => [0]) };
  }

  /**
   * @param {Record<string, string[]>} chosen
   * @param {Uint8Array} life
   * @param {Uint8Array | null} [there] what is there on the chosen day, the only things that count; null: everything counts
   * @param {number | null} [day] that day: only relations that hold on it count
   * @returns {Filtered}
   */
  apply(chosen, life, there = null, day = null) {
    const { last } = this;
    if (last && last.facets === chosen && last.life === life && last.there === there) return last.result;
    const status = this.facets.find(({ id }) => id === "status");
    status?.of.set(life);
    const result = this._apply(chosen, there, day);
    this.last = { facets: chosen, life, there, result };
    return result;
  }

  /** @param {Record<string, string[]>} chosen @param {Uint8Array | null} there @param {number | null} day @returns {Filtered} */
  _apply(chosen, there, day) {
    const { n } = this.model;
    const failures = new Uint8Array(n);
    const failed = new Uint8Array(n);
    this.facets.forEach((facet, f) => {
      if (Object.hasOwn(chosen, facet.id)) refuse(facet, chosenValues(facet, chosen[facet.id]), f, failures, failed);
    });
    const pass = new Uint8Array(n);
    let shown = 0;
    for (let i = 0; i < n; i++) shown += pass[i] = Number(failures[i] === 0);
    const counted = (/** @type {Facet} */ facet) => (facet.id === "status" ? null : there);
    const counts = new Map(
      this.facets.map((facet, f) => [facet.id, count(facet, f, failures, failed, counted(facet))]),
    );
    counts.set(RELATION, this._countFamilies(there ? pass.map((level, i) => level & there[i]) : pass, day));
    return { pass, shown, counts, predicates: this._predicates(chosen[RELATION]) };
  }

  /** Relations that are seen: both ends are there, and it holds itself. @param {Uint8Array} pass @param {number | null} day @returns {Int32Array} */
  _countFamilies(pass, day) {
    const { model } = this;
    const { m, source, target, predicate } = model;
    const counts = new Int32Array(FAMILIES.length);
    for (let k = 0; k < m; k++)
      if (pass[source[k]] && pass[target[k]] && (day === null || model.edgeHolds(k, day)))
        counts[this.family[predicate[k]]]++;
    return counts;
  }

  /** @param {string[] | undefined} families @returns {Uint8Array | null} */
  _predicates(families) {
    if (!families) return null;
    return this.family.map((family) => Number(families.includes(FAMILIES[family])));
  }
}

/**
 * Note the nodes that a facet refuses: how many facets refuse each, and which one did last.
 * @param {Facet} facet
 * @param {Uint8Array} chosen
 * @param {number} f
 * @param {Uint8Array} failures
 * @param {Uint8Array} failed
 */
function refuse({ start, of }, chosen, f, failures, failed) {
  for (let i = 0; i < failures.length; i++) {
    let welcome = false;
    for (let v = start[i]; v < start[i + 1]; v++) if (chosen[of[v]]) welcome = true;
    if (welcome) continue;
    failures[i]++;
    failed[i] = f;
  }
}

/**
 * Count each value over the nodes that all other facets let through.
 * @param {Facet} facet
 * @param {number} f
 * @param {Uint8Array} failures
 * @param {Uint8Array} failed
 * @param {Uint8Array | null} there
 * @returns {Int32Array}
 */
function count({ values, start, of }, f, failures, failed, there) {
  const counts = new Int32Array(values.length);
  for (let i = 0; i < failures.length; i++) {
    if (there && !there[i]) continue;
    if (failures[i] > 1 || (failures[i] === 1 && failed[i] !== f)) continue;
    for (let v = start[i]; v < start[i + 1]; v++) counts[of[v]]++;
  }
  return counts;
}
