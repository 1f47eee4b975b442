/**
 * Suggestions that keep words in their middle: written as CriticMarkup in pieces, each comes back as the one suggestion that it
 * was, over the same words, by the same person, for the same reason.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionOf } from '../../../../shared/codecs/edition-of.ts'
import { critic } from '../../../../shared/codecs/markdown/critic.ts'
import { readMd } from '../../../../shared/codecs/markdown/read-md.ts'
import { apply, type Change, compact, wordsOf } from '../../../../shared/review/change.ts'
import { PresentWords } from '../../../../shared/review/present-words.ts'
import { type DeltaRun, deltaOf, draftOf } from '../../../../shared/story/delta.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { NAMES, ReviewedStory } from '../edition-parts.ts'

const WORDS = ['one', 'two ', '*three* ', 'fo~ur ', '{five} ', '“six,” ', 'sev+en ', '=eight= ', 'né😀 ', '\n']
const NEW = ['new', 'ne~w ', '{++x++}', ' and ', '', '>']

interface Plan {
  skip: number
  steps: [kind: string, words: string][]
  by: string
  reason: string
  at: string
}

/** What becomes of one word. */
const step = fc.constantFrom('keep', 'keep', 'delete', 'replace', 'before', 'bold')
const plan: fc.Arbitrary<Plan> = fc.record({
  skip: fc.nat({ max: 3 }),
  steps: fc.array(fc.tuple(step, fc.constantFrom(...NEW)), { minLength: 1, maxLength: 5 }),
  by: fc.constantFrom('ann-account', 'ben-account', 'cleo-account'),
  reason: fc.constantFrom('', 'Why not?', 'change 1: as it *was*'),
  /** Several at one time tell whether time and name are enough to know a suggestion by. */
  at: fc.constantFrom('2026-03-04T05:06:07Z', '2026-03-04T05:06:08Z'),
})

function opsOf([kind, words]: [string, string], was: string): Change {
  // The first and the last word of a line stay: a line of which nothing stays goes as a line.
  if (/^(\n|a| z)$/.test(was) || kind === 'keep') return [{ retain: was.length }]
  if (kind === 'delete') return [{ delete: was.length }]
  if (kind === 'bold') return [{ retain: was.length, attributes: { bold: true } }]
  const come: Change = words === '' ? [] : [{ insert: words }]
  return kind === 'before' ? [...come, { retain: was.length }] : [{ delete: was.length }, ...come]
}

/** A change and its place begin and end with something that is to be otherwise. */
function tight(change: Change, from: number): { change: Change; from: number; to: number } | null {
  const isKept = (op: Change[number]) => 'retain' in op && op.attributes === undefined
  const first = change.findIndex((op) => !isKept(op))
  if (first < 0) return null
  const length = (op: Change[number]) => ('retain' in op ? op.retain : 'delete' in op ? op.delete : 0)
  const before = change.slice(0, first).reduce((sum, op) => sum + length(op), 0)
  const kept = compact(change.slice(first, change.findLastIndex((op) => !isKept(op)) + 1))
  const covered = kept.reduce((sum, op) => sum + length(op), 0)
  return { change: kept, from: from + before, to: from + before + covered }
}

function storyOf(words: readonly string[], plans: readonly Plan[]): ReviewedStory {
  const text = words.join('').split('\n')
  const story = new ReviewedStory({ lines: text.map((line) => ({ spans: [{ text: `a ${line} z` }] })) })
  const cut = story.words.slice(1).match(/\n| *[^\s]+| +/g) ?? []
  let [at, next] = [1, 0]
  for (const { skip, steps, ...more } of plans) {
    for (let passed = 0; passed < skip + 1 && next < cut.length; passed += 1) at += cut[next++]!.length
    const from = at
    const change: Change = []
    for (const one of steps) {
      const was = cut[next]
      if (was === undefined) break
      change.push(...opsOf(one, was))
      at += was.length
      next += 1
    }
    const made = tight(change, from)
    if (made) story.suggest(made, made.change, more)
  }
  return story
}

interface Known {
  by: string
  reason: string
  place: { from: number; to: number }
  was: string
  is: string
}

function knownOf(
  { place, change, by, reason }: Pick<Known, 'by' | 'reason' | 'place'> & { change: Change },
  runs: DeltaRun[],
): Known {
  const base = new PresentWords(runs).at(place)
  // A blank has no marks in Markdown.
  const marked = ({ insert, attributes }: DeltaRun) => (attributes?.bold ? insert.replace(/\S/gu, '$&!') : insert)
  return { by, reason, place, was: wordsOf(base), is: apply(base, change).map(marked).join('') }
}

test('random reviews come back with each suggestion whole', () => {
  let pieced = 0
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 20 }),
      fc.array(plan, { minLength: 1, maxLength: 5 }),
      (words, plans) => {
        const story = storyOf(words, plans)
        const { edition } = editionOf(story.parts())
        const manuscript = {
          edition,
          draft: draftOf(story.runs),
          form: NEW_FORM,
          name: 'a.txt',
          source: null,
          record: [],
        }
        const { bytes, losses } = critic.write(manuscript)
        pieced += losses.find(({ kind }) => kind === 'pieces')?.count ?? 0
        const back = readMd.read(bytes, { mostLines: 1000 })
        const runs = deltaOf(back.draft)
        expect(runs.map(({ insert }) => insert).join('')).toBe(story.words)
        const wanted = edition.suggestions.map((one) => {
          if (!one.place) throw new Error('a suggestion of the story has no place')
          return knownOf({ ...one, place: one.place, by: NAMES.get(one.by) ?? '' }, story.runs)
        })
        const source = new TextDecoder().decode(bytes)
        expect(
          back.suggestions.map((one) => knownOf(one, runs)),
          source,
        ).toEqual(wanted)
        expect(back.notes, source).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
  expect(pieced).toBeGreaterThan(50)
})
