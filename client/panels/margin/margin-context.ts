/** What every card of the margin is given, and what it may ask of the margin. */
import type { TemplateResult } from 'lit'
import type { ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { Role } from '../../../shared/roles.ts'
import type { Person } from '../../../shared/wire/people.ts'
import type { Ask, Waiting } from '../../sync/review.ts'
import type { LastNoteAct } from './last-note-act.ts'
import type { MarginSource } from './margin-source.ts'
import type { NoteDrafts } from './note-drafts.ts'

/** Proposes words in place of those that a note is about. True when it was done or is on its way; else it has been told why. */
export type Instead = (note: string, words: string) => Promise<boolean>

export interface MarginContext {
  state: ReviewState
  waiting: readonly Waiting[]
  me: string
  role: Role
  people: readonly Person[]
  seenBefore: number
  /** Milliseconds since 1970, of this rendering. */
  now: number
  drafts: NoteDrafts
  source: MarginSource
  last: LastNoteAct
  person: (account: string) => Person
  /** Null where nothing can be proposed. */
  instead: Instead | null
  /** True when it was done or is on its way; a refusal has been told. */
  ask: (command: Ask) => Promise<boolean>
  /** Goes to the next card, as after a decision; to the words when it was the last. */
  goOn: (from: string) => void
  /** Gives the keyboard back to the words. */
  toWords: (id: string) => void
}

/** Times are told in minutes. Milliseconds. */
const TIMES_AGE = 30_000

/**
 * For cards: the context before while `now` says nothing else to them, so that they are not drawn anew for nothing. Times
 * grow old with it; of `state` cards look at the labels alone.
 */
export function renewed(before: MarginContext | null, now: MarginContext): MarginContext {
  if (!before || now.now - before.now >= TIMES_AGE || heeded(before) !== heeded(now)) return now
  const same = (Object.keys(now) as (keyof MarginContext)[]).every(
    (key) => UNHEEDED.includes(key) || before[key] === now[key],
  )
  return same && before.state.labels === now.state.labels ? before : now
}

/** Of what waits, that which a card says. */
function heeded({ waiting, now }: MarginContext): string {
  const said = waiting.filter(({ command, at }) => command.type === 'decide' || now - at > WAITS_UNSAID)
  return said.map(({ id, refused }) => `${id} ${refused === null}`).join()
}

/** What the acts do depends on nothing that the context does not name. */
const UNHEEDED: readonly (keyof MarginContext)[] = ['now', 'state', 'waiting', 'ask', 'goOn', 'toWords']

/** What a suggestion's card is given besides. */
export interface SuggestionContext extends MarginContext {
  active: boolean
  /** From 1; 0 where it is not known. */
  line: number
  /** Replies, reactions and the field to answer, for the card to set below its change. */
  thread: TemplateResult
}

/** The suggestion cards come from the page, so that the margin need not know their panel. */
export type SuggestionCard = (suggestion: Suggestion, context: SuggestionContext) => unknown

/** A key pressed on a suggestion's card. True when it was one of the card's. */
export type SuggestionKey = (suggestion: Suggestion, key: string, context: MarginContext) => boolean

/** Longer than that on its way, and the card says "kept here". Milliseconds. */
export const WAITS_UNSAID = 1_500

export function waitsHere(thread: string, { waiting, now }: MarginContext): boolean {
  return waiting.some(
    ({ command, refused, at }) => refused === null && now - at > WAITS_UNSAID && threadOfCommand(command) === thread,
  )
}

/** The note or suggestion that a command is about; null for one about something else or about several. */
export function threadOfCommand(command: Waiting['command']): string | null {
  if ('note' in command) return command.note
  if ('thread' in command) return command.thread
  return 'suggestion' in command ? command.suggestion : null
}
