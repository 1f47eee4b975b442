/**
 * What this person may do in the open story, as the server last said, and what becomes of their words when they may no
 * longer write: what the server did not take is set aside with a note, and never sent. The page shows it.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import * as Y from 'yjs'
import { may, type Role } from '../../shared/roles.ts'
import type { RoleFrame } from '../../shared/wire/frames.ts'
import { awaySentence, roleSentence } from './access-words.ts'
import type { Keep } from './keep.ts'
import type { AsideNote } from './kept-store.ts'
import { type LeftWords, leftWords } from './left-words.ts'
import type { SaveTracker } from './save-tracker.ts'

export interface AccessChange {
  /** `gained` and `lost` speak of writing; `ended`: nothing at all may be done any more; `other`: neither. */
  kind: 'gained' | 'lost' | 'ended' | 'other'
  /** Who did what and when, for the person. */
  sentence: string
}

export interface AccessParts {
  role: Role
  title: string
  text: Y.Text
  keep: Keep
  tracker: SaveTracker
  /** Words that were set aside already while the story was opened. */
  left: LeftWords | null
}

/** The server answers what it has got before it hears of a role within this; else it counts as not saved. Milliseconds. */
const ANSWER_MS = 2_000

export class StoryAccess {
  readonly #parts: AccessParts
  readonly #role: Signal<Role | null>
  readonly #change = signal<AccessChange | null>(null)
  readonly #left: Signal<LeftWords | null>
  readonly #outdated = signal(false)

  constructor(parts: AccessParts) {
    this.#parts = parts
    this.#role = signal<Role | null>(parts.role)
    this.#left = signal<LeftWords | null>(parts.left)
  }

  /** Null once access has ended. */
  get role(): ReadonlySignal<Role | null> {
    return this.#role
  }

  /** The last change of this visit. */
  get change(): ReadonlySignal<AccessChange | null> {
    return this.#change
  }

  /** What was typed and will not be saved. */
  get left(): ReadonlySignal<LeftWords | null> {
    return this.#left
  }

  /** True once the document holds what the server refused: the story must be opened anew. */
  get outdated(): ReadonlySignal<boolean> {
    return this.#outdated
  }

  /** The server says, on an open connection, that the role is another. Resolves to false when the document is outdated. */
  told(frame: RoleFrame): Promise<boolean> {
    return this.#become(frame.role, roleSentence(frame))
  }

  /** The role was asked for after a time without a connection. Resolves as `told` does. */
  learned(role: Role): Promise<boolean> {
    return this.#become(role, awaySentence(role))
  }

  /** Nothing more may be done here. `aside` false leaves the words where they are sent from when the person comes back. */
  async ended(sentence: string, { aside }: { aside: boolean }): Promise<void> {
    if (this.#role.value === null) return
    this.#role.value = null
    this.#change.value = { kind: 'ended', sentence }
    await this.#leave(sentence, aside)
  }

  async #become(role: Role, sentence: string): Promise<boolean> {
    const before = this.#role.value
    if (before === null || before === role) return !this.#outdated.value
    const [could, can] = [may(before, 'write'), may(role, 'write')]
    this.#role.value = role
    this.#change.value = { kind: can === could ? 'other' : can ? 'gained' : 'lost', sentence }
    const { keep, tracker } = this.#parts
    if (can && !could) keep.allow(true)
    if (!could || can) return !this.#outdated.value
    const waiting = keep.unacknowledged()
    await tracker.answered(ANSWER_MS)
    if (waiting.length === 0 && keep.unacknowledged().length === 0) {
      if (!may(this.#role.value, 'write')) keep.allow(false)
      return true
    }
    // A deletion by somebody who may not write is passed over without a word, so even "saved" does not mean it is so.
    await this.#leave(sentence, true, waiting.filter(insertsNothing))
    this.#outdated.value = true
    return false
  }

  /** `unsure`: updates of which it is not known whether they were taken. */
  async #leave(why: string, aside: boolean, unsure: readonly Uint8Array[] = []): Promise<void> {
    const { keep, text, title } = this.#parts
    const note: AsideNote = { title, why, at: new Date().toISOString() }
    const updates = keep.unacknowledged()
    const left = { ...leftWords(note, text, updates, null), waiting: !aside }
    const any = updates.length + unsure.length > 0
    // Shown before it is kept: the person need not wait for a slow disk to take the words away.
    if (any) this.#left.value = left
    if (!aside) return
    const kept = await keep.setAside(left.words === '' ? null : note)
    if (any) this.#left.value = { ...left, kept }
  }
}

function insertsNothing(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.length === 0
}
