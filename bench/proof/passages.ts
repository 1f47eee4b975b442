/** The hand-marked passages: fiction of our own in the hands of various writers, each with the key of its errors. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mark, readKey } from './mark.ts'

/** `tuning` may be read finding by finding; of `held-out` only counts are looked at. */
export const PASSAGE_SETS = ['tuning', 'held-out'] as const
export type PassageSet = (typeof PASSAGE_SETS)[number]

export interface Passage {
  /** Its file's name without the ending. */
  name: string
  text: string
  marks: Mark[]
}

export const PASSAGES = join(import.meta.dirname, 'passages')

/** All of one set, by name. Throws where a key does not fit its text, and says which. */
export function readPassages(set: PassageSet): Passage[] {
  const folder = join(PASSAGES, set)
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return files.sort().map((file) => {
    const name = file.slice(0, -'.txt'.length)
    const text = readFileSync(join(folder, file), 'utf8')
    const keyFile = join(folder, `${name}.key.json`)
    try {
      return { name, text, marks: readKey(readFileSync(keyFile, 'utf8'), text) }
    } catch (cause) {
      throw new Error(`readPassages: ${keyFile} is missing or does not fit its text`, { cause })
    }
  })
}
