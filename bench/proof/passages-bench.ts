/**
 * The checker on the hand-marked passages, each read as a story of its own with its names known: the certain errors it
 * found, by kind, and how many of its flags lie on something marked. Counts only, so that the held-out set stays unread.
 */
import { loadTools } from '../../server/cli/checker-tools.ts'
import { Figures, say } from '../figures.ts'
import { type Contestant, galley } from './contestants.ts'
import { PASSAGE_SETS, type PassageSet, readPassages } from './passages.ts'
import { type Score, score, type Tallied, together } from './score.ts'

/** Tables on standard output, progress on standard error. */
export async function benchPassages(): Promise<void> {
  const find = galley(await loadTools())
  const scores = PASSAGE_SETS.map((set) => ({ set, scored: scoreOf(set, find) }))
  const kinds = new Figures()
  const flags = new Figures()
  for (const { set, scored } of scores) setTally(kinds, 'all certain errors', set, scored.all)
  const families = new Set(scores.flatMap(({ scored }) => [...scored.families.keys()]))
  for (const family of [...families].sort()) {
    for (const { set, scored } of scores) {
      setTally(kinds, family, set, scored.families.get(family) ?? { marks: 0, found: 0, exact: 0 })
    }
  }
  for (const { set, scored } of scores) setFlags(flags, set, scored)
  process.stdout.write(`\n${kinds.table(PASSAGE_SETS.flatMap(columnsOf))}\n\n${flags.table(PASSAGE_SETS)}\n`)
  say(`kept in ${kinds.keep('proof-passages', {})} and ${flags.keep('proof-passages-flags', {})}`)
}

function scoreOf(set: PassageSet, find: Contestant): Score {
  const passages = readPassages(set)
  const words = passages.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== '').length, 0)
  say(`${set}: ${passages.length} passages, ${words} words`)
  return together(passages.map(({ text, marks }) => score(text, marks, find(text))))
}

function columnsOf(set: PassageSet): [errors: string, found: string, exact: string] {
  return [`${set}: errors`, `${set}: found, %`, `${set}: first correction right, %`]
}

function setTally(figures: Figures, name: string, set: PassageSet, { marks, found, exact }: Tallied): void {
  const columns = columnsOf(set)
  figures.set(name, '', columns[0], marks)
  figures.set(name, '', columns[1], percent(found, marks))
  figures.set(name, '', columns[2], percent(exact, marks))
}

function setFlags(figures: Figures, set: PassageSet, { flags, idle }: Score): void {
  const rules = new Map<string, number>()
  for (const { rule } of idle) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  figures.set('flags', '', set, flags)
  figures.set('flags that lie on something marked', '%', set, percent(flags - idle.length, flags))
  for (const [rule, count] of [...rules].sort(([, one], [, other]) => other - one)) {
    figures.set(`… on nothing marked, by ${rule}`, '', set, count)
  }
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole
}
