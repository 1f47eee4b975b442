/**
 * The correction record as files: a table for spreadsheets, and data for programs. Neither holds the story itself. A record
 * of nothing is a table with its header alone; that nothing is decided yet is said beside it.
 */
import { countRecord, type RecordEntry, recordCsv } from '../review/record.ts'
import type { Codec, Manuscript } from './codec.ts'
import { encode } from './encodings.ts'
import type { Loss } from './loss.ts'
import { openLeftOut } from './losses.ts'

export const recordTable: Codec = {
  format: 'record-csv',
  extension: '.corrections.csv',
  views: ['now'],
  write({ record, edition }) {
    const bytes = encode(recordCsv({ entries: [...record] }), 'utf-8')
    return { bytes, mediaType: 'text/csv; charset=utf-8', losses: lossesOf({ record, edition }) }
  },
}

export const recordData: Codec = {
  format: 'record-json',
  extension: '.corrections.json',
  views: ['now'],
  write({ record, name, edition }) {
    const data = { story: { name, title: edition.title }, ...sumOf(record), entries: record, ...countRecord(record) }
    const bytes = encode(`${JSON.stringify(data, null, 2)}\n`, 'utf-8')
    return { bytes, mediaType: 'application/json; charset=utf-8', losses: lossesOf({ record, edition }) }
  },
}

/** How many entries there are, with a sentence where there are none. */
export function sumOf({ length }: readonly RecordEntry[]): { total: number; message?: string } {
  return length === 0 ? { total: 0, message: NOTHING_DECIDED } : { total: length }
}

const NOTHING_DECIDED = 'Nothing is decided yet: no suggestion was accepted or rejected, and nothing written directly.'

function lossesOf({ record, edition }: Pick<Manuscript, 'record' | 'edition'>): Loss[] {
  const nothing = record.length === 0 ? [{ kind: 'nothing-decided', count: 1, message: NOTHING_DECIDED }] : []
  return [...nothing, ...openLeftOut(edition)]
}
