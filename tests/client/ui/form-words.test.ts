/** What a file was, said for a person. */
import { describe, expect, test } from 'vitest'
import { eolCounts, formWords, type SaidForm } from '../../../client/ui/form-words.ts'

const form: SaidForm = { encoding: 'utf-8', bom: false, eol: '\n', ending: '' }

describe('the form of a file', () => {
  test('a file without a last line end is said to be one', () => {
    expect(formWords(form)).toBe('UTF-8, LF, ends without a line end')
  })

  test('a mark at the start is named', () => {
    expect(formWords({ ...form, bom: true, eol: '\r\n', ending: '\r\n' })).toBe(
      'UTF-8 with BOM, CRLF, ends with a line end',
    )
  })

  test('"\\r\\n" at the end is one line end, not two', () => {
    expect(formWords({ ...form, encoding: 'windows-1252', eol: '\r', ending: '\r\n\r\r\n' })).toBe(
      'Windows-1252, CR, ends with 3 line ends',
    )
  })
})

describe('line ends counted', () => {
  test('one kind is a number and a name', () => {
    expect(eolCounts({ '\n': 1329, '\r\n': 0 })).toBe('1,329 LF')
  })

  test('mixed ones come most frequent first, and are said to be kept', () => {
    expect(eolCounts({ '\n': 2, '\r\n': 40 })).toBe('40 CRLF and 2 LF, kept as they are')
  })

  test('none is said as a word', () => {
    expect(eolCounts({})).toBe('none')
  })
})
