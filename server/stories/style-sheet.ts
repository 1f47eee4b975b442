/** A story's style sheet as a file, and taken from one: through the same commands as the page, so the review judges each. */
import { readSheet, type SheetEntry, sheetToJson, sheetToMarkdown } from '../../shared/proof/sheet-file.ts'
import { Refusal } from '../../shared/refusals.ts'
import { styleId } from '../../shared/review/style.ts'
import type { SheetTakenAnswer } from '../../shared/wire/review.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { newId } from '../auth/secrets.ts'
import type { Desk } from './desk.ts'
import { everybodysReview } from './everybodys-review.ts'
import { splitName } from './file-names.ts'
import { reviewStory } from './review-story.ts'

export const SHEET_FORMATS = ['md', 'json'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

export interface SheetFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

const MEDIA_TYPES = { md: 'text/markdown; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** A copy for whoever may read the story; the activity log hears of it. Throws as `authorise`. */
export async function exportSheet(desk: Desk, actor: Actor, id: string, format: SheetFormat): Promise<SheetFile> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const entries = [...(await everybodysReview(desk, story.id)).review.style.values()].map(
    ({ decision, example }): SheetEntry => ({ decision, example }),
  )
  const name = `${splitName(story.name)[0]}.style-sheet.${format}`
  const text = format === 'md' ? sheetToMarkdown(story.title ?? story.derivedTitle, entries) : sheetToJson(entries)
  await record(desk, actor, {
    act: 'exported',
    story: story.id,
    detail: { format: `style sheet ${format}`, file: name },
  })
  return { name, mediaType: MEDIA_TYPES[format], bytes: new TextEncoder().encode(text) }
}

/**
 * Decides what `words` (Markdown or JSON) say; what they do not name stays decided as it is. What cannot be taken does not
 * stop the rest. Throws as `authorise` for whoever may not decide, and `unavailable` where no server has the story.
 */
export async function takeSheet(desk: Desk, actor: Actor, id: string, words: string): Promise<SheetTakenAnswer> {
  const { story } = await authorise(desk, actor, 'decide', { story: id })
  if (words.includes('\0')) throw new Refusal('bad-request', 'This is no style sheet: it is not text.')
  const { entries, unread } = readSheet(words)
  const { review } = await everybodysReview(desk, story.id)
  const { style } = review
  const other = entries.filter((entry) => {
    const before = style.get(styleId(entry.decision))
    return !before || inWords(before) !== inWords(entry)
  })
  const commands = other.map((entry) => ({ id: newId(desk.random), type: 'decide-style', ...entry }))
  const { results } = await reviewStory(desk, actor, story.id, commands)
  const decided: string[] = []
  const left = unread.map((line) => ({ line, why: 'Not understood.' }))
  for (const [index, { error }] of results.entries()) {
    const line = inWords(other[index]!)
    if (error) left.push({ line, why: error.message })
    else decided.push(line)
  }
  return { decided, same: entries.length - other.length, left }
}

/** As its line stands in the file, with its example; equal for equal decisions. */
function inWords(entry: SheetEntry): string {
  const [, , ...lines] = sheetToMarkdown('', [entry]).split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#')).join('\n')
}
