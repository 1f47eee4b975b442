/** A name that is nearly, but not quite, one that the story uses all the time. Unknown words that look like no name are `spelling`'s. */
import { approvedWords } from '../known-words.ts'
import type { StoryRule, StorySpot, StoryView } from '../rule.ts'
import type { Settings } from '../settings.ts'
import { askedOnce } from '../spelling/asked-once.ts'
import { isLikelyFirstSlip } from '../spelling/slips.ts'
import { partsOf } from '../word-parts.ts'

export const nearName: StoryRule = {
  name: 'near-name',
  level: 'default',
  kind: 'spelling',
  title: 'Nearly a name',
  explain:
    'This name stands in the story once or twice and differs by a letter or two from one that it uses often. ' +
    'If it is somebody else, add it to the words of the story.',
  example: { wrong: 'Sasuek looked up. (in a story about Sasuke)', right: 'Sasuke looked up.' },
  source: 'Chicago Manual of Style 17th ed. 2.67 (style sheets): a name is spelled one way.',
  *checkStory(story) {
    const meant = namesMeant(story)
    if (meant.size === 0) return
    for (const [line, summary] of story.summaries.entries()) {
      if (summary.capitalised.some((word) => meant.has(word))) yield* spotsIn(story, line, meant)
    }
  },
}

/** How often a name stands in a story before others are measured by it. */
const OFTEN = 4

/** Capitals that everybody uses and no character is named like: a slip in one would else pass for a new name. */
const CALENDAR =
  'monday tuesday wednesday thursday friday saturday sunday january february september october november december christmas halloween thanksgiving'.split(
    ' ',
  )

/** A day or month with a slip in it. Lower case. */
export function isCalendarSlip(word: string): boolean {
  return CALENDAR.some((day) => isSlip(word, day))
}

const approvals = new WeakMap<Settings, ReturnType<typeof approvedWords>>()

function approvedIn(settings: Settings): ReturnType<typeof approvedWords> {
  const approved = approvals.get(settings) ?? approvedWords(settings)
  approvals.set(settings, approved)
  return approved
}

/** Lower-case rare name → the frequent one it is taken for, as that is written. */
function namesMeant({ words, facts, settings, speller }: StoryView): ReadonlyMap<string, string> {
  const meant = new Map<string, string>()
  if (speller === null) return meant
  const approved = approvedIn(settings)
  const rare: { word: string; uses: number; isListed: boolean }[] = []
  const often: { name: string; uses: number }[] = []
  /** Names by what they sound like, as a slip in a rare one is told by that alone. */
  const bySound = new Map<string, { name: string; uses: number }[]>()
  for (const [word, { capital, first, lower }] of words) {
    const uses = capital + first
    const isRare = uses <= 2 && lower === 0 && word.length >= 3
    // Asked of few words, as a story has thousands and this is asked after every edit.
    if (uses >= 2 && word.length >= LONG && facts.isName(word)) {
      const sound = soundSpelling(word)
      bySound.set(sound, [...(bySound.get(sound) ?? []), { name: word, uses }])
    }
    if (uses === 0 || (uses < OFTEN && !isRare)) continue
    if (uses >= OFTEN && facts.isName(word)) often.push({ name: word, uses })
    else if (isRare && !approved.has(word)) {
      const isListed = isRight(word, speller)
      if (!isListed ? word.length >= 4 : !isPlainWord(word, speller)) rare.push({ word, uses, isListed })
    }
  }
  often.sort((one, other) => other.uses - one.uses || (one.name < other.name ? -1 : 1))
  // A slip keeps the first letter, and most names have another.
  const byLetter = new Map<string, typeof often>()
  for (const one of often) {
    const letter = one.name.slice(0, 1)
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), one])
  }
  for (const { word, uses: seldom, isListed } of rare) {
    const name = (byLetter.get(word.slice(0, 1)) ?? []).find(({ name, uses }) => {
      if (isListed) return uses >= VARIANT_RATIO * seldom && isVariantOf(word, name)
      return uses >= 2 * OFTEN - 3 * (approved.has(name) ? 1 : 0) && isSlip(word, name)
    })
    const alike = name ?? variantOf(word, seldom, bySound)
    if (isListed || alike !== name) {
      if (alike) meant.set(word, capitalised(alike.name))
      continue
    }
    const right = name?.name ?? CALENDAR.find((day) => isSlip(word, day))
    // Seen once, and at the start of a sentence: one close to a common word is the rule of spelling's.
    if (right && (facts.isKnown(word) || !isFirstSlip(word, speller))) meant.set(word, capitalised(right))
  }
  return meant
}

/** How much oftener a name has to stand than another way to spell it that is a name as well. */
const VARIANT_RATIO = 6

/** Long enough that two of one sound are one, however seldom they stand. */
const LONG = 6

/** The name that stands oftener and sounds like this one; the first by the alphabet of two that stand equally often. */
function variantOf(
  word: string,
  uses: number,
  bySound: ReadonlyMap<string, readonly { name: string; uses: number }[]>,
): { name: string; uses: number } | undefined {
  if (word.length < LONG) return undefined
  return bySound
    .get(soundSpelling(word))
    ?.filter((other) => other.name !== word && other.uses > uses && !isWithH(word, other.name))
    .sort((one, other) => other.uses - one.uses || (one.name < other.name ? -1 : 1))[0]
}

