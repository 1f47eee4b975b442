/**
 * `node --import tsx bench/proof/learn-word-kinds.ts FOLDER`: sorts the frequent words of the novels in a folder (*.txt)
 * into kinds that keep the same company (spherical k-means on the words right before and after), and writes the table
 * that the checker reads. The kinds come out near to nouns, plurals, adjectives, pasts, base forms and so on.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCommonWord } from '../../shared/proof/confusions/context.ts'
import { isFunctionWord } from '../../shared/proof/function-words.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { linesOf } from './contestants.ts'

/** Words that others are known by. */
const COMPANY = 250

const KINDS = 48

const WORDS = 9000

/** A word seen less often keeps no company that could be judged. */
const SEEN = 12

const ROUNDS = 25

const TARGET = join(import.meta.dirname, '../../shared/proof/word-kinds-table.ts')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-word-kinds.ts FOLDER\n')
  process.exit(2)
}
const lines = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .flatMap((file) => linesOf(readFileSync(join(folder, file), 'utf8')).source)
  .map((source) => wordsOf(new ProseLine(source)))
const counts = new Map<string, number>()
for (const line of lines) for (const word of line) counts.set(word, (counts.get(word) ?? 0) + 1)
const ranked = [...counts].sort(([one, often], [other, seldom]) => seldom - often || (one < other ? -1 : 1))
const company = new Map(ranked.slice(0, COMPANY).map(([word], at) => [word, at]))
const sorted = ranked
  .filter(([word, count]) => count >= SEEN && /^[a-z][a-z'-]+$/.test(word) && !isFunctionWord(word))
  .slice(0, WORDS)
  .map(([word]) => word)
const numbers = new Map(sorted.map((word, at) => [word, at]))
const kinds = kindsOf(vectors())
writeFileSync(TARGET, tableFile())
say(`${sorted.length} words in ${KINDS} kinds written to ${TARGET}`)

/** Marks stand for themselves, names and whatever has a capital for `@`. */
function wordsOf({ tokens }: ProseLine): string[] {
  return tokens.map((token, at) => {
    if (token.kind === 'number') return '#'
    if (token.kind !== 'word') return token.text.slice(0, 1)
    return isCommonWord(tokens, at) || isFunctionWord(token.lower) ? token.lower : '@'
  })
}

/** For each word, the square roots of how often each companion stands before and after it, at length 1. */
function vectors(): Float32Array[] {
  const found = sorted.map(() => new Float32Array(2 * COMPANY))
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) {
      const number = numbers.get(line[at]!)
      if (number === undefined) continue
      const before = company.get(line[at - 1] ?? '.')
      const after = company.get(line[at + 1] ?? '.')
      if (before !== undefined) found[number]![before]! += 1
      if (after !== undefined) found[number]![COMPANY + after]! += 1
    }
  }
  return found.map((vector) => unit(vector.map(Math.sqrt)))
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0)) || 1
  return vector.map((part) => part / length)
}

function kindsOf(points: readonly Float32Array[]): Int32Array {
  // The most frequent words keep the clearest company; every so-manieth of them begins a kind.
  let centres = Array.from({ length: KINDS }, (_, kind) => points[kind * 12]!)
  const nearest = new Int32Array(points.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => new Float32Array(2 * COMPANY))
    for (const [at, point] of points.entries()) {
      let best = -1
      for (const [kind, centre] of centres.entries()) {
        let likeness = 0
        for (let part = 0; part < point.length; part += 1) likeness += point[part]! * centre[part]!
        if (likeness <= best) continue
        best = likeness
        nearest[at] = kind
      }
      const sum = sums[nearest[at]!]!
      for (let part = 0; part < point.length; part += 1) sum[part]! += point[part]!
    }
    centres = sums.map(unit)
  }
  return nearest
}

function tableFile(): string {
  const rows = Array.from({ length: KINDS }, (_, kind) =>
    sorted
      .filter((_, at) => kinds[at] === kind)
      .sort()
      .join(' '),
  )
  return `/**
 * Frequent words by the company they keep in novels, one kind a row; made by bench/proof/learn-word-kinds.ts, never by
 * hand. word-kinds.ts says what it is good for.
 */
export const WORD_KINDS: readonly string[] = [
${rows.map((row) => `  ${row.includes("'") ? `"${row}"` : `'${row}'`},`).join('\n')}
]
`
}
