/** Words that a person typed and that will not come into the story any more: counted, and as a text file to take away. */
import type * as Y from 'yjs'
import { countWords } from '../../shared/story/words.ts'
import type { AsideNote } from './kept-store.ts'
import { insertedWords, type UnsavedLine, unsavedLines, unsavedWords } from './unsaved-words.ts'

export interface LeftWords extends AsideNote {
  /** The words alone, those of notes last; "" when all that was lost were deletions and formats. */
  words: string
  /** How many they are. */
  count: number
  /** The lines they stand on; [] when they cannot be placed. */
  lines: readonly UnsavedLine[]
  /** Name of the store that keeps them in this browser (kept-aside.ts discards it); null = they are only in this page. */
  kept: string | null
  /** Not set aside: they stay where they were and are sent when this account may write here again. */
  waiting: boolean
}

/** What `updates` typed into `text`; into nothing that can be read when the text is null. */
export function leftWords(
  note: AsideNote,
  text: Y.Text | null,
  updates: readonly Uint8Array[],
  kept: string | null,
): LeftWords {
  const typed = text ? unsavedWords(text, updates) : insertedWords(updates)
  const words = [typed, note.remarks].filter(Boolean).join('\n\n')
  const lines = text ? unsavedLines(text, updates) : []
  return { ...note, words, count: countWords(words), lines, kept, waiting: false }
}

/** A text file: what story, when, why, and each piece in its line. */
export function leftWordsFile({ title, at, why, words, lines, remarks }: LeftWords): { name: string; text: string } {
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const named = title || 'Untitled'
  const body = lines.length > 0 ? lines.map(({ line, marked }) => `Line ${line}: ${marked}`) : [words]
  if (lines.length > 0 && remarks) body.push('', 'In notes:', remarks)
  const head = [named, `Words that were not saved, ${when}.`, why]
  if (lines.length > 0) head.push('What was typed stands between {++ and ++}; ¶ is a new line.')
  const safe = named.replace(/[^\p{L}\p{N}.,'’“”()-]+/gu, ' ').trim()
  return {
    name: `${safe.slice(0, 60).trim() || 'Story'}, unsaved words.txt`,
    text: `${[...head, '', ...body].join('\n')}\n`,
  }
}
