/**
 * The one reducer of the review: state and events in, state out. It runs on the server and in every client, and trusts
 * that each event was judged; an event about something that a reader was never shown changes nothing.
 */

import type { EventOf, Origin, Outcome, ReviewEvent } from './events.ts'
import type { Label } from './labels.ts'
import { outsider } from './outsiders.ts'
import type {
  Dismissal,
  Edit,
  Note,
  Reactions,
  Reply,
  ReviewState,
  StoryWord,
  StyleEntry,
  Suggestion,
} from './state.ts'
import { styleId } from './style.ts'
import type { Reaction } from './vocabulary.ts'

/** Folds events, oldest first; those that are known already (`seq`) are passed over. The state given is not changed. */
export function reduce(state: ReviewState, events: readonly ReviewEvent[]): ReviewState {
  const fresh = events.filter(({ seq }) => seq > state.seq)
  if (fresh.length === 0) return state
  const draft = new Draft(state)
  for (const event of fresh) draft.take(event)
  return draft.state
}

/** A fold that goes on: the state is copied for those who look, not for every event. */
export class Fold {
  #given: ReviewState
  #draft: Draft | null = null

  constructor(state: ReviewState) {
    this.#given = state
  }

  /** As it is this moment; changes with the next event. */
  get now(): ReviewState {
    return this.#draft ?? this.#given
  }

  /** As it is this moment, for good. */
  get state(): ReviewState {
    if (this.#draft) this.#given = this.#draft.state
    this.#draft = null
    return this.#given
  }

  /** `counted` false: the number is one that the next event will have too. */
  take(event: ReviewEvent, { counted = true } = {}): void {
    this.#draft ??= new Draft(this.#given)
    const { seq } = this.#draft
    this.#draft.take(event)
    if (!counted) this.#draft.seq = seq
  }
}

/** A state under way: a map is copied before something is put into it. What stands in them is replaced, never changed. */
class Draft implements ReviewState {
  seq: number
  notes: ReadonlyMap<string, Note>
  suggestions: ReadonlyMap<string, Suggestion>
  labels: ReadonlyMap<string, Label>
  edits: readonly Edit[]
  seen: ReviewState['seen']
  readonly words: Map<string, StoryWord>
  readonly dismissed: Map<string, Dismissal>
  readonly off: Map<string, { by: string; at: string }>
  readonly style: Map<string, StyleEntry>
  /** The big ones, where they are copies. */
  private readonly owned: { notes?: Map<string, Note>; suggestions?: Map<string, Suggestion>; edits?: Edit[] } = {}

  constructor({ seq, notes, suggestions, labels, edits, words, dismissed, off, style, seen }: ReviewState) {
    this.seq = seq
    this.notes = notes
    this.suggestions = suggestions
    this.labels = labels
    this.edits = edits
    this.seen = seen
    this.words = new Map(words)
    this.dismissed = new Map(dismissed)
    this.off = new Map(off)
    this.style = new Map(style)
  }

  get state(): ReviewState {
    const { seq, notes, suggestions, labels, edits, words, dismissed, off, style, seen } = this
    return { seq, notes, suggestions, labels, edits, words, dismissed, off, style, seen }
  }

  private setNote(id: string, note: Note): void {
    this.ownNotes().set(id, note)
  }

  private ownNotes(): Map<string, Note> {
    this.owned.notes ??= new Map(this.notes)
    this.notes = this.owned.notes
    return this.owned.notes
  }

  private setSuggestion(id: string, suggestion: Suggestion): void {
    this.owned.suggestions ??= new Map(this.suggestions)
    this.suggestions = this.owned.suggestions.set(id, suggestion)
  }

