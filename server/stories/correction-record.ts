/** A story's correction record, as data and as a file; for whoever may read the story. */

import { sumOf } from '../../shared/codecs/record-files.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import { type CorrectionRecord, recordCsv, recordOf } from '../../shared/review/record.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { accountNames, everybodysReview, namesIn } from './everybodys-review.ts'
import { splitName } from './file-names.ts'
import { keptText } from './read-log.ts'

export const RECORD_FORMATS = ['csv', 'json'] as const
export type RecordFormat = (typeof RECORD_FORMATS)[number]

export interface RecordFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Throws as `authorise`. */
export async function correctionRecord(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<{ story: StoredStory; record: CorrectionRecord }> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const { review: state } = await everybodysReview(desk, story.id)
  const anchors = [...state.suggestions.values()].flatMap(({ id: key, decided }): [string, Anchor][] =>
    decided ? [[key, decided.anchor]] : [],
  )
  const [names, lines] = await Promise.all([
    accountNames(desk),
    anchors.length > 0
      ? desk.texts.run('locate', { ...(await keptText(desk, story)), anchors })
      : Promise.resolve(undefined),
  ])
  return { story, record: recordOf(state, { nameOf: namesIn(names), ...(lines ? { lines: new Map(lines) } : {}) }) }
}

/** A copy for whoever may read; the activity log hears of it. */
export async function exportRecord(desk: Desk, actor: Actor, id: string, format: RecordFormat): Promise<RecordFile> {
  const made = await correctionRecord(desk, actor, id)
  const { story } = made
  const name = `${splitName(story.name)[0]}.corrections.${format}`
  const text = format === 'csv' ? recordCsv(made.record) : jsonOf(story, made.record)
  await record(desk, actor, { act: 'exported', story: story.id, detail: { format: `record ${format}`, file: name } })
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
  return { name, mediaType, bytes: new TextEncoder().encode(text) }
}

function jsonOf({ id, name, title, derivedTitle }: StoredStory, made: CorrectionRecord): string {
  return `${JSON.stringify({ story: { id, name, title: title ?? derivedTitle }, ...sumOf(made.entries), ...made }, null, 2)}\n`
}
