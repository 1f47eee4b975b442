/** The words of the review and how much of each there may be. Free of schemas, so that a browser need not load any. */

export const NOTE_KINDS = ['comment', 'question', 'praise', 'tag'] as const
export const REACTIONS = ['👍', '❤️', '😄', '🎉', '🤔', '👀'] as const
export const VERDICTS = ['accept', 'reject'] as const
/** Why an anchor was set anew: the words were cut and pasted, came back by undo, or a person put the note there. */
export const MOVES = ['paste', 'undo', 'hand'] as const

export const MOST_BODY = 10_000
export const MOST_REASON = 1_000
/** Of one suggestion, UTF-16 code units of base and of what is inserted, each. */
export const MOST_CHANGE = 200_000
/** What a word of the story's list is; an `spelling` is an ordinary word that dictionaries lack. */
export const WORD_KINDS = ['name', 'place', 'term', 'spelling'] as const
export const DIALECTS = ['en-US', 'en-GB'] as const
export const ELLIPSES = ['…', '...', '. . .'] as const
export const DASHES = ['em', 'spaced-em', 'spaced-en', 'double-hyphen', 'spaced-double-hyphen'] as const
/** UTF-16 code units. */
export const MOST_WORD = 60
/** Words, or findings, of one command. */
export const MOST_WORDS = 500

/** Suggestions decided by one command. */
export const MOST_DECISIONS = 2_000

export type WordKind = (typeof WORD_KINDS)[number]
export type NoteKind = (typeof NOTE_KINDS)[number]
export type Reaction = (typeof REACTIONS)[number]
export type Verdict = (typeof VERDICTS)[number]
export type Move = (typeof MOVES)[number]
