/** The formats a story can be written in, by the name used in `?format=` and `--format`. */
import { annotations } from './annotations/write-annotations.ts'
import type { Codec } from './codec.ts'
import { docx } from './docx/out/write-docx.ts'
import { epub } from './epub/epub.ts'
import { archive } from './html/archive.ts'
import { html } from './html/html.ts'
import { critic } from './markdown/critic.ts'
import { md } from './markdown/md.ts'
import { mbox } from './mbox/mbox.ts'
import { patch } from './patch.ts'
import { recordData, recordTable } from './record-files.ts'
import { tei } from './tei/tei.ts'
import { txt } from './txt.ts'

const formats = {
  txt,
  docx,
  md,
  critic,
  html,
  archive,
  epub,
  tei,
  patch,
  mbox,
  annotations,
  'record-csv': recordTable,
  'record-json': recordData,
} satisfies Record<string, Codec>

export type FormatName = keyof typeof formats

export const FORMATS: Readonly<Record<FormatName, Codec>> = formats
