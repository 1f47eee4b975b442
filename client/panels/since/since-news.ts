/** What happened in a story since somebody looked last, for them: answered, decided, asked of them, new, changed. Pure. */
import type { Edit, Note, Reply, ReviewState, Suggestion } from '../../../shared/review/state.ts'

export const NEWS_KINDS = ['asked', 'answered', 'decided', 'note', 'suggestion', 'edited'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

export interface News {
  kind: NewsKind
  /** Sequence number of the last event about it; newer is higher. */
  seq: number
  /** Who did it. */
  by: string
  /** ISO 8601. */
  at: string
  /** The note or suggestion to go to; null for an edit, which has a line. */
  thread: string | null
  /** From 1, as it was counted when it was edited. */
  line: number | null
  /** Words of it, for the list: what was said, quoted or written. */
  words: string
  outcome: 'accepted' | 'rejected' | null
}

export interface Looked {
  me: string
  /** Name of the person, as "@name" in what is said means them. */
  name: string
  /** Sequence number up to which they had looked; 0 = never. */
  upto: number
  /** When that was, ISO 8601; null = not known, then every reply of a thread that was touched counts as new. */
  at: string | null
}

/** Newest first; each thread once, as the most pressing of what it is. Nothing on a first visit: all is new then. */
export function newsSince(state: ReviewState, looked: Looked): News[] {
  if (looked.upto === 0) return []
  const news: News[] = []
  for (const note of state.notes.values()) add(news, note.touched > looked.upto && noteNews(note, looked))
  for (const suggestion of state.suggestions.values()) {
    add(news, suggestion.touched > looked.upto && suggestionNews(suggestion, looked))
  }
  for (const edit of state.edits) add(news, edit.seq > looked.upto && edit.by !== looked.me && editNews(edit))
  return news.sort((a, b) => b.seq - a.seq)
}

/** "@Name" in the words means the person; a longer name that begins alike does not. */
export function mentions(words: string, name: string): boolean {
  const at = words.toLocaleLowerCase().indexOf(`@${name.toLocaleLowerCase()}`)
  return name !== '' && at !== -1 && !/^[\p{L}\p{N}]/u.test(words.slice(at + 1 + name.length))
}

function add(news: News[], one: News | null | false): void {
  if (one) news.push(one)
}

function noteNews(note: Note, looked: Looked): News | null {
  if (note.deleted) return null
  const { me, name } = looked
  const told = { seq: note.touched, thread: note.id, line: null, outcome: null }
  const replies = newReplies(note.replies, looked)
  const last = replies.at(-1)
  const naming = replies.findLast(({ body }) => mentions(body, name))
  if (naming) return { ...told, kind: 'asked', by: naming.by, at: naming.at, words: naming.body }
  const fresh = note.by !== me && isAfter(note.at, looked)
  const open = note.resolved === null
  if (open && note.by !== me && (note.assigned === me || (fresh && mentions(note.body, name)))) {
    return { ...told, kind: 'asked', by: note.by, at: note.at, words: wordsOfNote(note) }
  }
  if (last && takesPart(note, me)) return { ...told, kind: 'answered', by: last.by, at: last.at, words: last.body }
  if (note.resolved && note.by === me && note.resolved.by !== me && isAfter(note.resolved.at, looked)) {
    return { ...told, kind: 'answered', by: note.resolved.by, at: note.resolved.at, words: 'Resolved' }
  }
  if (fresh) return { ...told, kind: 'note', by: note.by, at: note.at, words: wordsOfNote(note) }
  return last ? { ...told, kind: 'note', by: last.by, at: last.at, words: last.body } : null
}

function suggestionNews(suggestion: Suggestion, looked: Looked): News | null {
  const { me, name } = looked
  const { decided, by, status } = suggestion
  const told = { seq: suggestion.touched, thread: suggestion.id, line: null, outcome: null }
  const replies = newReplies(suggestion.replies, looked)
  const last = replies.at(-1)
  const naming = replies.findLast(({ body }) => mentions(body, name))
  if (naming) return { ...told, kind: 'asked', by: naming.by, at: naming.at, words: naming.body }
  if (decided && decided.by !== me && isAfter(decided.at, looked)) {
    const outcome = decided.verdict === 'accept' ? 'accepted' : 'rejected'
    // Of others' suggestions only what came into the text is news.
    if (by !== me && outcome === 'rejected') return null
    return { ...told, kind: 'decided', by: decided.by, at: decided.at, words: decided.reason, outcome }
  }
  if (last && takesPart(suggestion, me))
    return { ...told, kind: 'answered', by: last.by, at: last.at, words: last.body }
  if (status !== 'open' || by === me) return null
  return { ...told, kind: 'suggestion', by, at: suggestion.revisedAt ?? suggestion.at, words: suggestion.reason }
}

function editNews({ by, at, seq, lines }: Edit): News | null {
  const first = lines[0]
  if (!first) return null
  return { kind: 'edited', seq, by, at, thread: null, line: first.line, words: first.after ?? '', outcome: null }
}

function newReplies(replies: readonly Reply[], looked: Looked): Reply[] {
  return replies.filter(({ by, at, deleted }) => by !== looked.me && !deleted && isAfter(at, looked))
}

function isAfter(at: string, looked: Looked): boolean {
  return looked.at === null || Date.parse(at) > Date.parse(looked.at)
}

function takesPart({ by, replies }: Note | Suggestion, me: string): boolean {
  return by === me || replies.some((reply) => reply.by === me)
}

function wordsOfNote({ body, quote }: Note): string {
  return body.trim() === '' ? (quote?.words ?? '') : body
}
