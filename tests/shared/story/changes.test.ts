/** The preview: what is shown is right, short, and there for every story. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileText, readTxt } from '../../../shared/codecs/txt.ts'
import { type ChangedLine, type Changes, changes } from '../../../shared/story/changes.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { ChangesAnswer } from '../../../shared/wire/api.ts'

const form = { gap: 2 }
const draft = (...lines: (string | [number, string])[]): Draft => ({
  lines: lines.map((line) => {
    const [gap, text] = typeof line === 'string' ? [null, line] : line
    return { ...(gap === null ? {} : { gap }), spans: text === '' ? [] : [{ text }] }
  }),
})

/** "same [-gone-] {+new+}", with both line numbers before it. */
function shown({ was, now, spans }: ChangedLine): string {
  const words = spans.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`,
  )
  return `${was ?? '·'} ${now ?? '·'} ${words.join('')}`
}

const hunks = ({ hunks }: Changes) => hunks.map(({ lines }) => lines.map(shown))

const story = draft('Title', 'She walked teh road.', 'He waited.', 'It rained.', 'They met.')

describe('changes', () => {
  test('of equal stories are none', () => {
    expect(changes(story, form, story)).toEqual({ differs: 0, hunks: [], truncated: false })
  })

  test('show the words that changed, one line of context and the lines of the file', () => {
    const now = draft('Title', 'She walked the long road.', 'He waited.', 'It rained.', 'They met.')
    const result = changes(story, form, now)
    expect(hunks(result)).toEqual([['1 1 Title', '3 3 She walked [-teh-]{+the long+} road.', '5 5 He waited.']])
    expect(result.differs).toBe(1)
  })

  test('near each other share a hunk; further away they have their own', () => {
    const now = draft('TITLE', 'She walked teh road.', 'He WAITED.', 'It rained.', 'They met.')
    expect(hunks(changes(story, form, now))).toHaveLength(1)
    const long = draft('a', 'b', 'c', 'd', 'e', 'f')
    expect(hunks(changes(long, form, draft('A', 'b', 'c', 'd', 'e', 'F')))).toEqual([
      ['1 1 [-a-]{+A+}', '3 3 b'],
      ['9 9 e', '11 11 [-f-]{+F+}'],
    ])
  })

  test('show lines that came and went on their own side only', () => {
    const now = draft('Title', 'She walked teh road.', 'A new one.', 'He waited.', 'They met.')
    expect(hunks(changes(story, form, now))).toEqual([
      ['3 3 She walked teh road.', '· 5 {+A new one.+}', '5 7 He waited.', '7 · [-It rained.-]', '9 9 They met.'],
    ])
  })

  test('pair a line with the one it became, not with its neighbour', () => {
    const now = draft(
      'Title',
      'Quite other words here.',
      'She walked the road.',
      'He waited.',
      'It rained.',
      'They met.',
    )
    expect(hunks(changes(story, form, now))[0]).toEqual([
      '1 1 Title',
      '· 3 {+Quite other words here.+}',
      '3 5 She walked [-teh-]{+the+} road.',
      '5 7 He waited.',
    ])
  })

  test('do not pair lines that have nothing in common', () => {
    const now = draft('Title', 'Snow fell.', 'Nobody came today.', 'It rained.', 'They met.')
    expect(
      hunks(changes(story, form, now))[0]!
        .slice(1, -1)
        .sort(),
    ).toEqual([
      '3 · [-She walked teh road.-]',
      '5 · [-He waited.-]',
      '· 3 {+Snow fell.+}',
      '· 5 {+Nobody came today.+}',
    ])
  })

  test('show a changed gap as its line ends', () => {
    const now = draft('Title', [3, 'She walked teh road.'], 'He waited.', 'It rained.', 'They met.')
    const result = changes(story, form, now)
    expect(hunks(result)[0]![1]).toBe('3 4 [-↵↵-]{+↵↵↵+}She walked teh road.')
    expect(result.differs).toBe(1)
  })

  test('show an empty line that came', () => {
    expect(hunks(changes(draft('a', 'b'), form, draft('a', '', 'b')))).toEqual([['1 1 a', '· 3 {+↵↵+}', '3 5 b']])
  })

  test('leave marks and headings to the codec', () => {
    const now: Draft = { lines: story.lines.map((line) => ({ ...line, block: 1 })) }
    expect(changes(story, form, now).differs).toBe(0)
  })

  test('cut long unchanged stretches, in changed lines and in context', () => {
    const filler = 'word '.repeat(400)
    const result = changes(
      draft(filler, `${filler}teh ${filler}end`),
      form,
      draft(filler, `${filler}the ${filler}end.`),
    )
    const [before, line] = result.hunks[0]!.lines
    expect(before!.spans[0]!.text.length).toBeLessThan(300)
    expect(line!.spans.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same', 'new'])
    expect(line!.spans[0]!.text).toMatch(/^…(word )+$|^…ord (word )+$/)
    expect(line!.spans[3]!.text).toContain('…')
    expect(JSON.stringify(result).length).toBeLessThan(1500)
  })

  test('send 500 hunks at most and count all of them', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `Line ${index}`)
    const result = changes(
      draft(...lines),
      form,
      draft(...lines.map((line, index) => (index % 5 === 0 ? `${line}!` : line))),
    )
    expect([result.hunks.length, result.truncated, result.differs]).toEqual([500, true, 600])
  })

  test('of whole books are shown up to a size, with all of them counted', () => {
    const book = (sign: string) => draft(...Array.from({ length: 60_000 }, (_, index) => `${sign} ${index % 7}`))
    const long = (word: string) => draft('Title', word.repeat(1_000_000), 'He waited.', word)
    for (const [was, now, differs] of [
      [book('a'), book('b'), 60_000],
      [long('other'), long('else '), 2],
      [draft(''), long('a b '), 5],
    ] as const) {
      const result = changes(was, form, now)
      expect([result.differs, result.truncated]).toEqual([differs, true])
      expect(JSON.stringify(result).length).toBeLessThan(8_000_000)
      expect(result.hunks.length).toBeGreaterThan(0)
    }
  })

  test('have the shape that the server answers with', () => {
    const now = draft('Title', 'other', [1, 'He waited.'])
    expect(ChangesAnswer.parse({ ...changes(story, form, now), identical: false, losses: [] })).toBeTruthy()
  })
})

const lines = fc.array(
  fc.tuple(fc.constantFrom(1, 2, 2, 2, 3), fc.constantFrom('', 'a', 'b c', 'b d', 'a b c.', 'é  e', '😀 a')),
  { minLength: 1, maxLength: 12 },
)

test('both sides can be read off the changed lines, whatever the two stories are', () => {
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [was, now] = [draft(...one), draft(...other)]
      const texts = {
        was: was.lines.map((line) => line.spans[0]?.text ?? ''),
        now: now.lines.map((line) => line.spans[0]?.text ?? ''),
      }
      const numbers = { was: physical(was), now: physical(now) }
      const result = changes(was, form, now)
      for (const line of result.hunks.flatMap((hunk) => hunk.lines)) {
        for (const side of ['was', 'now'] as const) {
          const number = line[side]
          if (number === null) continue
          const words = line.spans.filter(({ kind }) => kind !== (side === 'was' ? 'new' : 'gone'))
          expect(
            words
              .map(({ text }) => text)
              .join('')
              .replace(/↵+/, ''),
          ).toBe(texts[side][numbers[side].lastIndexOf(number)])
        }
      }
      const same = fileText(was, { ...NEW_FORM, ...form }) === fileText(now, { ...NEW_FORM, ...form })
      if (result.differs === 0) expect(same).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

function physical(story: Draft): number[] {
  let number = 1
  return story.lines.map((line, index) => {
    number += line.gap ?? (index === 0 ? 0 : form.gap)
    return number
  })
}

test('a seed with one word changed shows that word', () => {
  const { draft: was, form: seedForm } = readTxt(readFileSync('seeds/002_fd4c9f8caa6ae07a.txt'))
  const now = structuredClone(was)
  const span = now.lines[4]!.spans[0]!
  span.text = span.text.replace(/\w+/, 'Changed')
  const result = changes(was, seedForm, now)
  expect(result.differs).toBe(1)
  expect(result.hunks[0]!.lines[1]!.spans.filter(({ kind }) => kind === 'new')).toEqual([
    { kind: 'new', text: 'Changed' },
  ])
})

test('two totally different novels are compared without a search for the least', () => {
  const words = (salt: number) =>
    draft(
      ...Array.from({ length: 3000 }, (_, at) =>
        Array.from({ length: 33 }, (_, word) => `w${(at * word * salt) % 97}`).join(' '),
      ),
    )
  const result = changes(words(3), form, words(5))
  expect(result.truncated || result.hunks.length <= 500).toBe(true)
  expect(result.differs).toBeGreaterThan(2000)
})