  take(event: ReviewEvent): void {
    this.seq = event.seq
    switch (event.type) {
      case 'open-note':
        this.openNote(event)
        break
      case 'edit-note':
        this.note(event, (note) => ({
          ...note,
          kind: event.kind,
          label: event.label,
          body: event.body,
          ...(event.body === note.body
            ? {}
            : { editedAt: event.at, earlier: [...note.earlier, { body: note.body, at: note.editedAt ?? note.at }] }),
        }))
        break
      case 'delete-note':
        this.deleteNote(event)
        break
      case 'reply':
        this.thread(event, ({ replies }) => ({ replies: [...replies, replyOf(event)] }))
        break
      case 'edit-reply':
        this.reply(event, (reply) => ({ ...reply, body: event.body, editedAt: event.at }))
        break
      case 'delete-reply':
        this.reply(event, (reply) => ({ ...reply, body: '', deleted: true, reactions: {} }))
        break
      case 'resolve':
        this.note(event, (note) => ({ ...note, resolved: authorOf(event) }))
        break
      case 'reopen':
        this.note(event, (note) => ({ ...note, resolved: null }))
        break
      case 'assign':
        this.note(event, (note) => ({ ...note, assigned: event.to }))
        break
      case 'mark':
        this.note(event, (note) => ({ ...note, mustFix: event.mustFix }))
        break
      case 'react':
        if (event.reply === null) this.thread(event, ({ reactions }) => ({ reactions: reacted(reactions, event) }))
        else this.react(event, event.reply)
        break
      case 'move-anchor':
        this.moveAnchor(event)
        break
      case 'set-label':
        this.labels = new Map(this.labels).set(event.label, {
          id: event.label,
          name: event.name,
          description: event.description,
          swatch: event.swatch,
        })
        break
      case 'remove-label':
        this.labels = new Map([...this.labels].filter(([id]) => id !== event.label))
        break
      case 'propose':
        this.propose(event)
        break
      case 'revise':
        this.suggestion(event, (suggestion) => ({
          ...suggestion,
          rev: suggestion.rev + 1,
          revisedAt: event.at,
          anchor: event.anchor,
          base: event.base,
          change: event.change,
          reason: event.reason,
        }))
        break
      case 'tag':
        this.tag(event)
        break
      case 'withdraw':
        this.suggestion(event, (suggestion) => ({ ...suggestion, status: 'withdrawn' }))
        break
      case 'decide':
        for (const outcome of event.outcomes) this.decide(event, outcome)
        break
      case 'undecide':
        for (const outcome of event.outcomes) this.undecide(event, outcome)
        break
      case 'edited':
        this.owned.edits ??= [...this.edits]
        this.owned.edits.push({
          id: event.id,
          seq: event.seq,
          by: event.by,
          at: event.at,
          lines: event.lines,
          more: event.more,
        })
        this.edits = this.owned.edits
        break
      case 'propose-words':
        for (const { word, kind } of event.words) {
          if (!this.words.has(word)) this.words.set(word, { word, kind, by: event.by, at: event.at, allowed: null })
        }
        break
      case 'allow-words':
        for (const { word, kind } of event.words) {
          const { by, at } = this.words.get(word) ?? event
          this.words.set(word, { word, kind, by, at, allowed: { by: event.by, at: event.at } })
        }
        break
      case 'drop-words':
        for (const word of event.words) this.words.delete(word)
        break
      case 'dismiss':
        for (const { key, rule, words } of event.findings) {
          if (event.on) this.dismissed.set(key, { rule, words, by: event.by, at: event.at })
          else this.dismissed.delete(key)
        }
        break
      case 'switch-rule':
        if (event.on) this.off.delete(event.rule)
        else this.off.set(event.rule, { by: event.by, at: event.at })
        break
      case 'decide-style': {
        const { decision, example, by, at } = event
        const id = styleId(decision)
        this.style.set(id, { id, decision, example, by, at })
        break
      }
      case 'undecide-style':
        this.style.delete(event.style)
        break
      case 'see':
        this.seen = new Map(this.seen).set(event.by, { upto: event.upto, at: event.at })
    }
  }

  private openNote(event: EventOf<'open-note'>): void {
    this.setNote(event.note, {
      id: event.note,
      ...authorOf(event),
      touched: event.seq,
      anchor: event.anchor,
      quote: event.quote,
      moved: null,
      replies: [],
      reactions: {},
      kind: event.kind,
      label: event.label,
      body: event.body,
      editedAt: null,
      earlier: [],
      assigned: event.assigned ?? (event.origin?.to ? outsider(event.origin.to) : null),
      mustFix: event.mustFix,
      private: event.private,
      resolved: null,
      deleted: false,
    })
  }

  private deleteNote(event: EventOf<'delete-note'>): void {
    const note = this.notes.get(event.note)
    if (!note) return
    if (note.replies.every(({ deleted }) => deleted)) this.ownNotes().delete(event.note)
    else this.note(event, () => ({ ...note, body: '', earlier: [], deleted: true, reactions: {} }))
  }

