/** Writes a story as a file: the manuscript out of the log and the review, cleaned if that was asked for, then the codec. */
import { clean } from '../../shared/codecs/clean.ts'
import type { Codec, Manuscript, WriteResult } from '../../shared/codecs/codec.ts'
import type { Edition, View } from '../../shared/codecs/edition.ts'
import { draftAfter } from '../../shared/codecs/edition-draft.ts'
import { anchorsOf, editionOf, recordIn } from '../../shared/codecs/edition-of.ts'
import type { Cleaned, ExportOptions } from '../../shared/codecs/export-options.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import { settingsOf } from '../../shared/proof/story-settings.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type RecordLine, recordOf } from '../../shared/review/record.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import { LINE } from '../../shared/story/attributes.ts'
import { type DeltaRun, draftOf } from '../../shared/story/delta.ts'
import { type Standing, standingsOf } from '../../shared/story/places.ts'
import { readStory } from '../../shared/story/story-doc.ts'
import type { KeptText } from './kept-text.ts'
import { openingCharacters } from './opening-characters.ts'

/** What a file may tell of a story besides its text. */
export interface Telling {
  title: string
  language: string
  /** ISO 8601 in UTC. */
  date: string
  /** Account → name. */
  names: ReadonlyMap<string, string>
  /** As everybody may see it. */
  review: ReviewState
}

export interface WriteAsk extends KeptText {
  telling: Telling
  format: FormatName
  options: ExportOptions
}

export type WrittenStory = WriteResult & {
  /** One for each choice of cleaning. */
  cleaned: Cleaned[]
  /** The first 2,000 characters; "" of what is no text. */
  preview: string
}

/** In order: the text out of its log, its notes and changes into it, the words made tidy, the file. */
export type WriteStage = 'reading' | 'arranging' | 'cleaning' | 'writing'

/** Throws what the codec throws, and `bad-request` for what the format does not offer. `told` hears of each stage as it begins. */
export function writeStory(
  { updates, form, name, source, telling, format, options }: WriteAsk,
  told: (stage: WriteStage) => void = () => undefined,
): WrittenStory {
  const codec = FORMATS[format]
  const view = viewOf(codec, options)
  told('reading')
  const [runs, standings] = readStory(updates, (text): [DeltaRun[], Map<string, Standing>] => [
    text.toDelta() as DeltaRun[],
    standingsOf(text, anchorsOf(telling.review)),
  ])
  told('arranging')
  const { edition, people } = editionOf({
    ...telling,
    text: runs,
    standings,
    view,
    masked: options.names === false,
    uncommented: options.notes === false,
  })
  const entries = recordOf(telling.review, {
    nameOf: people.nameOf,
    lines: linesOf(runs.map(({ insert }) => insert).join(''), telling.review, standings),
  }).entries
  if (options.clean?.length) told('cleaning')
  const { sheet, dismissed } = settingsOf(telling.review, 'default')
  const asked = view === 'accepted' ? draftAfter(edition) : draftOf(runs)
  const text = clean(asked, form, options.clean ?? [], { sheet, dismissed })
  const record = recordIn(people, entries)
  const manuscript: Manuscript = { draft: text.draft, form: text.form, name, source, edition, record }
  told('writing')
  const written = codec.write(manuscript, { encoding: options.encoding })
  return {
    ...written,
    losses: withLosses(edition, written.losses),
    cleaned: text.cleaned,
    preview: openingCharacters(written.bytes, written.mediaType),
  }
}

function viewOf({ format, views }: Codec, { view, clean: choices = [] }: ExportOptions): View {
  const [usual] = views
  if (!usual) throw new Error(`viewOf: ${format} has no view`)
  if (view && !views.includes(view)) {
    throw new Refusal('bad-request', `The format ${format} has no view “${view}”; it has ${views.join(', ')}.`)
  }
  if (choices.length > 0 && format !== 'txt' && format !== 'patch') {
    throw new Refusal('bad-request', `Only txt and patch can be cleaned, not ${format}.`)
  }
  return view ?? usual
}

/** The view's own losses, unless the codec tells them itself. */
function withLosses({ losses }: Edition, told: readonly Loss[]): Loss[] {
  return [...losses.filter(({ kind }) => !told.some((loss) => loss.kind === kind)), ...told]
}

/** By decided suggestion, where its words stand. */
function linesOf(
  words: string,
  { suggestions }: ReviewState,
  standings: ReadonlyMap<string, Standing>,
): Map<string, RecordLine> {
  const starts: number[] = []
  for (let at = words.indexOf(LINE); at >= 0; at = words.indexOf(LINE, at + 1)) starts.push(at)
  const lines = new Map<string, RecordLine>()
  for (const { id, decided } of suggestions.values()) {
    const standing = decided && standings.get(id)
    if (!standing || standing.gone) continue
    const line = Math.max(
      0,
      starts.findLastIndex((start) => start <= standing.from),
    )
    lines.set(id, { line: line + 1, words: words.slice((starts[line] ?? -1) + 1, starts[line + 1] ?? words.length) })
  }
  return lines
}