/** Two names that are one name spelt two ways: Sara and Sarah, Jon and John, Philip and Phillip, Teodora and Theodora. */
export function isVariantOf(word: string, name: string): boolean {
  if (word === name || isWithH(word, name)) return false
  const sound = soundSpelling(word)
  if (sound !== soundSpelling(name)) return false
  // Rose and Ross: short ones sound alike only without their vowels.
  return sound.length >= 4 || word.replaceAll('h', '') === name.replaceAll('h', '')
}

/** Georgie of George: somebody is fond of him. */
function isPetForm(word: string, name: string): boolean {
  const stem = /^(.{3,}?)(?:ie|ey)$/.exec(word)?.[1]
  return stem !== undefined && (stem === name || `${stem}e` === name)
}

/** Habbotshall for Abbotshall: an h that some people say, and others do not. */
function isWithH(one: string, other: string): boolean {
  return one === `h${other}` || other === `h${one}`
}

/** One spelling for what is said alike; a vowel that is heard at the end stays, as Anne and Anna are two people. */
function soundSpelling(name: string): string {
  let sound = sounds.get(name)
  if (sound === undefined) {
    if (sounds.size >= REMEMBERED) sounds.clear()
    sound = soundSpellingOf(name)
    sounds.set(name, sound)
  }
  return sound
}

/** Names remembered. */
const REMEMBERED = 5_000

const sounds = new Map<string, string>()

function soundSpellingOf(name: string): string {
  return name
    .replace(/ph/g, 'f')
    .replace(/ck|c(?![eiyh])/g, 'k')
    .replace(/(?<![sc])h/g, '')
    .replace(/(.)\1/g, '$1')
    .replace(/y(?!$)/g, 'i')
    .replace(/(?<=.{2})e$/, '')
}

/** `isSlipOf`, remembered by word: a story's names stay the same from edit to edit. */
function isSlip(word: string, name: string): boolean {
  if (word[0] !== name[0]) return false
  let known = slipsOf.get(word)
  if (known === undefined) {
    if (slipsOf.size >= REMEMBERED) slipsOf.clear()
    known = new Map()
    slipsOf.set(word, known)
  }
  let answer = known.get(name)
  if (answer === undefined) {
    answer = isSlipOf(word, name)
    known.set(name, answer)
  }
  return answer
}

const slipsOf = new Map<string, Map<string, boolean>>()

const isRight = askedOnce((word, speller) => speller.correct(capitalised(word)))

const isPlainWord = askedOnce((word, speller) => speller.correct(word))

const isFirstSlip = askedOnce(isLikelyFirstSlip)

/**
 * Two letters turned, one doubled, lost or too many, or in longer names one exchanged or two slips. Another first letter
 * or another ending makes another person: Mason and Jason, Maria and Marie, Uchiha and Uchihas.
 */
export function isSlipOf(word: string, name: string): boolean {
  if (isPetForm(word, name)) return false
  if (word[0] !== name[0] || word === name || Math.abs(word.length - name.length) > 2) return false
  // One slip leaves two letters at most in only one of the words, two slips four.
  if (strangers(word, name) > (Math.min(word.length, name.length) >= 8 ? 4 : 2)) return false
  if (word.startsWith(name) || (name.startsWith(word) && name.length - word.length > 1)) return false
  if (word.slice(0, -1) === name.slice(0, -1)) return false
  const distance = slips(word, name)
  if (distance === 1) return word.length !== name.length || word.length >= 6 || isTurned(word, name)
  return distance === 2 && Math.min(word.length, name.length) >= 8 && word.at(-1) === name.at(-1)
}

/** Letters of the Latin alphabet that stand in one of the words only, each counted once. */
function strangers(word: string, name: string): number {
  let rest = lettersOf(word) ^ lettersOf(name)
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

function isTurned(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('')
}

/** Letters added, lost, exchanged or turned (optimal string alignment), counted to 3. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let cost = Math.min(last[column - 1]! + same, last[column]! + 1, now[column - 1]! + 1)
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1)
      }
      now.push(cost)
    }
    before = last
    last = now
  }
  return Math.min(3, last[other.length]!)
}

function* spotsIn(story: StoryView, line: number, meant: ReadonlyMap<string, string>): Iterable<StorySpot> {
  for (const token of story.lines[line]!.tokens) {
    if (token.kind !== 'word' || token.shape === 'lower') continue
    for (const part of partsOf(token.text)) {
      const name = meant.get(part.toLowerCase())
      if (name === undefined || part === part.toLowerCase()) continue
      const offset = token.start + token.text.indexOf(part)
      yield {
        line,
        offset,
        length: part.length,
        message: CALENDAR.includes(name.toLowerCase())
          ? `“${name}” is spelled so.`
          : `Elsewhere the story has “${name}”.`,
        replacements: [name],
      }
    }
  }
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
