import { expect, test } from 'vitest'
import { proposedFixesWords, proposeFixes } from '../../../../client/pages/story/propose-fixes.ts'
import { withdrawAll } from '../../../../client/pages/story/withdraw-all.ts'
import type { Fix, FixWatch } from '../../../../client/panels/checks/checks-context.ts'
import { checkDocument, SuggestingDesk, seedOf } from '../../../kit/suggesting-desk.ts'
import { ReviewDesk } from '../../panels/suggestions/review-desk.ts'

type Records = Parameters<SuggestingDesk['mode']['reopen']>[0]

/** A proofreader with a text of gray days, each of which a fix makes grey. */
class Proofreader {
  readonly review = new ReviewDesk('tomas')
  readonly at: SuggestingDesk

  constructor(...lines: string[]) {
    this.at = new SuggestingDesk(seedOf(...lines), 'record-0')
    this.review.role = 'proofreader'
  }

  readonly own = {
    tell: () => {},
    show: (records: Records) => {
      for (const record of records) this.at.told.set(record.id, record)
      this.at.mode.reopen(records)
    },
    drop: (...records: readonly Pick<Records[number], 'id' | 'base' | 'change'>[]) => {
      for (const { id } of records) this.at.told.delete(id)
      this.at.mode.settle(records.map(({ id, base, change }) => ({ id, accepted: false, base, change })))
    },
  }

  get parts() {
    const { at, own, review } = this
    return {
      handle: { me: { id: review.me, name: 'Tomas', swatch: 1 }, review, text: at.text },
      own,
      find: (fixes: readonly Fix[]) => {
        const { doc } = at.state
        const there = fixes.filter(({ finding }) => finding.key !== 'gone')
        const fixOf = new Map(
          there.map((fix) => {
            const { line, offset, length } = fix.finding
            return [{ line, from: offset, to: offset + length, replacement: fix.replacement }, fix] as const
          }),
        )
        return { found: { doc, matches: [...fixOf.keys()] }, fixOf }
      },
      groundsOf: ({ finding: { rule } }: Fix) => ({ reason: `about ${rule}`, label: null, rule }),
    }
  }
}

function fix(line: number, offset: number, replacement = 'grey', key = 'key', rule = 'sheet-spelling'): Fix {
  const finding = { rule, level: 'default', kind: 'spelling', line, offset, length: 4 } as const
  return { finding: { ...finding, message: '', replacements: [], sure: true, key }, replacement }
}

test('fixes of several rules are proposed in the order of the text, each on the grounds of its rule', async () => {
  const { at, review, parts } = new Proofreader('gray', 'gray', 'gray')
  const made = await proposeFixes(parts, [fix(2, 0), fix(0, 0, 'grey', 'key', 'near-name'), fix(1, 0)])
  expect(made).toMatchObject({ touching: 0, gone: 0, refused: 0, left: 0 })
  expect(at.shown).toBe('[-gray][+grey]¶[-gray][+grey]¶[-gray][+grey]')
  const all = review.events.map((event) => (event.type === 'propose' ? [event.rule, event.reason] : []))
  expect(all).toEqual([
    ['near-name', 'about near-name'],
    ['sheet-spelling', 'about sheet-spelling'],
    ['sheet-spelling', 'about sheet-spelling'],
  ])
  expect(made.proposed).toHaveLength(3)
  expect(proposedFixesWords(made)).toBe('Proposed 3 replacements.')
  at.destroy()
})

test('what could not be proposed is counted by why, and the rest is proposed', async () => {
  const { at, review, parts } = new Proofreader('gray', 'gray', 'gray', 'gray')
  await proposeFixes(parts, [fix(0, 0)])
  const { ask } = review
  review.ask = (command) =>
    command.type === 'propose' && command.change.some((op) => 'insert' in op && op.insert === 'grae')
      ? ask.call(review, { ...command, base: [{ insert: 'other' }] })
      : ask.call(review, command)
  const made = await proposeFixes(parts, [fix(0, 0), fix(1, 0), fix(2, 0, 'grae'), fix(3, 0, 'grey', 'gone')])
  expect(made).toMatchObject({ touching: 1, gone: 1, refused: 1, left: 0 })
  expect(at.shown).toBe('[-gray][+grey]¶[-gray][+grey]¶gray¶gray')
  expect(proposedFixesWords(made)).toBe(
    'Proposed 1 replacement. Left out: 1 touches a suggestion of yours, 1 is not there any more, 1 was refused (The change does not fit the words that it is about).',
  )
  checkDocument(at.state.doc, at.text, at.records())
  at.destroy()
})

test('a batch is told as it comes on, and stops when it is asked to; what is done stays and can be withdrawn as a whole', async () => {
  const lines = Array.from({ length: 120 }, () => 'gray')
  const { at, review, parts } = new Proofreader(...lines)
  const controller = new AbortController()
  const told: string[] = []
  const watch: FixWatch = {
    signal: controller.signal,
    told: (done, of) => {
      told.push(`${done} of ${of}`)
      if (done === 100) controller.abort()
    },
  }
  const made = await proposeFixes(
    parts,
    lines.map((_, line) => fix(line, 0)),
    watch,
  )
  expect(told).toEqual(['0 of 120', '50 of 120', '100 of 120'])
  expect(proposedFixesWords(made)).toBe('Proposed 100 replacements. 20 were not asked for.')
  const open = () => [...review.state.peek().suggestions.values()].filter(({ status }) => status === 'open')
  expect(open()).toHaveLength(100)
  // One is decided meanwhile: it stays.
  const [first] = open()
  const decisions = [{ suggestion: first!.id, rev: 1 }]
  await review.by('ruth', { type: 'decide', verdict: 'reject', reason: '', decisions })
  expect(await withdrawAll(parts, made.proposed)).toBe(99)
  expect(open()).toHaveLength(0)
  expect(review.events.filter(({ type }) => type === 'withdraw')).toHaveLength(99)
  expect(at.shown.match(/grey/g)).toHaveLength(1)
  at.destroy()
})

test('whoever may not propose any more is not asked for the rest', async () => {
  const { at, review, parts } = new Proofreader(...Array.from({ length: 60 }, () => 'gray'))
  review.role = 'reader'
  const made = await proposeFixes(
    parts,
    Array.from({ length: 60 }, (_, line) => fix(line, 0)),
  )
  expect(made).toMatchObject({ refused: 50, left: 10 })
  expect(proposedFixesWords(made)).toMatch(
    /^Nothing was proposed\. Left out: 50 were refused \(Your role here is reader/,
  )
  expect(at.shown).not.toContain('grey')
  at.destroy()
})
