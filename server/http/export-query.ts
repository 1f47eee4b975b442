/** How somebody wants a story written, as the query of an address says it. */
import { z } from 'zod'
import { VIEWS } from '../../shared/codecs/edition.ts'
import { CLEANINGS, type ExportOptions } from '../../shared/codecs/export-options.ts'
import { ENCODINGS } from '../../shared/story/file-form.ts'
import { FORMAT_NAMES } from '../stories/export-story.ts'

const YesOrNo = z.enum(['true', 'false', '1', '0']).default('true')

/** A word of the asker's by which /api/work/:word tells how far this is. */
export const WorkWord = z
  .string()
  .regex(/^[\w-]{8,64}$/)
  .optional()

export const ExportQuery = z.object({
  format: z.enum(FORMAT_NAMES).default('txt'),
  view: z.enum(VIEWS).optional(),
  /** False: reviewers by number. */
  names: YesOrNo,
  notes: YesOrNo,
  /** Names of CLEANINGS with commas between them. */
  clean: z
    .string()
    .regex(new RegExp(`^(?:(?:${CLEANINGS.join('|')})(?:,|$))*$`), `takes ${CLEANINGS.join(', ')}, with commas between`)
    .default(''),
  encoding: z.enum(ENCODINGS).optional(),
  work: WorkWord,
})

export function optionsOf({
  view,
  names,
  notes,
  clean,
  encoding,
}: Omit<z.output<typeof ExportQuery>, 'format' | 'work'>): ExportOptions {
  const isYes = (value: string) => value === 'true' || value === '1'
  const choices = clean.split(',')
  return {
    view,
    names: isYes(names),
    notes: isYes(notes),
    clean: CLEANINGS.filter((choice) => choices.includes(choice)),
    encoding,
  }
}
