/** Random edits of an editor document, of every kind that a person can make, from a seeded source of numbers. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { AllSelection, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { MARKS } from '../../shared/story/attributes.ts'
import { schema } from './editor-replica.ts'

export type Random = (below: number) => number

/** Mulberry32: the same seed, the same run. `random(n)` is a whole number from 0 to n - 1. */
export function seededRandom(seed: number): Random {
  let a = seed >>> 0
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)]!
}

const PIECES = [
  'a',
  'the ',
  'x',
  'mud shone',
  ' ',
  'é',
  'e\u0301',
  '😀',
  '👍🏽',
  '👍🏿',
  '👩‍👩‍👧',
  '🇩🇪',
  '—',
  '“Ink.”',
  '\t',
  '字',
  '\u00a0',
]

/** An edit, or null where this kind does not fit the place that chance chose. */
type Edit = (state: EditorState, random: Random) => Transaction | null

const EDITS: Record<string, Edit> = {
  type: (state, random) => state.tr.insertText(words(random), place(state.doc, random)),
  typeMarked(state, random) {
    const marks = MARKS.filter(() => random(2) === 0).map((name) => schema.marks[name]!.create())
    return state.tr.insert(place(state.doc, random), schema.text(words(random), marks))
  },
  typeOver(state, random) {
    const [from, to] = range(state.doc, random, 12)
    return state.tr.insertText(words(random), from, to)
  },
  erase(state, random) {
    const [from, to] = range(state.doc, random, random(8) === 0 ? 200 : 12)
    return state.tr.delete(from, to)
  },
  eraseUnit(state, random) {
    const [from] = range(state.doc, random, 1)
    return from + 1 < state.doc.resolve(from).end() ? state.tr.delete(from, from + 1) : null
  },
  split(state, random) {
    const at = place(state.doc, random)
    return state.tr.split(
      at,
      1,
      random(2) === 0 ? undefined : [{ type: schema.nodes.paragraph!, attrs: attrs(random) }],
    )
  },
  join(state, random) {
    if (state.doc.childCount < 2) return null
    return state.tr.join(blockStart(state.doc, 1 + random(state.doc.childCount - 1)))
  },
  mark(state, random) {
    const [from, to] = range(state.doc, random, 40)
    return state.tr.addMark(from, to, schema.marks[pick(random, MARKS)]!.create())
  },
  unmark(state, random) {
    const [from, to] = range(state.doc, random, 40)
    return state.tr.removeMark(from, to, random(3) === 0 ? null : schema.marks[pick(random, MARKS)]!)
  },
  heading(state, random) {
    const [from, to] = range(state.doc, random, 60)
    const level = random(7)
    const type = level === 0 ? schema.nodes.paragraph! : schema.nodes.heading!
    return state.tr.setBlockType(from, to, type, (node) => ({ ...node.attrs, ...(level > 0 && { level }) }))
  },
  gap(state, random) {
    const at = blockStart(state.doc, random(state.doc.childCount))
    return state.tr.setNodeAttribute(at, 'gap', random(3) === 0 ? null : 1 + random(4))
  },
  markup(state, random) {
    const at = blockStart(state.doc, random(state.doc.childCount))
    return state.tr.setNodeMarkup(at, schema.nodes.heading!, { ...attrs(random), level: 1 + random(6) })
  },
  pasteOpen(state, random) {
    const [from, to] = range(state.doc, random, random(2) * 20)
    return state.tr.replace(from, to, new Slice(lines(random, 1 + random(3)), 1, 1))
  },
  pasteFitted(state, random) {
    const [from, to] = range(state.doc, random, random(2) * 20)
    return state.tr.replaceRange(from, to, new Slice(lines(random, 1 + random(3)), random(2), random(2)))
  },
  insertLines: (state, random) =>
    state.tr.insert(blockStart(state.doc, random(state.doc.childCount + 1)), lines(random, 1 + random(2))),
  deleteLine(state, random) {
    if (state.doc.childCount < 2) return null
    const index = random(state.doc.childCount)
    const at = blockStart(state.doc, index)
    return state.tr.delete(at, at + state.doc.child(index).nodeSize)
  },
  moveLine(state, random) {
    if (state.doc.childCount < 2) return null
    const index = random(state.doc.childCount)
    const at = blockStart(state.doc, index)
    const line = state.doc.child(index)
    const transaction = state.tr.delete(at, at + line.nodeSize)
    return transaction.insert(blockStart(transaction.doc, random(transaction.doc.childCount + 1)), line)
  },
  replaceAll(state, random) {
    const transaction = state.tr
    for (let count = random(5); count >= 0; count -= 1) {
      const [from, to] = range(transaction.doc, random, 6)
      transaction.replaceWith(from, to, schema.text(words(random)))
    }
    return transaction
  },
  broken: (state, random) =>
    state.tr.insertText(pick(random, ['\ud83d', 'a\rb', '\0', '\udc4d', 'x\ny']), place(state.doc, random)),
  everything: (state, random) =>
    random(6) === 0 ? state.tr.setSelection(new AllSelection(state.doc)).deleteSelection() : null,
}

/** One random edit of `state` and its name. Chance chooses again until an edit fits. */
export function randomEdit(state: EditorState, random: Random): { name: string; transaction: Transaction } {
  for (;;) {
    const name = random(2) === 0 ? 'type' : pick(random, Object.keys(EDITS))
    const transaction = EDITS[name]!(state, random)
    if (transaction) return { name, transaction }
  }
}

/** The selection moved to a random place. */
export function randomSelection(state: EditorState, random: Random): Transaction {
  const [from, to] = range(state.doc, random, random(3) * 10)
  return state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to)))
}

function words(random: Random): string {
  let text = ''
  for (let count = random(3); count >= 0; count -= 1) text += pick(random, PIECES)
  return text
}

function lines(random: Random, count: number): Fragment {
  return Fragment.from(
    Array.from({ length: count }, () => {
      const content = random(4) === 0 ? [] : [schema.text(words(random))]
      return random(4) === 0
        ? schema.nodes.heading!.create({ ...attrs(random), level: 1 + random(6) }, content)
        : schema.nodes.paragraph!.create(attrs(random), content)
    }),
  )
}

function attrs(random: Random): { gap: number | null; eol: string | null } {
  return { gap: random(2) === 0 ? null : 1 + random(4), eol: random(6) === 0 ? 'w' : null }
}

/** A place inside a line, never between the halves of a pair: no key or click can put a caret there. */
function place(doc: Node, random: Random): number {
  const at = doc.resolve(1 + random(doc.content.size - 1))
  const inside = TextSelection.near(at).head
  const around = doc.textBetween(
    Math.max(inside - 1, doc.resolve(inside).start()),
    Math.min(inside + 1, doc.resolve(inside).end()),
  )
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(around) ? inside - 1 : inside
}

function range(doc: Node, random: Random, length: number): [number, number] {
  const from = place(doc, random)
  const to = TextSelection.near(doc.resolve(Math.min(from + random(length + 1), doc.content.size)), -1).head
  return [Math.min(from, to), Math.max(from, to)]
}

function blockStart(doc: Node, index: number): number {
  let at = 0
  for (let before = 0; before < index; before += 1) at += doc.child(before).nodeSize
  return at
}
