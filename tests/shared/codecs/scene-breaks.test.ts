/** A line that draws a scene break and a gap that does not are two things, out and in again. */
import { describe, expect, test } from 'vitest'
import type { FormatName } from '../../../shared/codecs/formats.ts'
import { FORMATS } from '../../../shared/codecs/formats.ts'
import { readFile } from '../../../shared/codecs/readers.ts'
import { lineOf, manuscriptOf } from '../../kit/manuscripts.ts'

const story = [
  lineOf('Before.'),
  lineOf('* * *'),
  lineOf('Drawn.'),
  lineOf('A gap.', { gap: 3 }),
  lineOf('A wider one.', { gap: 5 }),
  lineOf('⁂'),
  lineOf('Starred.'),
  lineOf('___'),
]
const IN = { mostLines: 100 }

function roundTrip(format: FormatName, lines = story) {
  const codec = FORMATS[format]
  const { bytes, losses } = codec.write(manuscriptOf(lines, { view: codec.views.at(-1)! }))
  const { draft } = readFile(`a${codec.extension}`, bytes, IN)
  return {
    losses: losses.map(({ kind, count }) => [kind, count]),
    lines: draft.lines.map(({ spans, gap }) => `${gap ?? ''}|${spans.map(({ text }) => text).join('')}`),
    bytes,
  }
}

describe('scene breaks come back as they were', () => {
  test.each(['html', 'epub', 'docx'] as const)('from %s, whatever draws them', (format) => {
    const { lines, losses } = roundTrip(format)
    expect(lines).toEqual(['|Before.', '|* * *', '|Drawn.', '3|A gap.', '5|A wider one.', '|⁂', '|Starred.', '|___'])
    expect(losses).toEqual([])
  })

  test.each(['md', 'critic'] as const)(
    'from %s, where Markdown has a sign for them; what it has none for is told',
    (format) => {
      const { lines, losses } = roundTrip(format)
      expect(lines).toEqual([
        '|Before.',
        '|* * *',
        '|Drawn.',
        '3|A gap.',
        '5|A wider one.',
        '|***',
        '|Starred.',
        '|___',
      ])
      expect(losses).toEqual([['scene-marks', 1]])
    },
  )

  test('not from the archive’s HTML, which says so', () => {
    const { bytes, losses, lines } = roundTrip('archive')
    expect(new TextDecoder().decode(bytes)).not.toMatch(/<hr [^/]/)
    expect(lines.filter((line) => line === '|* * *')).toHaveLength(5)
    expect(losses).toEqual([['scene-gaps', 2]])
  })
})

test('hostile numbers of line ends are no gaps', () => {
  const page = (ends: string) =>
    readFile('a.html', new TextEncoder().encode(`<p>a</p><hr class="gap" data-ends="${ends}"><p>b</p>`), IN)
  const gapOf = (ends: string) => page(ends).draft.lines[1]?.gap
  expect(['7', '1e9', '-4', 'NaN', '3.5', '1000'].map(gapOf)).toEqual([7, 3, 3, 3, 3, 1000])
})
