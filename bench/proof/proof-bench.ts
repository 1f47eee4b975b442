/**
 * The checker on novels: what it finds of known errors, what it makes up, and how long it takes, beside its spelling
 * library alone and then beside its peers. Three sets of texts: one that rules were mended on, and two of which only these
 * figures were looked at, older novels and stories of 1932 to 1961.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { loadTools } from '../../server/cli/checker-tools.ts'
import type { Tools } from '../../shared/proof/checker.ts'
import { Figures, say } from '../figures.ts'
import { breakText } from './break.ts'
import { type Contestant, type Flag, galley, linesOf, nspellAlone } from './contestants.ts'
import { readKey } from './mark.ts'
import { type Score, score, together } from './score.ts'
import { benchSideBySide, type PairSet, passagePairs } from './side-by-side.ts'
import { editing, linesOfLength, opening } from './speed.ts'

const GALLEY = 'Galley'
const NSPELL = 'nspell alone'
const SETS = ['tuning', 'held-out', 'modern'] as const
const SEED = 20_261_122
const FOLDER = join(import.meta.dirname, 'texts')

/** Quick: two chapters' worth of each text. Prints progress on standard error and tables on standard output. */
export async function benchProof(quick: boolean): Promise<void> {
  const tools = await loaded()
  const contestants = await bothOf(tools)
  const isWord = (word: string): boolean =>
    Object.values(tools.spellers).some((speller) => speller?.correct(word) === true)
  const whole = SETS.flatMap((set) => textsOf(set))
  // First of all, as long as nothing is remembered of any word.
  if (whole.length > 0) timings(whole, tools, quick)
  const sets: PairSet[] = []
  for (const set of SETS) {
    const texts = textsOf(set).map((text) => (quick ? beginning(text, 6_000) : text))
    if (texts.length === 0) {
      say(`no texts in ${join(FOLDER, set)}: SOURCES.md there says which ones to put there`)
      continue
    }
    const words = texts.reduce((sum, text) => sum + wordsIn(text), 0)
    const broken = texts.map((text) => breakText(text, isWord, SEED))
    sets.push({
      name: `novels, ${set}`,
      pairs: broken.map(({ text, marks }, at) => ({ clean: texts[at]!, broken: text, marks })),
    })
    const figures = new Figures()
    for (const [name, find] of contestants) {
      say(`${set}: ${name} reads ${words} words, clean and broken`)
      const scores = broken.map(({ text, marks }) => score(text, marks, find(text)))
      setScore(figures, name, together(scores))
      setClean(
        figures,
        name,
        texts.flatMap((text) => find(text)),
        words,
      )
    }
    print(`${set}: ${texts.length} texts, ${words} words`, figures)
    say(`kept in ${figures.keep(`proof-${set}`, { quick, seed: SEED })}`)
  }
  await benchSideBySide([...passagePairs(), ...sets], tools, quick)
}

/** Somebody's own marked text: the same figures, and what was missed and made up, one by one. */
export async function benchMarked(textFile: string, keyFile: string): Promise<void> {
  const text = readFileSync(textFile, 'utf8')
  const marks = readKey(readFileSync(keyFile, 'utf8'), text)
  const figures = new Figures()
  for (const [name, find] of await bothOf(await loaded())) {
    const scored = score(text, marks, find(text))
    setScore(figures, name, scored)
    if (name !== GALLEY) continue
    for (const { family, offset, length } of scored.missed) line('missed', family, text, offset, length)
    for (const { family, offset, length } of scored.inexact) line('other words', family, text, offset, length)
    for (const { rule, offset, length } of scored.idle) line('no error there', rule, text, offset, length)
  }
  print(textFile, figures)
}

async function loaded(): Promise<Tools> {
  const start = performance.now()
  const tools = await loadTools()
  say(`dictionaries and word classes loaded in ${Math.round(performance.now() - start)} ms`)
  return tools
}

async function bothOf(tools: Tools): Promise<[string, Contestant][]> {
  const [american, british] = await Promise.all([import('dictionary-en'), import('dictionary-en-gb')])
  const dictionaries = { 'en-US': american.default, 'en-GB': british.default }
  return [
    [GALLEY, galley(tools)],
    [NSPELL, nspellAlone(tools, dictionaries)],
  ]
}

function textsOf(set: string): string[] {
  const folder = join(FOLDER, set)
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'))
}

function beginning(text: string, words: number): string {
  const lines = text.split('\n')
  let count = 0
  const end = lines.findIndex((one) => {
    count += wordsIn(one)
    return count > words
  })
  return end < 0 ? text : lines.slice(0, end).join('\n')
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function setScore(figures: Figures, name: string, { families, all, flags, idle }: Score): void {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)
  figures.set(`errors found, of ${all.marks}`, '%', name, share(all.found, all.marks))
  figures.set('… first correction right, of all errors', '%', name, share(all.exact, all.marks))
  figures.set('flags that lie on an error', '%', name, share(flags - idle.length, flags))
  for (const [family, { marks, found }] of [...families].sort(([one], [other]) => (one < other ? -1 : 1))) {
    figures.set(`found: ${family} (${marks})`, '%', name, share(found, marks))
  }
}

function setClean(figures: Figures, name: string, flags: readonly Flag[], words: number): void {
  const rules = new Map<string, number>()
  for (const { rule } of flags) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  figures.set('flags in 10,000 words of the clean text', '', name, (flags.length * 10_000) / words)
  for (const [rule, count] of [...rules].sort(([, one], [, other]) => other - one)) {
    figures.set(`… by ${rule}`, '', name, (count * 10_000) / words)
  }
}

function timings(texts: readonly string[], tools: Tools, quick: boolean): void {
  const words = 100_000
  const lines = linesOfLength(
    texts.flatMap((text) => linesOf(text).source),
    words,
  )
  const figures = new Figures()
  for (const how of ['first', 'again'] as const) {
    const { took, longest, checker } = opening(lines, tools)
    figures.set(`100,000 words opened, ${how}`, 'ms', GALLEY, took)
    figures.set(`… words a second, ${how}`, '', GALLEY, (words * 1000) / took)
    figures.set(`… longest step, ${how}`, 'ms', GALLEY, longest)
    if (how === 'first') continue
    const { median, p95 } = editing(checker, lines, quick ? 50 : 200)
    figures.set('… one line edited, median', 'ms', GALLEY, median)
    figures.set('… one line edited, p95', 'ms', GALLEY, p95)
  }
  print('speed', figures, [GALLEY])
  say(`kept in ${figures.keep('proof-speed', { quick })}`)
}

function print(title: string, figures: Figures, contestants: readonly string[] = [GALLEY, NSPELL]): void {
  process.stdout.write(`\n${title}\n\n${figures.table(contestants)}\n`)
}

function line(what: string, kind: string, text: string, offset: number, length: number): void {
  const around = `${text.slice(Math.max(0, offset - 40), offset)}[${text.slice(offset, offset + length)}]${text.slice(offset + length, offset + length + 40)}`
  process.stdout.write(`${what}\t${offset}\t${kind}\t${around.replaceAll(/\s+/g, ' ')}\n`)
}
