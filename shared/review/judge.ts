/**
 * May this person do this to the review, as it stands? Pure: the server refuses by it, and a client asks it before it
 * shows what it has sent. Whether the words of an accepted suggestion are still there is not known here; the room asks
 * the text (server/rooms).
 */
import { Refusal } from '../refusals.ts'
import { may, type Role } from '../roles.ts'
import { covered, isEmpty, lengthOf, wordsOf } from './change.ts'
import type { Command, CommandOf } from './commands.ts'
import { type Note, type ReviewState, type Suggestion, threadOf } from './state.ts'

export interface Reviewer {
  /** Account. */
  id: string
  role: Role
}

/**
 * Throws: `not-found` for what is not there or another person's private note, `forbidden` for what the role or the
 * authorship does not allow, `conflict` for what has been overtaken, `bad-request` for what makes no sense.
 */
export function judge(state: ReviewState, command: Command, by: Reviewer): void {
  switch (command.type) {
    case 'open-note':
      judgeOpening(state, command, by)
      break
    case 'edit-note':
      mayTag(state, command)
      own(noteFor(state, command.note, by), by, 'change')
      break
    case 'delete-note':
      own(noteFor(state, command.note, by), by, 'delete')
      break
    case 'reply':
      threadFor(state, command.thread, by)
      fresh(replyIn(state, command.thread, command.reply) === undefined)
      break
    case 'edit-reply':
    case 'delete-reply':
      threadFor(state, command.thread, by)
      judgeReply(state, command, by)
      break
    case 'resolve':
    case 'reopen':
      judgeResolving(noteFor(state, command.note, by), command.type, by)
      break
    case 'assign':
    case 'mark': {
      const note = noteFor(state, command.note, by)
      if (note.by !== by.id) atLeast(by, 'decide')
      break
    }
    case 'react':
      threadFor(state, command.thread, by)
      if (command.reply !== null && !replyIn(state, command.thread, command.reply)) throw gone('reply')
      break
    case 'move-anchor':
      judgeMove(threadFor(state, command.thread, by), by)
      break
    case 'set-label':
      atLeast(by, 'decide')
      break
    case 'remove-label':
      atLeast(by, 'decide')
      if (!state.labels.has(command.label)) throw gone('tag')
      break
    case 'propose':
      atLeast(by, 'propose')
      fresh(threadOf(state, command.suggestion) === undefined)
      judgeProposal(command)
      inSet(state, command.label ?? null)
      break
    case 'tag':
      judgeTagging(state, command, by)
      break
    case 'revise':
      openOwn(state, command, by)
      judgeProposal(command)
      break
    case 'withdraw':
      openOwn(state, command, by)
      break
    case 'decide':
      judgeDecision(state, command, by)
      break
    case 'undecide':
      judgeUndoing(state, command, by)
      break
    case 'propose-words':
      atLeast(by, 'propose')
      break
    case 'allow-words':
      atLeast(by, 'decide')
      break
    case 'drop-words':
      judgeDropping(state, command, by)
      break
    case 'dismiss':
      atLeast(by, 'propose')
      break
    case 'switch-rule':
    case 'decide-style':
      atLeast(by, 'decide')
      break
    case 'undecide-style':
      atLeast(by, 'decide')
      if (!state.style.has(command.style)) throw gone('decision')
      break
    case 'see':
      if (command.upto > state.seq) throw new Refusal('bad-request', 'Nobody has seen what has not happened yet.')
  }
}

/** True when the note is one that this account may be shown. */
export function maySee(note: Pick<Note, 'private' | 'by'>, account: string): boolean {
  return !note.private || note.by === account
}

/** Suggestions that were decided together by this command and still are. */
export function decidedBy(state: ReviewState, decision: string): Suggestion[] {
  return [...state.suggestions.values()].filter(({ decided }) => decided?.id === decision)
}

function judgeOpening(state: ReviewState, command: CommandOf<'open-note'>, by: Reviewer): void {
  atLeast(by, 'annotate')
  fresh(threadOf(state, command.note) === undefined)
  mayTag(state, command)
  if ((command.anchor === null) !== (command.quote === null)) {
    throw new Refusal('bad-request', 'A note on words needs both their place and the words.')
  }
  if (command.kind !== 'tag' && command.kind !== 'praise' && command.body.trim() === '') {
    throw new Refusal('bad-request', 'The note is empty.')
  }
}

function mayTag(state: ReviewState, { kind, label }: { kind: Note['kind']; label: string | null }): void {
  if ((kind === 'tag') !== (label !== null)) {
    throw new Refusal('bad-request', 'A tag needs its label, and nothing else has one.')
  }
  inSet(state, label)
}

/** Its author sorts what they propose, and whoever decides does. */
function judgeTagging(state: ReviewState, { suggestion: id, label }: CommandOf<'tag'>, by: Reviewer): void {
  const suggestion = state.suggestions.get(id)
  atLeast(by, suggestion?.by === by.id ? 'propose' : 'decide')
  if (!suggestion) throw gone('suggestion')
  if (suggestion.status !== 'open') throw decidedAlready()
  inSet(state, label)
}

function inSet({ labels }: ReviewState, label: string | null): void {
  if (label !== null && !labels.has(label)) throw gone('tag')
}

