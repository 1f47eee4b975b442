/**
 * Classes of lines that depend on the line before or after: `flush` after a heading, `verse-first` and `verse-last`
 * around verse. CSS could say the same with sibling selectors, but then a new line makes the browser style all lines
 * below it anew (measured: 50 ms in a novel). Here only the lines beside a change are looked at.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { linePosition } from './positions.ts'
import { gapClass } from './schema.ts'

export function lineNeighboursPlugin(usualGap: number): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, marksOf(doc, 0, doc.childCount, usualGap)),
      apply(transaction, drawn, { doc: before }, { doc }) {
        if (!transaction.docChanged) return drawn
        const mapped = drawn.map(transaction.mapping, doc)
        if (sameStructure(transaction, before, doc)) return mapped
        const { first, last } = changedLines(transaction, before, doc)
        const from = linePosition(doc, first)
        const to = linePosition(doc, last)
        const stale = mapped.find(from, to).filter((mark) => mark.from >= from && mark.to <= to)
        return mapped.remove(stale).add(doc, marksOf(doc, first, last, usualGap))
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** The class of a line by its neighbours, null for none. Exported for tests. */
export function neighbourClass(doc: Node, line: number, usualGap: number): string | null {
  const [before, node, after] = [doc.maybeChild(line - 1), doc.child(line), doc.maybeChild(line + 1)]
  const isVerse = (of: Node | null) => of !== null && gapClass(of.attrs.gap, usualGap) === 'verse'
  if (node.type.name === 'heading') return null
  // The first line of the story stands as near to nothing as any; its gap does not make it verse.
  const verse = line > 0 && isVerse(node)
  if (verse) return isVerse(after) ? null : 'verse-last'
  if (isVerse(after)) return 'verse-first'
  return before?.type.name === 'heading' ? 'flush' : null
}

const key = new PluginKey<DecorationSet>('line-neighbours')

function marksOf(doc: Node, first: number, last: number, usualGap: number): Decoration[] {
  const marks: Decoration[] = []
  let from = linePosition(doc, first)
  for (let line = first; line < last; line += 1) {
    const to = from + doc.child(line).nodeSize
    const name = neighbourClass(doc, line, usualGap)
    if (name) marks.push(Decoration.node(from, to, { class: name }))
    from = to
  }
  return marks
}

/** Typing inside a line, which is nearly everything that happens: nothing but its content is touched. */
function sameStructure({ mapping }: Transaction, before: Node, doc: Node): boolean {
  if (mapping.maps.length !== 1 || before.childCount !== doc.childCount) return false
  let inside = false
  mapping.maps[0]!.forEach((from, to) => {
    const $from = before.resolve(from)
    inside = $from.depth === 1 && to <= $from.end()
  })
  return inside
}

/**
 * The lines of `doc` that are not the same nodes as before or were written by a step, and one more at either end;
 * `last` is not included. A line that was taken out and put back is the same node, but its mark did not survive.
 */
function changedLines({ mapping }: Transaction, before: Node, doc: Node): { first: number; last: number } {
  const least = Math.min(before.childCount, doc.childCount)
  let first = 0
  while (first < least && before.child(first) === doc.child(first)) first += 1
  let same = 0
  while (same < least - first && before.child(before.childCount - 1 - same) === doc.child(doc.childCount - 1 - same)) {
    same += 1
  }
  let last = doc.childCount - same
  for (const [index, map] of mapping.maps.entries()) {
    const later = mapping.slice(index + 1)
    map.forEach((_from, _to, from, to) => {
      first = Math.min(first, doc.resolve(later.map(from, -1)).index(0))
      last = Math.max(last, doc.resolve(later.map(to, 1)).index(0) + 1)
    })
  }
  return { first: Math.max(0, first - 1), last: Math.min(doc.childCount, last + 1) }
}
