/** A style sheet in words, as people read it in the panel: what a decision is about, and what was decided. */
import type { Habits } from '../../../shared/proof/habits.ts'
import type { StyleDecision } from '../../../shared/review/style.ts'

export type StylePart = StyleDecision['part']
/** Parts of which a sheet has one decision. */
export type SinglePart = Exclude<StylePart, 'spelling' | 'name' | 'muteDialogue'>

export const SINGLE_PARTS: readonly SinglePart[] = [
  'dialect',
  'quotes',
  'quoteForm',
  'dash',
  'ellipsis',
  'spellNumbersBelow',
  'sceneBreak',
]

export const PART_NAMES: Record<StylePart, string> = {
  dialect: 'English',
  quotes: 'Speech',
  quoteForm: 'Quotation marks',
  dash: 'Dash',
  ellipsis: 'Ellipsis',
  spellNumbersBelow: 'Numbers',
  sceneBreak: 'Scene break',
  muteDialogue: 'In speech',
  spelling: 'A spelling',
  name: 'A name',
}

/** What may be chosen, in words, where a part has a few values. */
export const CHOICES = {
  dialect: { 'en-US': 'American', 'en-GB': 'British' },
  quotes: { double: '“double”', single: '‘single’' },
  quoteForm: { straight: 'straight "', curly: 'curly “ ”' },
  dash: {
    em: 'word—word',
    'spaced-em': 'word — word',
    'spaced-en': 'word – word',
    'double-hyphen': 'word--word',
    'spaced-double-hyphen': 'word -- word',
  },
  ellipsis: { '…': 'one sign …', '...': 'three dots ...', '. . .': 'spaced dots . . .' },
} as const satisfies { readonly [Part in SinglePart]?: Readonly<Record<string, string>> }

export type ChoicePart = keyof typeof CHOICES

export function isChoice(part: StylePart): part is ChoicePart {
  return part in CHOICES
}

/** What it is about: "Dash", "grey, gray", a name's other forms. */
export function subjectWords(decision: StyleDecision): string {
  if (decision.part === 'spelling') return [decision.preferred, ...decision.variants].join(', ')
  if (decision.part === 'name')
    return decision.aliases.length > 0 ? `also ${decision.aliases.join(', ')}` : decision.kind
  return PART_NAMES[decision.part]
}

/** What was decided: "word—word", "grey", "words below 100". */
export function decisionWords(decision: StyleDecision): string {
  switch (decision.part) {
    case 'spelling':
      return decision.preferred
    case 'name':
      return decision.name
    case 'spellNumbersBelow':
      return decision.value === 0 ? 'figures' : `words below ${decision.value.toLocaleString('en')}`
    case 'sceneBreak':
      return decision.value === '' ? 'an empty line' : decision.value
    case 'muteDialogue': {
      const muted = (['grammar', 'spelling'] as const).filter((what) => decision.value[what])
      return muted.length > 0 ? `${muted.join(' and ')} left alone` : 'everything is checked'
    }
    default:
      return (CHOICES[decision.part] as Readonly<Record<string, string>>)[decision.value] ?? decision.value
  }
}

/** All of a decision in one breath, for where no row says the rest: "grey, not gray". */
export function wholeWords(decision: StyleDecision): string {
  if (decision.part === 'spelling') return `${decision.preferred}, not ${decision.variants.join(', ')}`
  if (decision.part !== 'name') return decisionWords(decision)
  return [`${decision.name} (${decision.kind})`, ...decision.aliases].join(', also ')
}

/** What the story does by itself, and how often of how many times. */
export interface Habit {
  decision: StyleDecision
  count: number
  of: number
}

/** What most of the story does; null where it does not tell, as with numbers. */
export function habitOf(part: SinglePart, { forms, breaks, gaps, american, british }: Habits): Habit | null {
  const most = (
    counts: Readonly<Record<string, number>> = {},
    decide: (value: string) => StyleDecision,
  ): Habit | null => {
    const all = Object.entries(counts).filter(([, count]) => count > 0)
    const [first] = all.toSorted(([, one], [, other]) => other - one)
    return first
      ? { decision: decide(first[0]), count: first[1], of: all.reduce((sum, [, count]) => sum + count, 0) }
      : null
  }
  switch (part) {
    case 'spellNumbersBelow':
      return null
    case 'sceneBreak':
      return most({ ...breaks, '': gaps }, (value) => ({ part, value }))
    case 'dialect':
      return most({ 'en-US': american, 'en-GB': british }, (value) => ({ part, value }) as StyleDecision)
    default:
      return most(forms[part], (value) => ({ part, value }) as StyleDecision)
  }
}
