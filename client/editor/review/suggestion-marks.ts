/**
 * Open suggestions on their words: what would go is struck, what would come stands beside it, split and join are a ¶.
 * Nothing of it is in the document. One whose words are no longer those it was made about is boxed, never drawn by guess.
 */
import { Decoration } from '@tiptap/pm/view'
import type { Place } from '../../../shared/review/anchor.ts'
import { type ChangeOp, lengthOf, wordsOf } from '../../../shared/review/change.ts'
import type { Suggestion } from '../../../shared/review/state.ts'
import { LINE, MARKS } from '../../../shared/story/attributes.ts'
import { initials } from '../../ui/avatar.ts'
import type { ReviewLook } from './look.ts'
import { acrossLines, type Drawing } from './note-marks.ts'
import type { ThreadInText } from './threads-in-text.ts'

/** A change of no more letters than this is washed as well, so that a comma can be seen. */
const SLIGHT = 2

/** Marks of the open suggestions among these threads, which come in the order of the text. */
export function suggestionMarks(threads: readonly ThreadInText[], drawing: Drawing): Decoration[] {
  if (drawing.look.suggestions === 'plain') return []
  const shown = threads.filter((thread) => isShown(thread, drawing.look))
  // One's own that stand in the text are not drawn, but others stand beside them too.
  const beside = overlapping(shown)
  const drawn = shown.filter(({ id }) => !drawing.look.standing.has(id))
  return drawn.flatMap((thread) => marksOf(thread, beside.has(thread.id), drawing))
}

/** Whether a suggestion is drawn wherever it stands in view. */
export function isDrawn(thread: ThreadInText, look: ReviewLook): boolean {
  return isShown(thread, look) && !look.standing.has(thread.id)
}

/** Drawn, or in the text itself while one suggests. */
function isShown({ id, thread, state }: ThreadInText, look: ReviewLook): boolean {
  if (!('change' in thread) || thread.status !== 'open' || state === 'orphan') return false
  return !look.hidden.has('suggestion') && (look.only === null || look.only.has(id))
}

/** True when the words are no longer those that the change is about. */
export function isStale({ thread, words, from, to }: ThreadInText): boolean {
  return 'base' in thread && (words !== wordsOf(thread.base) || to - from !== lengthOf(thread.base))
}

/** Ids of those that share a letter or a point with another one. */
export function overlapping(threads: readonly (Place & { id: string })[]): Set<string> {
  const ids = new Set<string>()
  let furthest: (Place & { id: string }) | null = null
  for (const one of threads) {
    if (furthest && (one.from < furthest.to || (one.from === furthest.from && one.to === furthest.to))) {
      ids.add(one.id).add(furthest.id)
    }
    if (!furthest || one.to > furthest.to) furthest = one
  }
  return ids
}

function marksOf(placed: ThreadInText, beside: boolean, drawing: Drawing): Decoration[] {
  const { thread, from, to } = placed
  if (!('change' in thread)) return []
  if (isStale(placed))
    return acrossLines(drawing, from, to, attributesOf(thread, 'stale', drawing), `stale ${thread.id}`)
  const marks: Decoration[] = []
  const accepted = drawing.look.suggestions === 'accepted'
  const ops = struckFirst(thread.change)
  const slight = letters(ops) <= SLIGHT ? ' slight' : ''
  let at = from
  ops.forEach((op, number) => {
    if ('insert' in op) {
      marks.push(...comes(thread, op.insert, at, number, { beside, accepted, slight }, drawing))
      return
    }
    const length = 'delete' in op ? op.delete : op.retain
    const next = at + length
    if ('delete' in op) {
      marks.push(...goes(thread, at, next, { accepted, slight }, drawing))
    } else if (op.attributes && !accepted) {
      const format = { ...attributesOf(thread, 'format', drawing), title: formatting(op.attributes) }
      marks.push(...acrossLines(drawing, at, next, format, `format ${thread.id} ${number}`))
    }
    at = next
  })
  return marks
}

interface Manner {
  accepted: boolean
  /** Class for a change that is hard to see; "" for none. */
  slight: string
}

/** Letters struck through, and a struck ¶ for each line end that would go. */
function goes(thread: Suggestion, from: number, to: number, manner: Manner, drawing: Drawing): Decoration[] {
  const { lines } = drawing
  const struck = manner.accepted ? 'hidden' : `proposed${manner.slight}`
  const attributes = { ...attributesOf(thread, struck, drawing), nodeName: 'del' }
  const marks = acrossLines(drawing, from, to, attributes, `del ${thread.id} ${from}`)
  for (let line = lines.lineOf(from); line <= lines.lineOf(Math.max(from, to - 1)); line += 1) {
    const opener = lines.lettersOf(line).from - 1
    if (opener < from || opener >= to || line < 1 || !inView(line - 1, drawing)) continue
    const dom = () => {
      const mark = element('del', 'break', thread, drawing)
      mark.textContent = '¶'
      mark.setAttribute('aria-description', `join ${mark.getAttribute('aria-description')}`)
      return mark
    }
    marks.push(
      Decoration.widget(lines.behind(opener), dom, { key: keyOf('join', thread, drawing), side: 1, marks: [] }),
    )
  }
  return marks
}

