/**
 * What an event of a review means for the figures that a library shows: what is open from then on, what is news and for
 * whom, and which earlier news is none any more. Kept beside the events, so that nobody reads a review to count it.
 */
import type { ReviewEvent } from './events.ts'
import type { Note, ReviewState } from './state.ts'

/** Something that somebody did about an item, and that others have not seen until they look. */
export interface NewsFigure {
  /** The note or suggestion, or the id of a direct edit: several news about one item count once. */
  item: string
  /** What about it: a reply by its id, else a word. */
  part: string
  /** The account that it is for; "" = everybody but who did it. */
  to: string
}

export interface EventFigures {
  seq: number
  /** Who did it: no news to them. */
  by: string
  /** What is open after it: of what everybody sees (`account` ""), or of one account's private notes. Null = as before. */
  open: { account: string; notes: number; suggestions: number } | null
  news: readonly NewsFigure[]
  /** News about these from before this event is none any more. */
  over: readonly Pick<NewsFigure, 'item' | 'part'>[]
  /** `by` has looked at everything up to this; `at` in milliseconds since 1970. Null = as before. */
  seen: { upto: number; at: number } | null
}

/** `alone`: the event is for its author alone, and news to nobody. `after` is the fold of `before` and the event. */
export function figuresOf(before: ReviewState, event: ReviewEvent, after: ReviewState, alone: boolean): EventFigures {
  const { seq, by } = event
  const bare: EventFigures = { seq, by, open: null, news: [], over: [], seen: null }
  if (event.type === 'see') return { ...bare, seen: { upto: event.upto, at: Date.parse(event.at) } }
  const open = OPENING.has(event.type) ? openIn(after, alone ? by : '') : null
  return alone ? { ...bare, open } : { ...bare, open, ...newsOf(before, event) }
}

/** After which something may be open that was not, or the other way round. */
const OPENING: ReadonlySet<ReviewEvent['type']> = new Set([
  'open-note',
  'delete-note',
  'resolve',
  'reopen',
  'propose',
  'withdraw',
  'decide',
  'undecide',
])

function openIn({ notes, suggestions }: ReviewState, account: string): EventFigures['open'] {
  const counted = { account, notes: 0, suggestions: 0 }
  for (const note of notes.values()) {
    if (isOpen(note) && (note.private ? note.by : '') === account) counted.notes++
  }
  if (account === '') for (const { status } of suggestions.values()) if (status === 'open') counted.suggestions++
  return counted
}

function isOpen({ resolved, deleted }: Note): boolean {
  return resolved === null && !deleted
}

type News = Pick<EventFigures, 'news' | 'over'>

function newsOf(before: ReviewState, event: ReviewEvent): News {
  switch (event.type) {
    case 'open-note':
      return told({ item: event.note, part: 'opened', to: '' })
    case 'delete-note':
      return over(partsOf(before.notes.get(event.note)))
    case 'reply':
      return told({ item: event.thread, part: event.reply, to: '' })
    case 'delete-reply':
      return over([{ item: event.thread, part: event.reply }])
    case 'resolve': {
      const author = before.notes.get(event.note)?.by
      const gone = [{ item: event.note, part: 'assigned' }]
      return { news: author ? [{ item: event.note, part: 'resolved', to: author }] : [], over: gone }
    }
    case 'reopen':
      return over([{ item: event.note, part: 'resolved' }])
    case 'assign':
      return {
        news: event.to === null ? [] : [{ item: event.note, part: 'assigned', to: event.to }],
        over: [{ item: event.note, part: 'assigned' }],
      }
    case 'propose':
    case 'revise':
      return told({ item: event.suggestion, part: 'proposed', to: '' })
    case 'withdraw':
      return over([{ item: event.suggestion, part: 'proposed' }])
    case 'decide':
      return decided(before, event)
    case 'undecide':
      return {
        news: event.outcomes.map(({ suggestion }) => ({ item: suggestion, part: 'proposed', to: '' })),
        over: event.outcomes.map(({ suggestion }) => ({ item: suggestion, part: 'decided' })),
      }
    case 'edited':
      return told({ item: event.id, part: 'edited', to: '' })
    default:
      return { news: [], over: [] }
  }
}

/** What came into the text is news to all, what was rejected to its author. */
function decided({ suggestions }: ReviewState, event: ReviewEvent & { type: 'decide' }): News {
  const items = event.outcomes.map(({ suggestion }) => suggestion)
  return {
    news: items.flatMap((item) => {
      const author = suggestions.get(item)?.by
      if (event.verdict === 'accept') return { item, part: 'decided', to: '' }
      return author ? { item, part: 'decided', to: author } : []
    }),
    over: items.map((item) => ({ item, part: 'proposed' })),
  }
}

function partsOf(note: Note | undefined): News['over'] {
  if (!note) return []
  const parts = ['opened', 'assigned', 'resolved', ...note.replies.map(({ id }) => id)]
  return parts.map((part) => ({ item: note.id, part }))
}

function told(one: NewsFigure): News {
  return { news: [one], over: [] }
}

function over(parts: News['over']): News {
  return { news: [], over: parts }
}
