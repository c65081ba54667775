/**
 * The words that the page's modules share. Nothing here runs.
 *
 * @typedef {"en" | "zh"} Language
 * @typedef {{en: string, zh: string}} Bilingual
 * @typedef {[number, string]} Citation  index into `references`, place in it
 * @typedef {Record<number, any>} Sparse  a column that most rows leave empty
 *
 * @typedef {object} Kind
 * @property {string} id
 * @property {Bilingual} label
 * @property {Bilingual} plural
 * @property {string} colour
 * @property {string} shape
 * @property {boolean} [timeless]  there at all times: an idea, a place
 * @property {boolean} [momentary]  over with its day: a conference, a paper
 * @property {boolean} [stateless]  nobody says whether it is alive: a person
 * @property {number | null} [freshMonths]  so long after its last sign of life a thing is dormant
 *
 * @typedef {object} Predicate
 * @property {string} id
 * @property {Bilingual} label
 * @property {Bilingual} inverse
 * @property {string} family  category, structure, people, lineage, use, evidence or other
 * @property {boolean} symmetric
 * @property {boolean} [background]  says little about what hangs together: a licence, a language, a host
 *
 * @typedef {object} Category  a branch of the mind map and a box of the landscape; number 0 is the root
 * @property {Bilingual} label
 * @property {number} parent  -1 at the root
 * @property {number} node  the concept node that the branch stands for, or -1
 * @property {number} side  -1 left, 1 right
 * @property {string} colour
 *
 * @typedef {object} Reference
 * @property {string} id
 * @property {string} title
 * @property {string} [publisher]
 * @property {string} [url]
 * @property {string} [date]
 * @property {string} [language]
 *
 * @typedef {object} PayloadFacet
 * @property {string} id
 * @property {Bilingual} label
 * @property {Bilingual[]} values
 * @property {Record<number, number[]>} of
 *
 * @typedef {{label: Bilingual, colour?: string, radius?: number}} LegendEntry
 * @typedef {{channel: "colour" | "size", title: Bilingual, entries: LegendEntry[]}} LegendBlock
 *
 * @typedef {object} More  what only the panel shows of a node
 * @property {string} [homepage]
 * @property {string[]} [repositories]
 * @property {string[]} [packages]
 * @property {string[]} [images]
 * @property {string[]} [aliases]
 * @property {[string, string|null, Citation[]][]} [former]
 * @property {[string, string, string, Citation[], string|null, string|null][]} [milestones]
 * @property {[string, number, string, string|null, string, Citation[], string|null, string|null][]} [figures]
 * @property {[string, string|null, string|null, string|null, string, Citation[]][]} [cycles]
 * @property {[string, string, Citation[]][]} [notes]
 * @property {Citation[]} [refs]
 *
 * @typedef {object} MapHead
 * @property {string} id
 * @property {Bilingual} title
 * @property {Bilingual} question
 * @property {ViewName} view
 * @property {string | null} asOf
 * @property {string | null} [against]  a date to compare with
 * @property {"en" | "zh"} [language]  the language to open in, whatever the reader's
 * @property {string | null} today  newest date on which a reference was read
 *
 * @typedef {{caption: Bilingual, state: Partial<State>}} StoryStep
 *
 * @typedef {"mindmap" | "network" | "landscape" | "timeline" | "table"} ViewName
 *
 * @typedef {object} State  everything that a link carries
 * @property {ViewName} view
 * @property {Language} lang
 * @property {"auto" | "light" | "dark"} theme
 * @property {string[]} selected  node ids, the first one is the one that the panel tells about
 * @property {string} query
 * @property {Record<string, string[]>} facets  facet id -> values that are let through; no entry lets all through
 * @property {string | null} date  show what held on this day; null shows all of history
 * @property {string | null} against  compare `date` (or today) with this day
 * @property {{node: string, depth: number} | null} focus
 * @property {[string, string] | null} path
 * @property {Record<number, boolean>} folded  category -> folded, where the reader changed it
 * @property {string[]} hidden
 * @property {Record<string, [number, number]>} pinned
 * @property {number | null} story
 * @property {boolean} embed
 *
 * @typedef {import("./model.js").Model} Model
 *
 * @typedef {object} Scene  what a view is to show; its arrays never change: the same array as before means the same content
 * @property {State} state
 * @property {Uint8Array} visible  a node: 0 not there, 1 shown, 2 faded
 * @property {Uint8Array} edgeVisible  an edge: the same
 * @property {Uint8Array} life  a node on `day`: 0 nothing known, 1 alive, 2 dormant, 3 ended, 4 not yet born, 5 without a life of its own
 * @property {Map<string, Int32Array>} counts  of each value of each facet, what is there on a chosen day
 * @property {number} day  the day that `life` is about
 * @property {Uint8Array | null} tint  against another date: 0 same, 1 new, 2 ended, 3 changed
 * @property {Uint8Array | null} edgeTint
 * @property {Set<number>} matches  nodes that the search finds
 * @property {Set<number>} selected
 * @property {import("./paths.js").Path[]} paths  the shortest ways between the two ends that were asked for
 * @property {Set<number>} pathNodes
 * @property {Set<number>} pathEdges
 * @property {(key: string, ...args: any[]) => string} text  an interface text in the reader's language
 * @property {(i: number) => string} label  a node's name in the reader's language
 *
 * @typedef {object} Actions  what a view may ask for
 * @property {(i: number, options?: {extend?: boolean}) => void} select  -1 selects nothing
 * @property {(nodes: number[]) => void} selectMany
 * @property {(i: number, depth?: number) => void} focus
 * @property {(category: number, folded?: boolean) => void} toggleFold
 * @property {(categories: number[], folded: boolean) => void} foldAll
 * @property {(i: number, x: number, y: number) => void} pin
 * @property {(i: number) => void} hide
 *
 * @typedef {object} View
 * @property {(scene: Scene) => Generator<unknown, void>} [prepare]  what is to be done before it is first shown, step by step
 * @property {(scene: Scene) => void} show
 * @property {() => void} fit
 * @property {(factor: number) => void} zoom
 * @property {(node: number) => void} centre
 * @property {() => string} svg  what is seen as one SVG document, or all of it where one scrolls; "" where there is none
 * @property {() => number[]} [cuts]  at what heights that picture can be cut on paper, in order
 * @property {(on: boolean) => void} [whole]  put all of it into the page, for paper, or only what is in view
 * @property {() => void} destroy
 */
export {};
