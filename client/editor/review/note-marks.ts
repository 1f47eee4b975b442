/** Notes on their words: a wash and an edge by kind. Washes of overlapping notes add, their edges stand one below the other. */
import { Decoration } from '@tiptap/pm/view'
import type { Note } from '../../../shared/review/state.ts'
import type { LineTable } from './line-table.ts'
import type { ReviewLook } from './look.ts'
import type { ThreadInText } from './threads-in-text.ts'

/** Edges that are drawn below each other; a note deeper than that has its wash alone. */
const MOST_EDGES = 3

/** Ids that are drawn stronger: the thread that was opened and the one that is pointed at elsewhere. */
export interface Lit {
  active: string | null
  hovered: string | null
}

export interface Drawing {
  lines: LineTable
  look: ReviewLook
  lit: Lit
  /** Lines that are drawn, from 0: the first, and behind the last. */
  first: number
  end: number
}

/** Marks of the notes among these threads, which come in the order of the text. */
export function noteMarks(threads: readonly ThreadInText[], drawing: Drawing): Decoration[] {
  const { look, lit } = drawing
  const marks: Decoration[] = []
  /** Where the last note of each edge ends. */
  const edges: number[] = []
  for (const { id, thread, from, to, state } of threads) {
    if (state === 'orphan' || from === to || !('kind' in thread) || !noteIsDrawn(thread, look)) continue
    let edge = edges.findIndex((end) => end <= from)
    if (edge < 0) edge = edges.length
    edges[edge] = to
    const stands = edge < MOST_EDGES ? `edge-${edge}` : 'no-edge'
    const strong = `${id === lit.active ? ' active' : ''}${id === lit.hovered ? ' hovered' : ''}`
    const fares = `${thread.moved ? ' moved' : ''}${thread.resolved ? ' resolved' : ''}`
    const attributes = {
      nodeName: 'mark',
      class: `note ${thread.kind} ${stands}${fares}${strong}`,
      'data-thread': id,
      'aria-details': `note-card-${id}`,
      'aria-description': described(thread, look),
    }
    marks.push(...acrossLines(drawing, from, to, attributes, `note ${id}`))
  }
  return marks
}

/** One inline decoration for each line in view that has letters of the place. */
export function acrossLines(
  { lines, first, end }: Drawing,
  from: number,
  to: number,
  attributes: Record<string, string>,
  name: string,
): Decoration[] {
  const key = `${name} ${attributes.class} ${attributes['aria-description']}`
  const marks: Decoration[] = []
  const last = Math.min(end - 1, lines.lineOf(Math.max(from, to - 1)))
  for (let line = Math.max(first, lines.lineOf(from)); line <= last; line += 1) {
    const letters = lines.lettersOf(line)
    const [start, stop] = [Math.max(from, letters.from), Math.min(to, letters.to)]
    if (start < stop) marks.push(Decoration.inline(lines.before(start), lines.behind(stop), attributes, { key }))
  }
  return marks
}

/** Whether a note is drawn wherever its words are in view. */
export function noteIsDrawn(note: Note, { hidden, only, resolved }: ReviewLook): boolean {
  if (hidden.has(note.kind) || (note.resolved && !resolved)) return false
  return only === null || only.has(note.id)
}

function described({ kind, by, resolved }: Note, { person }: ReviewLook): string {
  const name = person(by)?.name
  return `${resolved ? 'resolved ' : ''}${kind}${name ? ` by ${name}` : ''}`
}
