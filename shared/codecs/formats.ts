/** The formats a story can be written in, by the name used in `?format=` and `--format`. */
import type { Codec } from './codec.ts'
import { patch } from './patch.ts'
import { recordData, recordTable } from './record-files.ts'
import { txt } from './txt.ts'

const formats = {
  txt,
  patch,
  'record-csv': recordTable,
  'record-json': recordData,
} satisfies Record<string, Codec>

export type FormatName = keyof typeof formats

export const FORMATS: Readonly<Record<FormatName, Codec>> = formats