  private propose(event: EventOf<'propose'>): void {
    this.setSuggestion(event.suggestion, {
      id: event.suggestion,
      ...authorOf(event),
      touched: event.seq,
      anchor: event.anchor,
      quote: null,
      moved: null,
      replies: [],
      reactions: {},
      rev: 1,
      revisedAt: null,
      base: event.base,
      change: event.change,
      reason: event.reason,
      label: event.label ?? null,
      // Events of before the checker have none.
      rule: event.rule ?? null,
      ...(event.origin?.file === undefined ? {} : { file: event.origin.file }),
      status: 'open',
      decided: null,
    })
  }

  /** No news to anybody: it is sorted, not answered. */
  private tag({ suggestion: id, label }: EventOf<'tag'>): void {
    const suggestion = this.suggestions.get(id)
    if (suggestion) this.setSuggestion(id, { ...suggestion, label })
  }

  private decide(event: EventOf<'decide'>, { suggestion, before, after, anchor, amended }: Outcome): void {
    this.suggestion({ suggestion, seq: event.seq }, (known) => ({
      ...known,
      status: event.verdict === 'accept' ? 'accepted' : 'rejected',
      decided: {
        id: event.id,
        verdict: event.verdict,
        by: event.by,
        at: event.at,
        reason: event.reason,
        before,
        after,
        anchor,
        amended,
      },
    }))
  }

  private undecide(event: EventOf<'undecide'>, { suggestion, anchor }: Outcome): void {
    this.suggestion({ suggestion, seq: event.seq }, (known) => ({ ...known, status: 'open', decided: null, anchor }))
  }

  private moveAnchor({ thread, anchor, quote, how, seq }: EventOf<'move-anchor'>): void {
    const note = this.notes.get(thread)
    if (note) this.setNote(thread, { ...note, anchor, quote, moved: how, touched: seq })
    const suggestion = this.suggestions.get(thread)
    if (suggestion) this.setSuggestion(thread, { ...suggestion, anchor, moved: how, touched: seq })
  }

  private react(event: EventOf<'react'>, id: string): void {
    this.reply({ ...event, reply: id }, (reply) => ({ ...reply, reactions: reacted(reply.reactions, event) }))
  }

  private note({ note: id, seq }: { note: string; seq: number }, change: (note: Note) => Note): void {
    const note = this.notes.get(id)
    if (note) this.setNote(id, { ...change(note), touched: seq })
  }

  private suggestion(
    { suggestion: id, seq }: { suggestion: string; seq: number },
    change: (suggestion: Suggestion) => Suggestion,
  ): void {
    const suggestion = this.suggestions.get(id)
    if (suggestion) this.setSuggestion(id, { ...change(suggestion), touched: seq })
  }

  private thread(
    { thread: id, seq }: { thread: string; seq: number },
    change: (thread: Note | Suggestion) => { replies?: readonly Reply[]; reactions?: Reactions },
  ): void {
    const note = this.notes.get(id)
    if (note) this.setNote(id, { ...note, ...change(note), touched: seq })
    const suggestion = this.suggestions.get(id)
    if (suggestion) this.setSuggestion(id, { ...suggestion, ...change(suggestion), touched: seq })
  }

  private reply(event: { thread: string; reply: string; seq: number }, change: (reply: Reply) => Reply): void {
    this.thread(event, ({ replies }) => ({
      replies: replies.map((reply) => (reply.id === event.reply ? change(reply) : reply)),
    }))
  }
}

function replyOf(event: EventOf<'reply'>): Reply {
  const { reply, body } = event
  return { id: reply, ...authorOf(event), body, editedAt: null, deleted: false, reactions: {} }
}

/** Of what came in with a file, whoever the file names. */
function authorOf({ by, at, origin }: { by: string; at: string; origin?: Origin }): { by: string; at: string } {
  const name = origin?.name ?? null
  return name === null ? { by, at } : { by: outsider(name), at: origin?.at ?? at }
}

function reacted(
  reactions: Reactions,
  { reaction, on, by }: { reaction: Reaction; on: boolean; by: string },
): Reactions {
  const others = (reactions[reaction] ?? []).filter((account) => account !== by)
  const now = on ? [...others, by] : others
  const { [reaction]: _, ...rest } = reactions
  return now.length > 0 ? { ...rest, [reaction]: now } : rest
}
