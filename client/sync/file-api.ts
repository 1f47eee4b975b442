/** Files in and out of stories: what only the parts ask for that load when a file is at hand. Failures as in api.ts. */
import type { View } from '../../shared/codecs/edition.ts'
import type { Cleaning } from '../../shared/codecs/export-options.ts'
import type { FormatName } from '../../shared/codecs/formats.ts'
import type { Encoding } from '../../shared/story/file-form.ts'
import type {
  BroughtInAnswer,
  ChangesAnswer,
  ExportReport,
  IntakeAnswer,
  OriginAnswer,
  OriginFileAnswer,
  OriginsAnswer,
  TakenIn,
  WrittenAnswer,
  WrittenBackAnswer,
} from '../../shared/wire/api.ts'
import { ask, story } from './api.ts'
import { ALONE, getWhile, postWhile, type Waiting } from './long-work.ts'

/** What a file would be read as; nothing is kept. */
export const intake = (file: File, encoding: Encoding | null, waiting: Waiting) =>
  postWhile<IntakeAnswer>('/api/intake?', form(file, encoding), waiting)
export const takeIn = (file: File, encoding: Encoding | null, waiting: Waiting) =>
  postWhile<TakenIn>('/api/stories?', form(file, encoding), waiting)
/** `base`: what the file is compared with, see server/stories/version-in; `anyway`: what seems to be another text, or about one, too. */
export const bringIn = (
  id: string,
  file: File,
  { base, anyway }: { base: 'source' | 'now'; anyway: boolean },
  waiting: Waiting,
) => postWhile<BroughtInAnswer>(`${story(id)}/bring-in?${query({ base, anyway })}`, form(file, null), waiting)
/** By story, of those that came from a file on the server's machine and that one may write back. */
export async function listOrigins(): Promise<ReadonlyMap<string, OriginsAnswer['origins'][number]>> {
  const { origins } = await ask<OriginsAnswer>('GET', '/api/origins')
  return new Map(origins.map((origin) => [origin.id, origin]))
}
export const getOrigin = (id: string) => ask<OriginAnswer>('GET', `${story(id)}/origin`)
/** What concerns that file alone; reads no text. */
export const getOriginFile = (id: string) => ask<OriginFileAnswer>('GET', `${story(id)}/origin/file`)
/** `force`: also while changes from the file wait for a decision; they go out of it then. */
export const writeBack = (id: string, force: boolean) =>
  ask<WrittenBackAnswer>('POST', `${story(id)}/origin?force=${force}`)
export const bringFromOrigin = (id: string, waiting: Waiting) =>
  postWhile<BroughtInAnswer>(`${story(id)}/origin/bring-in?`, null, waiting)
export const getChanges = (id: string) => ask<ChangesAnswer>('GET', `${story(id)}/changes`)
/** How a story is written as a file; see shared/codecs/export-options. */
export interface ExportChoice {
  format: FormatName
  view?: View
  names?: boolean
  notes?: boolean
  clean?: readonly Cleaning[]
  /** Instead of the file's own; the way out where the answer is `cannot-encode`. */
  encoding?: Encoding | null
}
export const writeToFolder = (id: string, choice: ExportChoice) =>
  ask<WrittenAnswer>('POST', `${story(id)}/write?${query({ ...choice, format: undefined })}`)
export const exportAddress = (id: string, choice: ExportChoice) => `${story(id)}/export?${query({ ...choice })}`
export async function getExportReport(id: string, choice: ExportChoice, waiting: Waiting): Promise<ExportReport> {
  return (await getWhile(`${story(id)}/export/report?${query({ ...choice })}`, waiting)).json() as Promise<ExportReport>
}
/** The story as a file, under the name that the server gives it. */
export function getExport(id: string, choice: ExportChoice, waiting = ALONE()): Promise<{ name: string; bytes: Blob }> {
  return fileAt(exportAddress(id, choice), `story.${choice.format}`, waiting)
}
/** All stories as one zip. */
export function getLibrary(choice: ExportChoice, waiting: Waiting): Promise<{ name: string; bytes: Blob }> {
  return fileAt(`/api/export?${query({ ...choice })}`, 'stories.zip', waiting)
}

async function fileAt(address: string, unnamed: string, waiting: Waiting): Promise<{ name: string; bytes: Blob }> {
  const answer = await getWhile(address, waiting)
  const coded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return { name: coded ? decodeURIComponent(coded) : unnamed, bytes: await answer.blob() }
}
function form(file: File, encoding: Encoding | null): FormData {
  const data = new FormData()
  if (encoding) data.set('encoding', encoding)
  data.set('file', file, file.name)
  return data
}

/** What is not given is left to the server. */
function query(given: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null && String(value) !== '',
  )
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}
