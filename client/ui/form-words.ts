/** What a file was besides its words, in words. */
import type { Form } from '../../shared/wire/api.ts'

const ENCODING = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' } as const
const EOL = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const

export function encodingWords(form: Pick<Form, 'encoding' | 'bom'>): string {
  return `${ENCODING[form.encoding]}${form.bom ? ' with BOM' : ''}`
}

export function eolWords(eol: Form['eol']): string {
  return EOL[eol]
}

/** "UTF-8, LF, ends without a line end". */
export function formWords(form: Form): string {
  const ends = form.ending.match(/\r\n|\r|\n/g)?.length ?? 0
  const ending = ends === 0 ? 'ends without a line end' : ends === 1 ? 'ends with a line end' : `ends with ${ends} line ends`
  return `${encodingWords(form)}, ${EOL[form.eol]}, ${ending}`
}
