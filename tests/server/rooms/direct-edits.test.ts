import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import {
  directEdits,
  MOST_LINE,
  MOST_LINES,
  PAUSE,
  type Piece,
  type WrittenRow,
} from '../../../server/rooms/direct-edits.ts'
import { docOf } from '../../../server/rooms/held-docs.ts'
import { textOf } from '../../../shared/story/story-doc.ts'
import { dice, freshLog } from '../../kit/honest-traffic.ts'

/** A story that people write in, and the rows of its log. */
class Desk {
  readonly snapshot: Uint8Array
  readonly doc: Y.Doc
  readonly rows: WrittenRow[] = []
  now = 1_000_000

  constructor(lines: string[]) {
    this.snapshot = freshLog(lines).state.snapshot
    this.doc = docOf([this.snapshot])
  }

  get words(): string {
    return textOf(this.doc).toString()
  }

  write(user: string, act: (text: Y.Text, words: string) => void): void {
    const hear = (update: Uint8Array) => this.rows.push({ user, at: ++this.now, update })
    this.doc.on('update', hear)
    this.doc.transact(() => act(textOf(this.doc), this.words))
    this.doc.off('update', hear)
  }

  insert(user: string, before: string, words: string): void {
    this.write(user, (text, all) => text.insert(all.indexOf(before), words))
  }

  pieces(): Piece[] {
    return directEdits(docOf([this.snapshot]), this.rows)
  }
}

describe('direct writing', () => {
  it('is told line by line, one piece for what somebody wrote in one go', () => {
    const desk = new Desk(['One line.', 'Another line.', 'A third one.'])
    for (const letter of 'very ') desk.insert('ann', 'line.\nAno', letter)
    desk.insert('ann', 'third', 'kind of ')
    expect(desk.pieces()).toEqual([
      {
        user: 'ann',
        at: desk.now,
        lines: [
          { line: 1, before: 'One line.', after: 'One very line.' },
          { line: 3, before: 'A third one.', after: 'A kind of third one.' },
        ],
        more: 0,
      },
    ])
  })

  it('tells lines that came and went, from splits and joins', () => {
    const desk = new Desk(['One line.', 'Another line.', 'A third one.'])
    desk.insert('ann', 'line.\nAno', '\n')
    desk.write('ann', (text, words) => text.delete(words.indexOf('\nA third'), 1))
    expect(desk.words).toBe('\nOne \nline.\nAnother line.A third one.')
    const lines = desk.pieces().flatMap((piece) => piece.lines)
    expect(lines.map(({ before }) => before).filter((line) => line !== null)).toEqual([
      'One line.',
      'Another line.',
      'A third one.',
    ])
    expect(lines.map(({ after }) => after).filter((line) => line !== null)).toEqual([
      'One ',
      'line.',
      'Another line.A third one.',
    ])
  })

  it('ends when somebody else writes into one of its lines, and when nothing comes for a while', () => {
    const desk = new Desk(['One line.', 'Another line.'])
    desk.insert('ann', 'One', 'a')
    desk.insert('bob', 'Another', 'b')
    desk.insert('ann', 'One', 'c')
    desk.insert('bob', 'One', 'd')
    desk.now += PAUSE
    desk.insert('bob', 'One', 'e')
    expect(
      desk.pieces().map(({ user, lines }) => [user, ...lines.map(({ before, after }) => `${before} → ${after}`)]),
    ).toEqual([
      ['ann', 'One line. → acOne line.'],
      ['bob', 'acOne line. → acdOne line.', 'Another line. → bAnother line.'],
      ['bob', 'acdOne line. → acdeOne line.'],
    ])
  })

  it('leaves out what decisions did, and what came to nothing', () => {
    const desk = new Desk(['One line.', 'Another line.'])
    desk.insert('', 'line.\nAno', 'decided ')
    desk.insert('ann', 'Another', 'x')
    desk.write('ann', (text, words) => text.delete(words.indexOf('x'), 1))
    desk.write('ann', (text) => text.format(1, 3, { bold: true }))
    expect(desk.pieces()).toEqual([])
    desk.insert('ann', 'decided', 'not ')
    expect(desk.pieces().flatMap(({ lines }) => lines)).toEqual([
      { line: 1, before: 'One decided line.', after: 'One not decided line.' },
    ])
  })

  it('is cut: so many lines of a piece, so much of a line', () => {
    const desk = new Desk(Array.from({ length: 60 }, () => 'A line.'))
    desk.write('ann', (text, words) => {
      for (let at = words.lastIndexOf('A'); at > 0; at = words.lastIndexOf('A', at - 1))
        text.insert(at, 'x'.repeat(600))
    })
    const [piece] = desk.pieces()
    expect([piece?.lines.length, piece?.more, piece?.lines[0]?.after?.length]).toEqual([MOST_LINES, 10, MOST_LINE])
  })

  it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
    'leads from the text before to the text after (seed %i)',
    (seed) => {
      const random = dice(seed)
      const desk = new Desk(['One line.', 'Another line.', 'A third one.', 'And the fourth of them.'])
      const before = desk.words.slice(1).split('\n')
      for (let step = 0; step < 40; step++) {
        desk.write(`user${Math.floor(random() * 3)}`, (text, words) => {
          const at = 1 + Math.floor(random() * (words.length - 1))
          if (random() < 0.6) text.insert(at, random() < 0.2 ? '\n' : 'abc'.charAt(Math.floor(random() * 3)))
          else if (at < words.length) text.delete(at, Math.min(words.length - at, 1 + Math.floor(random() * 6)))
        })
      }
      const told = desk.pieces().flatMap(({ lines }) => lines)
      // Lines that vanish from the record on the way there and back again must even out.
      const sum = new Map<string, number>()
      const add = (line: string | null, by: number) => {
        if (line !== null) sum.set(line, (sum.get(line) ?? 0) + by)
      }
      for (const line of before) add(line, 1)
      for (const line of told) {
        add(line.before, -1)
        add(line.after, 1)
      }
      for (const line of desk.words.slice(1).split('\n')) add(line, -1)
      expect([...sum].filter(([, count]) => count !== 0)).toEqual([])
    },
  )
})
