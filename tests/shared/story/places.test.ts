/** Anchors stand where Yjs' own relative positions stand, whatever several people do to the text. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Anchor } from '../../../shared/review/anchor.ts'
import { anchorAt, standingsOf } from '../../../shared/story/places.ts'
import { encodeStory, textOf } from '../../../shared/story/story-doc.ts'

/** A small seeded generator (mulberry32), so that a failure can be had again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function twoDocs(words: string): [Y.Doc, Y.Doc] {
  const first = encodeStory({ lines: words.split('\n').map((text) => ({ spans: [{ text }] })) }, 7)
  return [1, 2].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    textOf(doc)
    Y.applyUpdate(doc, first)
    return doc
  }) as [Y.Doc, Y.Doc]
}

describe('anchors', () => {
  test('agree with relative positions after random edits by two people, formatting and undo included', () => {
    const seed = Number(process.env.PLACES_SEED ?? Math.floor(Math.random() * 1e9))
    const roll = dice(seed)
    for (let run = 0; run < 40; run++) {
      const docs = twoDocs('She saw the mud shine.\nIt was not a long letter.\nSalt for the ledger.')
      const undo = docs.map((doc) => new Y.UndoManager(textOf(doc), { captureTimeout: 0 }))
      const anchors = new Map<number, Anchor>()
      const theirs = new Map<number, { from: Y.RelativePosition; to: Y.RelativePosition; point: boolean }>()
      const text = textOf(docs[0])
      for (let step = 0; step < 60; step++) {
        const who = roll(2)
        const own = textOf(docs[who]!)
        const at = 1 + roll(own.length)
        const least = Math.min(at, own.length)
        const kind = roll(10)
        if (kind < 4) own.insert(least, ['a', 'bc', '\n', '😀'][roll(4)]!, {})
        else if (kind < 6) own.delete(least, Math.min(roll(6), own.length - least))
        else if (kind === 6) own.format(least, Math.min(roll(5), own.length - least), { bold: roll(2) ? true : null })
        else if (kind === 7) undo[who]!.undo()
        else if (kind === 8)
          for (const [a, b] of [docs, [...docs].reverse()]) Y.applyUpdate(b!, Y.encodeStateAsUpdate(a!))
        else {
          const to = Math.min(text.length, least + roll(6))
          const from = Math.min(least, to)
          anchors.set(step, anchorAt(text, { from, to }))
          theirs.set(step, {
            from: Y.createRelativePositionFromTypeIndex(text, from, 0),
            to: Y.createRelativePositionFromTypeIndex(text, to, -1),
            point: from === to,
          })
        }
        const standings = standingsOf(text, anchors)
        for (const [key, { from, to, point }] of theirs) {
          const now = (position: Y.RelativePosition) =>
            Y.createAbsolutePositionFromRelativePosition(position, docs[0], false)?.index
          const expected = now(to)
          const start = point ? expected : Math.min(now(from)!, expected!)
          expect(
            { from: standings.get(key)?.from, to: standings.get(key)?.to },
            `PLACES_SEED=${seed}, run ${run}`,
          ).toEqual({
            from: start,
            to: expected,
          })
        }
      }
    }
  })

  test('know when their words are gone, and that a point’s neighbour is', () => {
    const [doc] = twoDocs('one two three')
    const text = textOf(doc)
    const anchors = new Map([
      ['two', anchorAt(text, { from: 5, to: 8 })],
      ['point', anchorAt(text, { from: 5, to: 5 })],
    ])
    text.delete(5, 2)
    expect(standingsOf(text, anchors).get('two')).toEqual({ from: 5, to: 6, gone: false })
    text.delete(5, 1)
    expect(standingsOf(text, anchors).get('two')).toEqual({ from: 5, to: 5, gone: true })
    expect(standingsOf(text, anchors).get('point')).toEqual({ from: 5, to: 5, gone: false })
    text.delete(4, 1)
    expect(standingsOf(text, anchors).get('point')?.gone).toBe(true)
  })

  test('on characters that a document never held have no place', () => {
    const [doc] = twoDocs('one')
    const stranger = new Map([['x', { first: null, last: { client: 99, clock: 3 } }]])
    expect(standingsOf(textOf(doc), stranger).size).toBe(0)
  })

  test('are not made outside of the text', () => {
    const [doc] = twoDocs('one')
    for (const place of [
      { from: 0, to: 0 },
      { from: 3, to: 2 },
      { from: 1, to: 9 },
    ]) {
      expect(() => anchorAt(textOf(doc), place)).toThrow('anchorAt')
    }
  })
})
