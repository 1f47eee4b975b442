/** The margin on a page of its own: a text that stands still, and a review that answers by the real judge and reducer. */
import { signal } from '@preact/signals-core'
import '../../../client/ui/fonts.css'
import '../../../client/ui/tokens.css'
import '../../../client/ui/ground.css'
import '../../../client/ui/controls.css'
import '../../../client/ui/dialog.css'
import '../../../client/ui/pull-down.css'
import '../../../client/ui/top-bar.css'
import '../../../client/pages/story/story-page.css'
import { pressMarginKey } from '../../../client/panels/margin/margin-keys.ts'
import type { MarginSource, Placed } from '../../../client/panels/margin/margin-source.ts'
import '../../../client/panels/margin/story-margin.ts'
import type { ReviewHandle, Waiting } from '../../../client/sync/review.ts'
import { Refusal } from '../../../shared/refusals.ts'
import { type CommandGiven, CommandSchema } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { judge } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'
import type { Role } from '../../../shared/roles.ts'

const asked = new URLSearchParams(location.search)
const role = (asked.get('role') ?? 'editor') as Role
const lines = Number(asked.get('lines') ?? 40)
const RUTH = { id: 'ruth-000001', name: 'Ruth Adeyemi', swatch: 1 }
const JUNE = { id: 'june-000001', name: 'June Park', swatch: 2 }

/** A note stands on the characters whose clock is line × 1000 + column. */
const text = document.querySelector<HTMLElement>('.story-text')
if (!text) throw new Error('no text')
text.tabIndex = 0
text.setAttribute('role', 'textbox')
text.setAttribute('aria-label', 'Text')
const paragraphs = Array.from({ length: lines }, (_, line) => {
  const paragraph = document.createElement('p')
  paragraph.textContent = `Line ${line + 1}. The mud shone like the inside of a shell, and a grey heron stood in the middle of it waiting for somebody to be late.`
  text.append(paragraph)
  return paragraph
})

const state = signal(EMPTY_REVIEW)
const waiting = signal<readonly Waiting[]>([])
const seenBefore = signal(0)
const mode = { offline: false, refuse: '' }
let seq = 0

function take(given: CommandGiven, by: string): void {
  const command = CommandSchema.parse(given)
  judge(state.value, command, { id: by, role: by === RUTH.id ? role : 'editor' })
  seq += 1
  if (command.type === 'move-anchor') lost.delete(command.thread)
  state.value = reduce(state.value, [{ ...command, seq, at: new Date().toISOString(), by } as ReviewEvent])
  place()
}

const review: ReviewHandle = {
  me: RUTH.id,
  state,
  waiting,
  seenBefore,
  ready: Promise.resolve(),
  async ask(ask) {
    const command = { ...ask, id: `command-${Date.now()}-${Math.random().toString(36).slice(2, 8)}` } as CommandGiven
    if (mode.refuse !== '') {
      const refused = { code: 'conflict', message: mode.refuse }
      waiting.value = [...waiting.value, { id: command.id, command, at: Date.now(), refused }]
      throw new Refusal('conflict', mode.refuse)
    }
    take(command, RUTH.id)
    if (mode.offline) waiting.value = [...waiting.value, { id: command.id, command, at: Date.now(), refused: null }]
    return { seq: mode.offline ? null : seq, stale: [] }
  },
  sendAgain(id) {
    const again = waiting.value.find((one) => one.id === id)
    if (again) take(again.command, RUTH.id)
    review.discard(id)
  },
  discard(id) {
    waiting.value = waiting.value.filter((one) => one.id !== id)
  },
  seen() {
    seenBefore.value = seq
  },
}

const placed = signal<readonly Placed[]>([])
const active = signal<string | null>(null)
const layout = signal(0)
const lost = new Set<string>()

function place(): void {
  const at = [...state.value.notes.values()].flatMap(({ id, anchor, quote }): Placed[] => {
    if (!anchor) return []
    const from = anchor.last.clock
    const words = lost.has(id) ? '' : (quote?.words ?? '')
    const line = lost.has(id) ? 0 : Math.floor(from / 1000)
    return [{ id, state: lost.has(id) ? 'orphan' : 'exact', line, from, length: words.length, words }]
  })
  placed.value = at.sort((one, other) => Number(one.line === 0) - Number(other.line === 0) || one.from - other.from)
}

const source: MarginSource = {
  placed,
  active,
  layout,
  topOf(id) {
    const line = placed.value.find((one) => one.id === id)?.line ?? 0
    const sheet = document.querySelector('.sheet')
    const paragraph = paragraphs[line - 1]
    if (!paragraph || !sheet) return null
    return paragraph.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  },
  setActive(id) {
    active.value = id
  },
  reveal(id, { focus = false } = {}) {
    const line = placed.value.find((one) => one.id === id)?.line ?? 0
    paragraphs[line - 1]?.scrollIntoView({ block: 'nearest' })
    if (focus) text.focus({ preventScroll: true })
  },
  offers({ words }) {
    return [7, 12].map((line) => {
      const clock = line * 1000 + 10
      const anchor = { first: { client: 1, clock }, last: { client: 1, clock: clock + 8 } }
      return { line, words, anchor, quote: { words, before: '', after: '' } }
    })
  },
  selection() {
    const selection = getSelection()
    const line = paragraphs.findIndex((paragraph) => paragraph.contains(selection?.anchorNode ?? null))
    if (!selection || line < 0) return null
    const from = (line + 1) * 1000 + Math.min(selection.anchorOffset, selection.focusOffset)
    const words = selection.toString()
    return {
      anchor: { first: { client: 1, clock: from }, last: { client: 1, clock: from + words.length } },
      quote: { words, before: '', after: '' },
    }
  },
}

const margin = document.createElement('story-margin')
margin.setAttribute('aria-label', 'Notes')
const person = (account: string) => (account === JUNE.id ? JUNE : RUTH)
Object.assign(margin, { review, source, story: 'story-1', people: [RUTH, JUNE], person, role })
const aside = document.createElement('aside')
aside.setAttribute('aria-label', 'Notes')
aside.append(margin)
document.querySelector('.bench')?.append(aside)
document.addEventListener('keydown', (event) => {
  if (!event.defaultPrevented && pressMarginKey(event, margin)) event.preventDefault()
})

/** What a test does in June's place, or with the server. */
const stage = {
  june: (command: CommandGiven) => take(command, JUNE.id),
  note(line: number, body: string, more: object = {}) {
    const note = `note-${String(seq + 1).padStart(6, '0')}`
    const clock = line * 1000 + 10
    take(
      {
        id: `command-${note}`,
        type: 'open-note',
        note,
        kind: 'comment',
        anchor: { first: { client: 1, clock }, last: { client: 1, clock: clock + 8 } },
        quote: { words: 'the mud shone', before: '', after: '' },
        body,
        ...more,
      } as CommandGiven,
      JUNE.id,
    )
    return note
  },
  lose(id: string) {
    lost.add(id)
    place()
  },
  mode,
  seen: () => review.seen(),
  active: () => active.value,
}

declare global {
  interface Window {
    stage: typeof stage
  }
}
window.stage = stage
