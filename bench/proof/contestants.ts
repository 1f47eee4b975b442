/** Who proofreads: Galley's checker, with the names it would offer taken as known, and its spelling library alone. */
import nspell from 'nspell'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Checker, type Tools } from '../../shared/proof/checker.ts'
import { learnNames } from '../../shared/proof/names.ts'
import type { SourceLine } from '../../shared/proof/prose-line.ts'
import { USUAL } from '../../shared/proof/settings.ts'
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

export type Contestant = (text: string) => Flag[]

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

export function galley(tools: Tools): Contestant {
  return (text) => {
    const { source, starts } = linesOf(text)
    const checker = new Checker(USUAL, tools)
    checker.open(source)
    checker.step()
    checker.use({ ...USUAL, words: learnNames(checker.story) }, tools)
    checker.step()
    return checker.findings().map((finding) => ({
      rule: finding.rule,
      offset: starts[finding.line]! + finding.offset,
      length: finding.length,
      replacement: checker.suggest(finding)[0] ?? null,
    }))
  }
}

/** With the dictionary of the story's dialect, and the same names known. */
export function nspellAlone(
  tools: Tools,
  dictionaries: Record<'en-US' | 'en-GB', { aff: Uint8Array; dic: Uint8Array }>,
): Contestant {
  const decoder = new TextDecoder()
  return (text) => {
    const checker = new Checker(USUAL, tools)
    checker.open(linesOf(text).source)
    checker.step()
    const { aff, dic } = dictionaries[checker.story.facts.dialect]
    const speller = nspell(decoder.decode(aff), decoder.decode(dic))
    const names = new Set(learnNames(checker.story).map(({ word }) => word))
    const flags: Flag[] = []
    for (const { 0: word, index } of text.matchAll(/[\p{L}][\p{L}’']*[\p{L}]/gu)) {
      const plain = word.replaceAll('’', "'")
      if (
        names.has(word) ||
        names.has(word.replace(/['’]s$/, '')) ||
        speller.correct(plain) ||
        speller.correct(plain.replace(/'s$/, ''))
      )
        continue
      flags.push({
        rule: 'spelling',
        offset: index,
        length: word.length,
        replacement: speller.suggest(plain)[0] ?? null,
      })
    }
    return flags
  }
}
