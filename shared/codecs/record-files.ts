/** The correction record as files: a table for spreadsheets, and data for programs. Neither holds the story itself. */
import { countRecord, recordCsv } from '../review/record.ts'
import type { Codec } from './codec.ts'
import { encode } from './encodings.ts'

export const recordTable: Codec = {
  format: 'record-csv',
  extension: '.corrections.csv',
  views: ['now'],
  write({ record }) {
    const bytes = encode(recordCsv({ entries: [...record] }), 'utf-8')
    return { bytes, mediaType: 'text/csv; charset=utf-8', losses: [] }
  },
}

export const recordData: Codec = {
  format: 'record-json',
  extension: '.corrections.json',
  views: ['now'],
  write({ record, name, edition }) {
    const data = { story: { name, title: edition.title }, entries: record, ...countRecord(record) }
    const bytes = encode(`${JSON.stringify(data, null, 2)}\n`, 'utf-8')
    return { bytes, mediaType: 'application/json; charset=utf-8', losses: [] }
  },
}
