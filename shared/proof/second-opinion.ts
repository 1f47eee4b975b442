/**
 * What another proofreader says of a line, as findings of ours: what ours has said already, what the story's people have
 * decided, and what is not to be looked at is left out. Who that proofreader is and how it is run is not known here.
 */
import { type Finding, findingKey } from './finding.ts'
import { approvedWords } from './known-words.ts'
import { ProseLine } from './prose-line.ts'
import type { Settings } from './settings.ts'
import { partsOf } from './word-parts.ts'

/** One thing that it says of a line, as plain data. */
export interface Remark {
  /** Name of its rule, with what tells it from ours before it. */
  rule: string
  /** UTF-16 code units in the line. */
  offset: number
  length: number
  message: string
  /** Best first; each takes the place of exactly the range. */
  replacements: readonly string[]
}

/** What of the settings bears on remarks. */
export type Wishes = Pick<Settings, 'words' | 'sheet' | 'off' | 'dismissed' | 'muteDialogue'>

/** What people said is right as it stands: a finding's key → its rule and the words it was about, or their beginning. */
export type Dismissed = ReadonlyMap<string, { readonly rule: string; readonly words: string }>

/** The settings made ready once, for many lines. */
export interface Sieve {
  off: ReadonlySet<string>
  dismissed: ReadonlySet<string>
  /** Of them, those whose words are known. */
  passed: Dismissed
  /** In lower case, apostrophes straight. */
  words: ReadonlySet<string>
  muted: boolean
}

export function sieveOf({ words, sheet, off, dismissed, muteDialogue }: Wishes, passed: Dismissed = new Map()): Sieve {
  const approved = approvedWords({ words, sheet })
  return {
    off: new Set(off),
    dismissed: new Set(dismissed),
    passed,
    words: new Set(approved.keys()),
    muted: muteDialogue.grammar,
  }
}

/**
 * The remarks on a line as findings, by offset. Of two that overlap the first is kept, the longer one where both begin.
 * Left out are those over a finding of ours at the default level, or over words of which somebody has dismissed one, those that
 * name a word of the story's list, and, where dialogue is muted for grammar, those in speech. `sure` is never true: nobody has measured it rule by rule.
 */
export function secondFindings(
  line: number,
  text: string,
  remarks: readonly Remark[],
  own: readonly Finding[],
  sieve: Sieve,
): Finding[] {
  const findings: Finding[] = []
  const ours = own.filter(({ level }) => level === 'default')
  const prose = sieve.muted && remarks.length > 0 ? new ProseLine({ text }) : null
  let end = 0
  for (const remark of [...remarks].sort((one, other) => one.offset - other.offset || other.length - one.length)) {
    if (sieve.off.has(remark.rule) || !fits(remark, text)) continue
    if (remark.offset < end || ours.some((finding) => overlap(finding, remark))) continue
    if (prose?.isSpeech(remark.offset) || namesOneOf(sieve.words, text, remark)) continue
    if (isPassed(sieve.passed, text, remark)) continue
    const { rule, message } = remark
    const { offset, length, replacements } = tidied(text, remark)
    const key = findingKey(rule, text, offset, length)
    if (sieve.dismissed.has(key)) continue
    end = offset + length
    findings.push({
      rule,
      level: 'default',
      kind: 'grammar',
      line,
      offset,
      length,
      message,
      replacements,
      sure: false,
      key,
    })
  }
  return findings
}

/**
 * Remarks on a line that has changed, until they are made anew: those in its unchanged beginning and end, at their new
 * places. What was written over, or stands directly beside it, goes.
 */
export function carried(before: string, remarks: readonly Remark[], after: string): Remark[] {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  let behind = 0
  while (behind < least - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind += 1
  const shift = after.length - before.length
  return remarks.flatMap((remark) => {
    if (remark.offset + remark.length < start) return [remark]
    if (remark.offset > before.length - behind) return [{ ...remark, offset: remark.offset + shift }]
    return []
  })
}

function fits({ offset, length }: Remark, text: string): boolean {
  return offset >= 0 && length > 0 && offset + length <= text.length
}

/** Ranges that share a letter. */
function overlap(one: Pick<Finding, 'offset' | 'length'>, other: Pick<Finding, 'offset' | 'length'>): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}

/** Somebody has dismissed a finding over any of its letters, of whatever rule. */
function isPassed(passed: Dismissed, text: string, { offset, length }: Remark): boolean {
  const end = offset + length
  for (const [key, { rule, words }] of passed) {
    if (words === '') continue
    const from = Math.max(0, offset - words.length + 1)
    // Only the letters about the remark: a line is long, and dismissals are many.
    const near = text.slice(from, end + words.length - 1)
    for (let at = near.indexOf(words); at >= 0; at = near.indexOf(words, at + 1)) {
      if (findingKey(rule, text, from + at, words.length) === key) return true
    }
  }
  return false
}

function namesOneOf(words: ReadonlySet<string>, text: string, { offset, length }: Remark): boolean {
  if (words.size === 0) return false
  const said = text.slice(offset, offset + length)
  return [...said.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].some(([word]) =>
    partsOf(word).some((part) => words.has(part.toLowerCase().replaceAll('’', "'"))),
  )
}

/**
 * Apostrophes as the line writes them; a word that is to go takes one of the spaces beside it along. A correction that
 * changes nothing is none.
 */
function tidied(text: string, { offset, length, replacements }: Remark): Omit<Remark, 'rule' | 'message'> {
  const isCurly = text.includes('’')
  const written = replacements.map((words) => (isCurly ? words.replaceAll("'", '’') : words))
  const goes = written.includes('')
  const end = offset + length
  const [before, after] = [text[offset - 1], text[end]]
  const spaceAfter = goes && after === ' ' && (before === undefined || before === ' ') ? ' ' : ''
  const spaceBefore = goes && before === ' ' && (after === undefined || /[^\s\p{L}\p{N}]/u.test(after)) ? ' ' : ''
  const [from, to] = [offset - spaceBefore.length, end + spaceAfter.length]
  const range = text.slice(from, to)
  const made = written.map((words) => (words === '' ? '' : spaceBefore + words + spaceAfter))
  return { offset: from, length: range.length, replacements: [...new Set(made)].filter((words) => words !== range) }
}
