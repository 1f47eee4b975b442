/** Who proofreads: Galley's checker, with the names it would offer taken as known, and its spelling library alone. */
import nspell from 'nspell'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Checker, type Tools } from '../../shared/proof/checker.ts'
import type { Finding } from '../../shared/proof/finding.ts'
import { learnNames } from '../../shared/proof/names.ts'
import type { SourceLine } from '../../shared/proof/prose-line.ts'
import { type Settings, USUAL } from '../../shared/proof/settings.ts'
import { sourceLinesOf } from '../../shared/proof/source-lines.ts'
import { endsOf, lineText } from '../../shared/story/lines.ts'

/** What a contestant says of one place of a text. */
export interface Flag {
  rule: string
  /** UTF-16 code units of the text. */
  offset: number
  length: number
  /** Its first correction; null for none. */
  replacement: string | null
}

/** Without `corrections` (true when left out) those that are made on demand are not made: how fast it reads. */
export type Contestant = (text: string, corrections?: boolean) => Flag[]

/** The text's lines, each with its offset. */
export function linesOf(text: string): { source: SourceLine[]; starts: number[] } {
  const { draft, form } = readTxt(new TextEncoder().encode(text))
  const starts: number[] = []
  let at = 0
  for (const [index, line] of draft.lines.entries()) {
    at += endsOf(line, index, form).join('').length
    starts.push(at)
    at += lineText(line).length
  }
  return { source: sourceLinesOf(draft, form), starts }
}

/** The text as the checker has read it, with the names that it would offer known. */
export interface ReadStory {
  checker: Checker
  settings: Settings
  /** The words that the story has for itself. */
  names: string[]
  /** The offset of each line in the text. */
  starts: number[]
}

export function readStory(text: string, tools: Tools): ReadStory {
  const { source, starts } = linesOf(text)
  const checker = new Checker(USUAL, tools)
  checker.open(source)
  checker.step()
  const words = learnNames(checker.story)
  const settings = { ...USUAL, words }
  checker.use(settings, tools)
  checker.step()
  return { checker, settings, names: words.map(({ word }) => word), starts }
}

/** Findings of any proofreader as flags; `suggest` makes corrections that are made on demand. */
export function flagsOf(
  findings: readonly Finding[],
  starts: readonly number[],
  suggest: (finding: Finding) => readonly string[] = ({ replacements }) => replacements,
): Flag[] {
  return findings.map((finding) => ({
    rule: finding.rule,
    offset: starts[finding.line]! + finding.offset,
    length: finding.length,
    replacement: suggest(finding)[0] ?? null,
  }))
}

export function galley(tools: Tools): Contestant {
  return (text, corrections = true) => {
    const { checker, starts } = readStory(text, tools)
    return flagsOf(checker.findings(), starts, corrections ? (finding) => checker.suggest(finding) : undefined)
  }
}

/** With the dictionary of the story's dialect, and the same names known. */
export function nspellAlone(
  tools: Tools,
  dictionaries: Record<'en-US' | 'en-GB', { aff: Uint8Array; dic: Uint8Array }>,
): Contestant {
  const decoder = new TextDecoder()
  const spellers = new Map<string, ReturnType<typeof nspell>>()
  return (text, corrections = true) => {
    const { checker, names } = readStory(text, tools)
    const { dialect } = checker.story.facts
    const { aff, dic } = dictionaries[dialect]
    const speller = spellers.get(dialect) ?? nspell(decoder.decode(aff), decoder.decode(dic))
    spellers.set(dialect, speller)
    const known = new Set(names)
    const flags: Flag[] = []
    for (const { 0: word, index } of text.matchAll(/[\p{L}][\p{L}’']*[\p{L}]/gu)) {
      const plain = word.replaceAll('’', "'")
      if (
        known.has(word) ||
        known.has(word.replace(/['’]s$/, '')) ||
        speller.correct(plain) ||
        speller.correct(plain.replace(/'s$/, ''))
      )
        continue
      const replacement = corrections ? (speller.suggest(plain)[0] ?? null) : null
      flags.push({ rule: 'spelling', offset: index, length: word.length, replacement })
    }
    return flags
  }
}
