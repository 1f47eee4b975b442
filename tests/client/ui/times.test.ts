import { describe, expect, test } from 'vitest'
import { initials } from '../../../client/ui/avatar.ts'
import { encodingWords, eolCounts, formWords } from '../../../client/ui/form-words.ts'
import { counted, firstName, sized, timeAgo } from '../../../client/ui/times.ts'

const NOW = Date.parse('2026-11-12T12:00:00Z')
const sinceThen = (milliseconds: number) => timeAgo(new Date(NOW - milliseconds).toISOString(), NOW)
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

describe('how long ago', () => {
  test('minutes, hours, the day of the week, the date, and the year only when it is another', () => {
    expect(sinceThen(0)).toBe('now')
    expect(sinceThen(MINUTE - 1)).toBe('now')
    expect(sinceThen(4 * MINUTE)).toBe('4 min ago')
    expect(sinceThen(2 * HOUR + 59 * MINUTE)).toBe('2 h ago')
    expect(sinceThen(2 * DAY)).toBe('Tuesday')
    expect(sinceThen(10 * DAY)).toBe('2 November')
    expect(sinceThen(366 * DAY)).toBe('11 November 2025')
  })

  test('a clock that is ahead of ours does not make a time in the future', () => {
    expect(sinceThen(-5 * MINUTE)).toBe('now')
  })
})

describe('counts', () => {
  test('agree with their word', () => {
    expect(counted(1, 'word')).toBe('1 word')
    expect(counted(0, 'word')).toBe('0 words')
    expect(counted(12_045, 'word')).toBe('12,045 words')
    expect(counted(2, 'story', 'stories')).toBe('2 stories')
  })

  test('bytes are said as coarsely as one wants to know', () => {
    expect([1, 812, 64_000, 1_340_000].map(sized)).toEqual(['1 byte', '812 bytes', '64 kB', '1.3 MB'])
  })
})

describe('what a file was besides its words', () => {
  const form = { encoding: 'utf-8', bom: false, eol: '\n', ending: '' } as const

  test('encoding, line end, and how it ends', () => {
    expect(formWords(form)).toBe('UTF-8, LF, ends without a line end')
    expect(formWords({ ...form, encoding: 'utf-16le', bom: true, eol: '\r\n', ending: '\r\n' })).toBe(
      'UTF-16 LE with BOM, CRLF, ends with a line end',
    )
    expect(formWords({ ...form, ending: '\n\r\n\r' })).toBe('UTF-8, LF, ends with 3 line ends')
    expect(encodingWords({ encoding: 'windows-1252', bom: false })).toBe('Windows-1252')
  })

  test('mixed line ends are counted, the most frequent first', () => {
    expect(eolCounts({ '\n': 2, '\r\n': 40, '\r': 0 })).toBe('40 CRLF and 2 LF, kept as they are')
    expect(eolCounts({ '\n': 329 })).toBe('329 LF')
    expect(eolCounts({})).toBe('none')
  })
})

describe('names', () => {
  test('first and last word give the initials, of any script', () => {
    expect(['Ruth Adeyemi', 'june', 'Anna Maria von Au', '  ', '𝒜da b', 'Жанна Ли'].map(initials)).toEqual([
      'RA',
      'J',
      'AA',
      '',
      '𝒜B',
      'ЖЛ',
    ])
  })

  test('the first word is what one is called', () => {
    expect(firstName('  Tomás Weil ')).toBe('Tomás')
  })
})
