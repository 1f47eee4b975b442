/** A capital amid a sentence on a word that never has one of its own: Again, If one wants; he went To the door. */
import type { Spot } from '../finding.ts'
import { isUpper } from '../letters.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'

export const strayCapital: LineRule = {
  name: 'stray-capital',
  level: 'default',
  kind: 'grammar',
  title: 'Capital amid a sentence',
  explain:
    'Little words such as “if”, “and” and “with” have a capital only where a sentence or a title begins, and “mother” after “my” is no name.',
  example: { wrong: 'Again, If one wants to be precise.', right: 'Again, if one wants to be precise.' },
  source:
    'Chicago Manual of Style 17th ed. 8.1 (capitals are for names), 8.36 (kinship names), 8.159 (little words in titles).',
  *check(line) {
    if (line.heading) return
    const { tokens } = line
    for (let at = 1; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.shape !== 'Capital') continue
      if (isOwnKin(tokens, at) || isSeason(tokens, at)) yield small(token)
      if (!LITTLE.has(token.lower)) continue
      const before = tokens[at - 1]!
      const next = tokens[at + 1]
      if (next === undefined || next.shape !== 'lower') continue
      const isAmid = before.shape === 'lower' && before.end === token.start - 1 && !BREAKS.has(before.lower)
      const isAfterComma = before.text === ',' && before.end === token.start - 1 && !isThought(tokens, at)
      if (!isAmid && !isAfterComma) continue
      yield small(token)
    }
  },
}

function small({ start, end, text }: Token): Spot {
  const right = text[0]!.toLowerCase() + text.slice(1)
  return { offset: start, length: end - start, message: `Amid a sentence it is “${right}”.`, replacements: [right] }
}

/** "my Grandfather", which is no name when it is somebody's; "my Aunt Mara" is one, and "Our Father" is God. */
function isOwnKin(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const before = tokens[at - 1]!
  const next = tokens[at + 1]
  if (before.shape !== 'lower' || !OWNERS.has(before.lower) || !KIN.has(lower.replace(/'s$/, ''))) return false
  if (/^call/.test(tokens[at - 2]?.lower ?? '')) return false
  return next === undefined || next.kind !== 'word' || next.shape === 'lower'
}

/** "since Spring", "that Summer": not "in Spring Street", nor "for Autumn", who may be somebody. */
function isSeason(tokens: readonly Token[], at: number): boolean {
  if (!SEASONS.has(tokens[at]!.lower)) return false
  const before = tokens[at - 1]!
  const next = tokens[at + 1]
  if (before.kind !== 'word' || !WHEN.has(before.lower)) return false
  return next === undefined || next.kind !== 'word' || next.shape === 'lower'
}

const SEASONS = new Set('spring summer autumn winter'.split(' '))
const WHEN = new Set('since until last next this that every during early late mid in'.split(' '))

const OWNERS = new Set('my his her your their'.split(' '))
const KIN = new Set(
  'mother father mom mum dad grandmother grandfather grandma grandpa brother sister wife husband'.split(' '),
)

const LITTLE = new Set(
  'if and or so when while because with without from into of for to was were had has is are than that which who whose at by as then but'.split(
    ' ',
  ),
)

const BREAKS = new Set('word words sign chapter entitled called titled named marked reads read said'.split(' '))

/** "She thought, If only …": words that somebody thinks, or that are written somewhere, begin with a capital; so do those in a title. */
function isThought(tokens: readonly Token[], at: number): boolean {
  if (isUpper(tokens[at - 2]?.text[0] ?? '') && isUpper(tokens[at - 3]?.text[0] ?? '')) return true
  for (let before = at - 2; before >= 0; before -= 1) {
    const token = tokens[before]!
    if (isStop(token) || token.kind === 'open') return false
    if (token.kind === 'close' || THINKS.test(token.lower)) return true
  }
  return false
}

const THINKS =
  /^(?:th(?:ought|inks?|inking)|wonder(?:ed|ing|s)?|sa(?:id|ys?|ying)|asked|ask(?:s|ing)?|know(?:n|s|ing)?|knew|told|tell|wrote|written|read|reads|question|answer(?:ed)?|remember(?:ed)?|cried|repl(?:y|ied)|prayed|motto|saw|words?)$/
