/** A book of so many words with its errors: public-domain novels one after the other, broken in known ways, the same at every run. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTools } from '../../server/cli/checker-tools.ts'
import { breakText } from '../proof/break.ts'

const SEED = 20_261_122
const FOLDER = join(import.meta.dirname, '../proof/texts')
const SETS = ['held-out', 'tuning']

/** As a text file; about one error in sixty words. */
export async function checkedNovel(words: number): Promise<string> {
  const { spellers } = await loadTools()
  const isWord = (word: string): boolean => Object.values(spellers).some((speller) => speller?.correct(word) === true)
  const files = SETS.flatMap((set) => {
    const folder = join(FOLDER, set)
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(folder, name))
  })
  const lines: string[] = []
  let count = 0
  for (const file of files) {
    const { text } = breakText(readFileSync(file, 'utf8'), isWord, SEED)
    for (const line of text.split('\n')) {
      if (count >= words) break
      lines.push(line)
      count += line.split(/\s+/).filter(Boolean).length
    }
  }
  return `${lines.join('\n').trim()}\n`
}
