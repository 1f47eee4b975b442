/** Commands for the review of a story, made up: one of each kind on demand, or at random by several people. */
import { type Command, type CommandGiven, CommandSchema } from '../../shared/review/commands.ts'
import type { Reviewer } from '../../shared/review/judge.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import { REACTIONS, WORD_KINDS } from '../../shared/review/vocabulary.ts'
import { SEED_CLIENT } from './room-under-test.ts'

const WORDS = ['Sasuke', 'Hinata', 'teme']

export const PEOPLE: readonly Reviewer[] = [
  { id: 'ann-maintainer', role: 'maintainer' },
  { id: 'bob-editor', role: 'editor' },
  { id: 'cat-proofreader', role: 'proofreader' },
  { id: 'dan-commenter', role: 'commenter' },
  { id: 'eve-reader', role: 'reader' },
]

let made = 0

/** An id that no other call has given. */
export function freshId(): string {
  made += 1
  return `made-${process.pid}-${made}`
}

/** The first words of the story "story1". */
const ANCHOR = { first: { client: SEED_CLIENT, clock: 1 }, last: { client: SEED_CLIENT, clock: 3 } }
const QUOTE = { words: 'One', before: '', after: ' line.' }

/** As the server has it after reading; throws when it could not. */
export function command(given: CommandGiven): Command {
  return CommandSchema.parse(given)
}

export function openNote(note: string, change: Partial<CommandGiven & { type: 'open-note' }> = {}): Command {
  const plain = { kind: 'comment', anchor: ANCHOR, quote: QUOTE, body: `About ${note}` } as const
  return command({ id: freshId(), type: 'open-note', note, ...plain, ...change })
}

export function propose(suggestion: string, insert = 'Two'): Command {
  const change = [{ delete: 3 }, { insert }]
  return command({ id: freshId(), type: 'propose', suggestion, anchor: ANCHOR, base: [{ insert: 'One' }], change })
}

/** Something that somebody may ask for, about what there is or, now and then, about what there is not. */
export function anyCommand(state: ReviewState, random: () => number): Command {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const id = freshId()
  const note = pick([...state.notes.keys()]) ?? 'nothing-there'
  const suggestion = pick([...state.suggestions.values()])
  const thread = random() < 0.7 ? note : (suggestion?.id ?? note)
  const reply = pick(state.notes.get(thread)?.replies ?? [])?.id ?? 'nothing-there'
  const rev = suggestion?.rev ?? 1
  const about = suggestion?.id ?? 'nothing-there'
  const makers: (() => Command)[] = [
    () => openNote(freshId(), { private: random() < 0.4, mustFix: random() < 0.2 }),
    () => openNote(freshId(), { kind: 'tag', label: 'pacing', body: '' }),
    () => command({ id, type: 'edit-note', note, body: `Else ${id}`, kind: 'question', label: null }),
    () => command({ id, type: 'delete-note', note }),
    () => command({ id, type: 'reply', thread, reply: freshId(), body: `Answer ${id}` }),
    () => command({ id, type: 'edit-reply', thread, reply, body: `Changed ${id}` }),
    () => command({ id, type: 'delete-reply', thread, reply }),
    () => command({ id, type: random() < 0.6 ? 'resolve' : 'reopen', note }),
    () => command({ id, type: 'assign', note, to: pick(PEOPLE)?.id ?? null }),
    () => command({ id, type: 'mark', note, mustFix: random() < 0.5 }),
    () => command({ id, type: 'react', thread, reply: null, reaction: pick(REACTIONS) ?? '👍', on: random() < 0.7 }),
    () => command({ id, type: 'move-anchor', thread, anchor: ANCHOR, quote: QUOTE, how: 'hand' }),
    () => command({ id, type: 'set-label', label: 'a-new-label', name: `L${id}`, description: '', swatch: 2 }),
    () => propose(freshId()),
    () => ({ ...propose(freshId()), label: 'style' }) as Command,
    () => command({ id, type: 'tag', suggestion: about, label: pick([...state.labels.keys(), null]) ?? null }),
    () => ({ ...propose(about, `Else ${id}`), id, type: 'revise', rev }) as Command,
    () => command({ id, type: 'withdraw', suggestion: about, rev }),
    () => command({ id, type: 'decide', verdict: 'reject', decisions: [{ suggestion: about, rev }] }),
    () => command({ id, type: 'undecide', decision: suggestion?.decided?.id ?? 'nothing-there' }),
    () => command({ id, type: 'propose-words', words: [{ word: pick(WORDS)!, kind: pick(WORD_KINDS)! }] }),
    () => command({ id, type: 'allow-words', words: [{ word: pick(WORDS)!, kind: pick(WORD_KINDS)! }] }),
    () => command({ id, type: 'drop-words', words: [pick(WORDS)!] }),
    () =>
      command({
        id,
        type: 'dismiss',
        findings: [{ key: pick(['k1', 'k2', 'k3'])!, rule: 'spelling', words: 'Sasuke' }],
        on: random() < 0.7,
      }),
    () => command({ id, type: 'switch-rule', rule: pick(['spelling', 'tag-comma'])!, on: random() < 0.5 }),
    () => command({ id, type: 'decide-style', decision: { part: 'quotes', value: 'single' }, example: '' }),
    () =>
      command({
        id,
        type: 'decide-style',
        decision: { part: 'spelling', preferred: pick(WORDS)!, variants: ['gray'] },
        example: 'the grey sea',
      }),
    () => command({ id, type: 'undecide-style', style: pick([...state.style.keys()]) ?? 'quotes' }),
    () => command({ id, type: 'see', upto: Math.floor(random() * (state.seq + 1)) }),
  ]
  return (pick(makers) ?? (() => openNote(freshId())))()
}

/** Of a state with everything, what this person is meant to see. */
export function restricted(state: ReviewState, person: string): Omit<ReviewState, 'seq'> {
  const { notes, seq: _, seen, ...shared } = state
  return {
    notes: new Map([...notes].filter(([, note]) => !note.private || note.by === person)),
    ...shared,
    seen: new Map([...seen].filter(([account]) => account === person)),
  }
}
