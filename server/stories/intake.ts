/** What a file would be read as, before anybody decides to take it in; nothing is kept. */
import { countEols, encodingsFor, readTxt } from '../../shared/codecs/txt.ts'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import type { FileForm } from '../../shared/story/file-form.ts'
import { endsOf, lineText } from '../../shared/story/lines.ts'
import type { IntakeAnswer } from '../../shared/wire/api.ts'
import { type Actor, checkMayTakeIn } from '../auth/actor.ts'
import type { Desk } from './desk.ts'
import { safeName, splitName } from './file-names.ts'
import { checkSize, type FileGiven } from './take-in.ts'

const MOST_PREVIEW = 600

/** Throws what `takeIn` would throw for this file. */
export async function intake(desk: Desk, actor: Actor, file: FileGiven): Promise<IntakeAnswer> {
  await checkMayTakeIn(desk, actor)
  checkSize(file)
  const { draft, form, guessed } = readTxt(file.bytes, file.encoding ? { encoding: file.encoding } : {})
  const { words, paragraphs, sceneGaps } = countsOf(draft, form)
  const name = safeName(file.name)
  return {
    name,
    bytes: file.bytes.byteLength,
    form: { ...form, guessed },
    eols: Object.fromEntries(Object.entries(countEols({ draft, form })).filter(([, count]) => count > 0)),
    title: titleOf(draft).title || splitName(name)[0],
    paragraphs,
    sceneGaps,
    words,
    preview: preview(draft, form),
    encodings: encodingsFor(file.bytes),
  }
}

function preview(draft: Draft, form: FileForm): string {
  let text = ''
  for (const [index, line] of draft.lines.entries()) {
    const gap = index === 0 ? '' : '\n'.repeat(Math.min(endsOf(line, index, form).length, 4))
    text += gap + lineText(line)
    if (text.length >= MOST_PREVIEW) break
  }
  return text.slice(0, MOST_PREVIEW).replace(/[\ud800-\udbff]$/, '')
}