/** Proposed words beside the place, where a ¶ begins what would be a new line. */
function comes(
  thread: Suggestion,
  words: string,
  at: number,
  number: number,
  { beside, accepted, slight }: Manner & { beside: boolean },
  drawing: Drawing,
): Decoration[] {
  const position = drawing.lines.behind(at)
  if (!inView(drawing.lines.lineOf(Math.max(0, at - 1)), drawing)) return []
  const dom = () => {
    const whole = document.createElement('span')
    whole.className = 'coming'
    words.split(LINE).forEach((line, index) => {
      if (index > 0) {
        const split = element('ins', 'break', thread, drawing)
        split.textContent = '¶'
        split.setAttribute('aria-description', `split ${split.getAttribute('aria-description')}`)
        const opened = document.createElement('span')
        opened.className = 'opened'
        whole.append(split, opened)
      }
      if (line === '') return
      const proposed = element('ins', accepted ? 'taken' : `proposed${slight}`, thread, drawing)
      proposed.textContent = line
      whole.append(proposed)
    })
    const author = drawing.look.person(thread.by)
    if (beside && author && !accepted) {
      const badge = document.createElement('span')
      badge.className = `by p${author.swatch}`
      badge.setAttribute('aria-hidden', 'true')
      badge.dataset.initials = initials(author.name)
      whole.append(badge)
    }
    return whole
  }
  const key = `${keyOf(`ins ${number} ${words}`, thread, drawing)} ${beside} ${slight} ${accepted}`
  return [Decoration.widget(position, dom, { key, side: 1, marks: [], ignoreSelection: true })]
}

/** Whatever changes how the element looks is in its key, and nothing else: it stays while text is typed around it. */
function keyOf(what: string, thread: Suggestion, { lit, look }: Drawing): string {
  const author = look.person(thread.by)
  const strong = `${thread.id === lit.active} ${thread.id === lit.hovered}`
  return `${what} ${thread.id} ${thread.rev} ${strong} ${author?.name} ${author?.swatch}`
}

function element(tag: 'ins' | 'del', name: string, thread: Suggestion, drawing: Drawing): HTMLElement {
  const made = document.createElement(tag)
  const { class: names, ...rest } = attributesOf(thread, name, drawing)
  made.className = names
  for (const [attribute, value] of Object.entries(rest)) made.setAttribute(attribute, value)
  return made
}

function attributesOf(
  thread: Suggestion,
  name: string,
  { look, lit }: Drawing,
): Record<string, string> & { class: string } {
  const author = look.person(thread.by)
  const strong = `${thread.id === lit.active ? ' active' : ''}${thread.id === lit.hovered ? ' hovered' : ''}`
  return {
    class: `${name}${thread.by === look.me ? ' mine' : ''}${strong}`,
    'data-thread': thread.id,
    'aria-details': `note-card-${thread.id}`,
    'aria-description': `${name === 'stale' ? 'words changed since they were proposed' : 'proposed'}${author ? ` by ${author.name}` : ''}`,
  }
}

function inView(line: number, { first, end }: Drawing): boolean {
  return line >= first && line < end
}

/** The same change with what comes behind what goes, wherever the two meet. */
function struckFirst(change: readonly ChangeOp[]): ChangeOp[] {
  const ops = [...change]
  for (let index = 1; index < ops.length; index += 1) {
    const [before, here] = [ops[index - 1]!, ops[index]!]
    if ('insert' in before && 'delete' in here) ops.splice(index - 1, 2, here, before)
  }
  return ops
}

function letters(ops: readonly ChangeOp[]): number {
  const lengths = (kind: 'insert' | 'delete') =>
    ops.reduce((sum, op) => {
      if (kind === 'insert' && 'insert' in op) return sum + op.insert.length
      return kind === 'delete' && 'delete' in op ? sum + op.delete : sum
    }, 0)
  return Math.max(lengths('insert'), lengths('delete'))
}

/** In words: "bold, no italic". Attributes of lines too. */
function formatting(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === null) return `no ${name}`
      return (MARKS as readonly string[]).includes(name) ? name : `${name} ${String(value)}`
    })
    .join(', ')
}