function judgeReply(
  state: ReviewState,
  command: CommandOf<'edit-reply'> | CommandOf<'delete-reply'>,
  by: Reviewer,
): void {
  const reply = replyIn(state, command.thread, command.reply)
  if (!reply || reply.deleted) throw gone('reply')
  own(reply, by, command.type === 'edit-reply' ? 'change' : 'delete')
}

function judgeResolving(note: Note, type: 'resolve' | 'reopen', by: Reviewer): void {
  if (note.by !== by.id && note.assigned !== by.id) atLeast(by, 'decide')
  if ((note.resolved !== null) === (type === 'resolve')) {
    throw new Refusal('conflict', type === 'resolve' ? 'This note is resolved already.' : 'This note is open already.')
  }
}

/** Whoever may change the text moves words with their notes; anybody else moves their own. */
function judgeMove(thread: Note | Suggestion, by: Reviewer): void {
  if (thread.by !== by.id) atLeast(by, 'write')
  if (thread.anchor === null) throw new Refusal('bad-request', 'A note on the whole story has no place.')
  if ('status' in thread && thread.status !== 'open') throw decidedAlready()
}

function judgeProposal({ base, change }: CommandOf<'propose'> | CommandOf<'revise'>): void {
  if (covered(change) !== lengthOf(base)) {
    throw new Refusal('bad-request', 'The change does not fit the words that it is about.')
  }
  if (wordsOf(base).length > 0 ? isEmpty(base, change) : change.every((op) => !('insert' in op))) {
    throw new Refusal('bad-request', 'That would change nothing.')
  }
}

function judgeDecision(state: ReviewState, { decisions, verdict }: CommandOf<'decide'>, by: Reviewer): void {
  atLeast(by, 'decide')
  if (new Set(decisions.map(({ suggestion }) => suggestion)).size < decisions.length) {
    throw new Refusal('bad-request', 'One suggestion is named twice.')
  }
  for (const { suggestion: id, rev, amended } of decisions) {
    const suggestion = state.suggestions.get(id)
    if (!suggestion) throw gone('suggestion')
    if (suggestion.status !== 'open') throw decidedAlready()
    if (suggestion.rev !== rev) {
      throw new Refusal('conflict', 'Its author has changed this suggestion since you looked. Look at it again.')
    }
    if (amended && (verdict === 'reject' || covered(amended) !== lengthOf(suggestion.base))) {
      throw new Refusal('bad-request', 'The amendment does not fit the words that the suggestion is about.')
    }
  }
}

function judgeUndoing(state: ReviewState, { decision }: CommandOf<'undecide'>, by: Reviewer): void {
  atLeast(by, 'decide')
  if (decidedBy(state, decision).length === 0) {
    throw new Refusal('conflict', 'That decision was taken back already.')
  }
}

/** One's own proposals may be taken back; the list itself is the editors'. */
function judgeDropping({ words }: ReviewState, command: CommandOf<'drop-words'>, by: Reviewer): void {
  atLeast(by, 'propose')
  const own = command.words.every((word) => {
    const known = words.get(word)
    return known?.by === by.id && known.allowed === null
  })
  if (!own) atLeast(by, 'decide')
}

function openOwn(state: ReviewState, { suggestion: id, rev }: { suggestion: string; rev: number }, by: Reviewer): void {
  atLeast(by, 'propose')
  const suggestion = state.suggestions.get(id)
  if (!suggestion) throw gone('suggestion')
  own(suggestion, by, 'change')
  if (suggestion.status !== 'open') throw decidedAlready()
  if (suggestion.rev !== rev) {
    throw new Refusal('conflict', 'This suggestion was changed in another window. Look at it again.')
  }
}

function noteFor(state: ReviewState, id: string, by: Reviewer): Note {
  atLeast(by, 'annotate')
  const note = state.notes.get(id)
  if (!note || note.deleted || !maySee(note, by.id)) throw gone('note')
  return note
}

function threadFor(state: ReviewState, id: string, by: Reviewer): Note | Suggestion {
  const suggestion = state.suggestions.get(id)
  if (!suggestion) return noteFor(state, id, by)
  atLeast(by, 'annotate')
  return suggestion
}

function replyIn(state: ReviewState, thread: string, id: string) {
  return threadOf(state, thread)?.replies.find((reply) => reply.id === id)
}

function own({ by }: { by: string }, reviewer: Reviewer, verb: 'change' | 'delete'): void {
  if (by !== reviewer.id) throw new Refusal('forbidden', `Only the one who wrote it may ${verb} it.`)
}

function atLeast({ role }: Reviewer, act: 'annotate' | 'propose' | 'decide' | 'write'): void {
  if (!may(role, act)) throw new Refusal('forbidden', `Your role here is ${role}; this takes more.`)
}

function fresh(isFresh: boolean): void {
  if (!isFresh) throw new Refusal('conflict', 'There is something with that id already.')
}

function gone(what: string): Refusal {
  return new Refusal('not-found', `That ${what} is not there any more.`)
}

function decidedAlready(): Refusal {
  return new Refusal('conflict', 'This suggestion was decided meanwhile.')
}
