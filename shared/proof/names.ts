/** The names and coinages of a story, for one dialog that asks which of them belong on its word list. */

import { approvedWords } from './known-words.ts'
import type { StoryView } from './rule.ts'
import { isCalendarSlip, isSlipOf, isVariantOf } from './rules/near-name.ts'
import type { ApprovedWord } from './settings.ts'
import { isAcceptable } from './spelling/acceptable.ts'
import { isGivenName } from './spelling/given-names.ts'
import { hasNearWord } from './spelling/slips.ts'
import { partsOf } from './word-parts.ts'

export interface LearntName {
  /** As the story writes it. */
  word: string
  /** In capitals and out, possessives and hyphenated uses as well. */
  count: number
  /** A guess by the words around it. */
  kind: Exclude<ApprovedWord['kind'], 'spelling'>
  /** The first line it stands in, around it, about 80 code units. */
  example: string
  /** No dictionary and no list of names has it: without approval it is only known for how the story writes it. */
  isNew: boolean
}

/**
 * Names by the rules of `standingOf`, and lower-case coinages used three times or more that no dictionary word is near
 * to. Most frequent first; without what is approved already, plain words of the dictionary, and what
 * is nearly one of the story's own names.
 */
export function learnNames(story: StoryView): LearntName[] {
  const { words, facts, speller, settings } = story
  const approved = approvedWords(settings)
  const names = [...words].filter(([word, { capital, first }]) => capital + first >= 2 && facts.isName(word))
  const isMisspelt = (word: string, uses: number): boolean =>
    uses <= 2 &&
    (isCalendarSlip(word) ||
      names.some(([name, { capital, first }]) => {
        const often = capital + first
        if (often <= uses) return false
        return often >= 5 * uses
          ? isSlipOf(word, name) || isVariantOf(word, name)
          : word.length > 5 && isVariantOf(word, name)
      }))
  const wanted = new Map<string, { count: number; isTerm: boolean; isNew: boolean }>()
  for (const [word, { capital, first, lower }] of words) {
    if (approved.has(word)) continue
    const isKnown = facts.isKnown(word)
    if (!isKnown && !facts.isFrequent(word)) continue
    const isRight = speller !== null && isAcceptable(word, speller, () => false)
    if (isRight || isMisspelt(word, capital + first + lower)) continue
    if (!isKnown && (speller === null || hasNearWord(word, speller))) continue
    const isNew =
      !isGivenName(word) && (speller === null || !speller.correct(word.slice(0, 1).toUpperCase() + word.slice(1)))
    wanted.set(word, { count: capital + first + lower, isTerm: !isKnown, isNew })
  }
  const uses = usesOf(story, wanted)
  const learnt: LearntName[] = []
  for (const [word, { count, isTerm, isNew }] of wanted) {
    const use = uses.get(word)
    if (use) learnt.push({ word: use.written, count, kind: isTerm ? 'term' : kindOf(use), example: use.example, isNew })
  }
  return learnt.sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))
}

interface Use {
  written: string
  example: string
  /** Words before it that places follow, articles, and signs of a person. */
  place: number
  article: number
  person: number
}

const PLACE = new Set(
  'in at to from near towards toward through across outside inside around into leaving reached'.split(' '),
)
const PERSON_WORDS = new Set(
  (
    'said asked replied whispered muttered murmured shouted yelled called smiled nodded sighed laughed grinned shrugged frowned looked turned ' +
    'felt thought knew was had walked stood sat mr mrs ms miss dr lord lady sir captain professor aunt uncle and with'
  ).split(' '),
)

function kindOf({ place, article, person }: Use): LearntName['kind'] {
  if (article > place && article > person) return 'term'
  return place > person ? 'place' : 'name'
}

function usesOf(story: StoryView, wanted: ReadonlyMap<string, { isTerm: boolean }>): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const line of story.lines) {
    const { tokens, text } = line
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'word' || token.shape === 'UPPER') continue
      for (const part of partsOf(token.text)) {
        const lower = part.toLowerCase()
        const kind = wanted.get(lower)
        if (kind === undefined || (part === lower) !== kind.isTerm) continue
        const use = uses.get(lower) ?? {
          written: part,
          example: around(text, token.start, token.end),
          place: 0,
          article: 0,
          person: 0,
        }
        uses.set(lower, use)
        const before = tokens[at - 1]?.lower ?? ''
        const after = tokens[at + 1]?.lower ?? ''
        if (token.text.includes('-') || PERSON_WORDS.has(before) || PERSON_WORDS.has(after)) use.person += 1
        else if (PLACE.has(before)) use.place += 1
        else if (before === 'the' || before === 'a' || before === 'an') use.article += 1
      }
    }
  }
  return uses
}

/** Up to about 40 code units on each side, whole words. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const left = before.length <= 40 ? before : `…${before.slice(-40).replace(/^\S*\s+/, '')}`
  const right = after.length <= 40 ? after : `${after.slice(0, 40).replace(/\s+\S*$/, '')}…`
  return (left + text.slice(start, end) + right).trim()
}
