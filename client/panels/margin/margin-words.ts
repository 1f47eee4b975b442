/** What the margin says about threads, in the field's words; also for screen readers. Pure. */

import { apply, wordsOf } from '../../../shared/review/change.ts'
import type { Note, ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { NoteKind } from '../../../shared/review/vocabulary.ts'
import { may, type Role } from '../../../shared/roles.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Entry } from './margin-entries.ts'
import { plainBody } from './note-body.ts'

export const KIND_WORDS: Record<NoteKind, { name: string; icon: IconName; did: string }> = {
  comment: { name: 'Comment', icon: 'message-square', did: 'commented' },
  question: { name: 'Question', icon: 'circle-help', did: 'asked' },
  praise: { name: 'Praise', icon: 'heart', did: 'praised' },
  tag: { name: 'Tag', icon: 'tag', did: 'tagged' },
}

/** Shortened at a word, with "…", to about `most` UTF-16 code units. Line ends become spaces. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most + 1).replace(/\s+\S*$/, '')
  const words = cut.length > most ? line.slice(0, most) : cut
  return `${words.replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** "replace certain with sure", "insert ,", "delete very", "join two lines". */
export function changeWords({ base, change }: Suggestion): string {
  const [was, is] = [wordsOf(base), wordsOf(apply(base, change))]
  const [before, after] = [shortened(was, 40), shortened(is, 40)]
  // A line end by itself cannot be read out.
  if (before === '' && after === '') return was.length > is.length ? 'join two lines' : 'open a new line'
  if (before === '') return `insert ${after}`
  if (after === '') return `delete ${before}`
  return before === after ? `change the look of ${before}` : `replace ${before} with ${after}`
}

/** "Comment by June Park, line 22: the mud shone". */
export function entryWords(entry: Entry, name: (account: string) => string): string {
  const where = entry.line > 0 ? `, line ${entry.line}` : ''
  if (entry.kind === 'suggestion') return `Suggestion by ${name(entry.thread.by)}${where}: ${changeWords(entry.thread)}`
  const { kind, by, body, quote } = entry.thread
  const said = shortened(plainBody(body)) || shortened(entry.words || (quote?.words ?? ''))
  return `${KIND_WORDS[kind].name} by ${name(by)}${where}: ${said}`
}

/**
 * Sentences about what others did between two states, the oldest first; at most three and a count. Nothing is said
 * about what was there before `since`, a sequence number.
 */
export function newsSince(
  before: ReviewState,
  after: ReviewState,
  me: string,
  name: (account: string) => string,
): string[] {
  const said: { touched: number; words: string }[] = []
  for (const note of after.notes.values()) {
    const was = before.notes.get(note.id)
    if (was === note || note.touched <= before.seq) continue
    const words = noteNews(was, note, me, name)
    if (words !== '') said.push({ touched: note.touched, words })
  }
  said.sort((one, other) => one.touched - other.touched)
  const sentences = said.slice(0, 3).map(({ words }) => words)
  return said.length > 3 ? [...sentences, `${said.length - 3} more in the margin.`] : sentences
}

function noteNews(was: Note | undefined, note: Note, me: string, name: (account: string) => string): string {
  const on = note.quote ? ` on “${shortened(note.quote.words, 40)}”` : ' on the whole story'
  if (!was) return note.by === me ? '' : `${name(note.by)} ${KIND_WORDS[note.kind].did}${on}.`
  const reply = note.replies.at(-1)
  if (reply && note.replies.length > was.replies.length) {
    return reply.by === me ? '' : `${name(reply.by)} replied${on}.`
  }
  if (note.resolved && !was.resolved)
    return note.resolved.by === me ? '' : `${name(note.resolved.by)} resolved a note${on}.`
  if (note.assigned === me && was.assigned !== me) return `A note${on} is for you now.`
  return ''
}

export interface Rights {
  reply: boolean
  /** Change its words, or delete it. */
  edit: boolean
  resolve: boolean
  /** Assign it, mark it as must-fix. */
  steer: boolean
  /** Put it back on words. */
  move: boolean
}

/** What this person may do with the note; the judge has the last word. */
export function rightsOver(note: Note, me: string, role: Role): Rights {
  const talks = may(role, 'annotate')
  const own = talks && note.by === me
  const decides = may(role, 'decide')
  return {
    reply: talks && !note.deleted,
    edit: own && !note.deleted,
    resolve: !note.deleted && (decides || own || (talks && note.assigned === me)),
    steer: !note.deleted && (own || decides),
    move: !note.deleted && (own || may(role, 'write')),
  }
}
