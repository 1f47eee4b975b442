/**
 * Which frequent words keep the same company in novels: things, things of which there are several, qualities, verbs in the
 * past and so on, as far as the words right beside them tell. Cheaper than a tagger, and blind to the sentence at hand.
 */
import { WORD_KINDS } from './word-kinds-table.ts'

let kinds: ReadonlyMap<string, string> | null = null

/** A name without meaning, the same for words of one kind; undefined for a rare word, or one that only builds sentences. */
export function wordKind(lower: string): string | undefined {
  kinds ??= new Map(WORD_KINDS.flatMap((row, at) => row.split(' ').map((word) => [word, `k${at}`] as const)))
  return kinds.get(lower)
}
