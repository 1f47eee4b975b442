/** What a text file was besides its words, in words. */
import { counted } from './times.ts'

/** The part of a story's form that is said. */
export interface SaidForm {
  encoding: keyof typeof ENCODINGS
  bom: boolean
  eol: keyof typeof EOLS
  ending: string
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const

const EOLS = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const

export function encodingName(encoding: SaidForm['encoding']): string {
  return ENCODINGS[encoding]
}

export function encodingWords({ encoding, bom }: Pick<SaidForm, 'encoding' | 'bom'>): string {
  return `${ENCODINGS[encoding]}${bom ? ' with BOM' : ''}`
}

/** Line end → how often, as in "329 LF", "40 CRLF and 2 LF, kept as they are", "none". */
export function eolCounts(eols: Readonly<Record<string, number>>): string {
  const found = Object.entries(eols)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([eol, count]) => `${count.toLocaleString('en')} ${EOLS[eol as SaidForm['eol']] ?? 'others'}`)
  if (found.length === 0) return 'none'
  return found.length === 1 ? (found[0] ?? '') : `${found.join(' and ')}, kept as they are`
}

/** "UTF-8, LF, ends without a line end". */
export function formWords(form: SaidForm): string {
  const ends = form.ending.match(/\r\n|\r|\n/g)?.length ?? 0
  const ending =
    ends === 0
      ? 'ends without a line end'
      : ends === 1
        ? 'ends with a line end'
        : `ends with ${counted(ends, 'line end')}`
  return `${encodingWords(form)}, ${EOLS[form.eol]}, ${ending}`
}
