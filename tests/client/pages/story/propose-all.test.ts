import { expect, test } from 'vitest'
import type { Found } from '../../../../client/editor/found-words.ts'
import { proposeAll } from '../../../../client/pages/story/propose-all.ts'
import { checkDocument, SuggestingDesk, seedOf } from '../../../kit/suggesting-desk.ts'
import { ReviewDesk } from '../../panels/suggestions/review-desk.ts'

/** A person who suggests, with a review that takes what is told; all of the words can be found. */
class Finder {
  readonly review = new ReviewDesk('tomas')
  readonly at: SuggestingDesk
  constructor(...lines: string[]) {
    this.at = new SuggestingDesk(seedOf(...lines), 'record-0')
    this.review.role = 'proofreader'
  }

  readonly own = {
    tell: () => {
      for (const { id: suggestion, ...record } of this.at.records()) {
        if (this.review.state.peek().suggestions.has(suggestion)) continue
        void this.review.ask({ type: 'propose', suggestion, ...record, reason: '' })
      }
    },
    show: (records: Parameters<SuggestingDesk['mode']['reopen']>[0]) => {
      for (const record of records) this.at.told.set(record.id, record)
      this.at.mode.reopen(records)
    },
    drop: ({ id, base, change }: Parameters<SuggestingDesk['mode']['reopen']>[0][number]) => {
      this.at.told.delete(id)
      this.at.mode.settle([{ id, accepted: false, base, change }])
    },
  }

  async propose(words: string, replacement: string, unticked: readonly number[] = []) {
    const found = (_: string, chosen: ReadonlySet<number>): Promise<Found> => {
      const { doc } = this.at.state
      const matches = doc.children.flatMap((node, line) =>
        [...node.textContent.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
          line,
          from: index,
          to: index + words.length,
          replacement,
        })),
      )
      return Promise.resolve({ doc, matches: matches.filter((_, index) => chosen.has(index)) })
    }
    const chosen = new Set(Array.from({ length: 20 }, (_, index) => index).filter((index) => !unticked.includes(index)))
    const { review, at, own } = this
    const handle = { me: { id: review.me, name: 'Tomas', swatch: 1 }, review, text: at.text }
    const grounds = { reason: 'Replace all', label: 'style' }
    const made = await proposeAll({ handle, editor: { find: { found } }, own }, replacement, chosen, grounds)
    return { ...made, proposed: made.proposed.length }
  }
}

test('while suggesting each ticked match is shown as one’s own, and the review has it with the reason and the tag, once', async () => {
  const finder = new Finder('a gray day', 'gray on gray')
  expect(await finder.propose('gray', 'grey', [1])).toEqual({ proposed: 2, skipped: 0 })
  expect(finder.at.shown).toBe('a [-gray][+grey] day¶gray on [-gray][+grey]')
  checkDocument(finder.at.state.doc, finder.at.text, finder.at.records())
  const all = [...finder.review.state.peek().suggestions.values()]
  expect(all.map(({ id, reason, label }) => [id, reason, label])).toEqual(
    finder.at.records().map(({ id }) => [id, 'Replace all', 'style']),
  )
  finder.at.destroy()
})

test('one’s own suggestions stay whole: what touches them is left out, even when they were typed a moment ago', async () => {
  const finder = new Finder('gray, gray and gray')
  const { at } = finder
  at.select(5)
  at.type('ish')
  expect(at.shown).toBe('gray[+ish], gray and gray')
  expect(await finder.propose('gray', 'grey')).toEqual({ proposed: 2, skipped: 1 })
  expect(at.shown).toBe('gray[+ish], [-gray][+grey] and [-gray][+grey]')
  expect(await finder.propose('gray', 'grey')).toEqual({ proposed: 0, skipped: 3 })
  checkDocument(at.state.doc, at.text, at.records())
  at.destroy()
})

test('what is refused does not stay in the text', async () => {
  const finder = new Finder('a gray day')
  finder.review.role = 'reader'
  await expect(finder.propose('gray', 'grey')).rejects.toThrow('Your role')
  expect(finder.at.shown).toBe('a gray day')
  finder.at.destroy()
})
