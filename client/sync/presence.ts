/** Who is in the story now, read off the awareness states that the server builds. Carets are the editor's. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { LINE } from '../../shared/story/attributes.ts'
import type { Person } from '../../shared/wire/people.ts'

export interface PresentPerson {
  id: string
  name: string
  /** 1…8 */
  swatch: number
  /** Line of the caret, or else the first line in view; from 1. Null when neither is known. */
  line: number | null
  self: boolean
}

export interface Presence {
  /** Each person once, whatever the number of tabs; oneself first, then by name. */
  readonly people: ReadonlySignal<readonly PresentPerson[]>
  stop(): void
}

/** Carets move with every key; a list of people need not. */
const SETTLE_MS = 250

/** Follows `awareness` until stopped. Oneself is in the list from the start. States of the wrong shape are passed over. */
export function watchPresence(awareness: Awareness, text: Y.Text, me: Person): Presence {
  const people = signal<readonly PresentPerson[]>(presentPeople(awareness, text, me))
  let timer: ReturnType<typeof setTimeout> | null = null
  const read = () => {
    timer = null
    const now = presentPeople(awareness, text, me)
    if (JSON.stringify(now) !== JSON.stringify(people.value)) people.value = now
  }
  const changed = () => {
    timer ??= setTimeout(read, SETTLE_MS)
  }
  awareness.on('change', changed)
  return {
    people,
    stop() {
      awareness.off('change', changed)
      if (timer !== null) clearTimeout(timer)
    },
  }
}

export function presentPeople(awareness: Awareness, text: Y.Text, me: Person): PresentPerson[] {
  const found = new Map<string, PresentPerson & { index: number | null }>()
  const add = (person: Person, self: boolean, place: Place) => {
    const known = found.get(person.id)
    if (known && (known.line !== null || known.index !== null)) return
    found.set(person.id, { id: person.id, name: person.name, swatch: person.swatch, self, ...place })
  }
  for (const [client, state] of awareness.getStates()) {
    const person = client === awareness.clientID ? me : personIn(state)
    if (person) add(person, person.id === me.id, placeOf(state, text))
  }
  add(me, true, { index: null, line: null })
  const lineAt = lineFinder(
    text,
    [...found.values()].flatMap(({ index }) => index ?? []),
  )
  return [...found.values()]
    .map(({ index, ...person }) => (index === null ? person : { ...person, line: lineAt(index) }))
    .sort((a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name))
}

interface Place {
  /** Of the caret, UTF-16 code units from the start of the text. */
  index: number | null
  line: number | null
}

function personIn(state: unknown): Person | null {
  const user = fieldOf(state, 'user')
  const id = fieldOf(user, 'id')
  const name = fieldOf(user, 'name')
  const swatch = fieldOf(user, 'swatch')
  if (typeof id !== 'string' || typeof name !== 'string' || typeof swatch !== 'number') return null
  return { id, name, swatch }
}

function placeOf(state: unknown, text: Y.Text): Place {
  const line = fieldOf(fieldOf(state, 'view'), 'line')
  return {
    index: caretIndex(fieldOf(fieldOf(state, 'cursor'), 'head'), text),
    line: typeof line === 'number' && Number.isSafeInteger(line) && line >= 0 ? line + 1 : null,
  }
}

function caretIndex(head: unknown, text: Y.Text): number | null {
  const { doc } = text
  if (typeof head !== 'object' || head === null || !doc) return null
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(head), doc)
    return place?.type === text ? place.index : null
  } catch {
    // Another person's client wrote this; a position that Yjs cannot read is no position.
    return null
  }
}

/** One pass over the text for all the places asked for. */
function lineFinder(text: Y.Text, indices: readonly number[]): (index: number) => number {
  const lines = new Map<number, number>()
  const wanted = [...new Set(indices)].sort((a, b) => a - b)
  if (wanted.length === 0) return () => 1
  const string = text.toString()
  let line = 0
  let at = -1
  for (const index of wanted) {
    for (;;) {
      const next = string.indexOf(LINE, at + 1)
      if (next < 0 || next >= index) break
      at = next
      line += 1
    }
    lines.set(index, Math.max(1, line))
  }
  return (index) => lines.get(index) ?? 1
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
