/** Stories with everything in their review that a file of annotations can tell, the same for the same seed; and their files. */
import { expect } from 'vitest'
import { broughtEvents } from '../../../../server/stories/brought-events.ts'
import { readAnnotations } from '../../../../shared/codecs/annotations/read-annotations.ts'
import { annotations } from '../../../../shared/codecs/annotations/write-annotations.ts'
import { editionOf } from '../../../../shared/codecs/edition-of.ts'
import type { ReviewEvent } from '../../../../shared/review/events.ts'
import { reduce } from '../../../../shared/review/reduce.ts'
import type { Reply } from '../../../../shared/review/state.ts'
import { EMPTY_REVIEW } from '../../../../shared/review/state.ts'
import { draftOf } from '../../../../shared/story/delta.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { placeReview } from '../../../../shared/story/place-review.ts'
import { dice } from '../../../kit/honest-traffic.ts'
import { ReviewedStory } from '../edition-parts.ts'
import { randomStory } from '../random-story.ts'

export function reviewedStory(seed: number): ReviewedStory {
  const story = randomStory(seed)
  const random = dice(seed + 1)
  const below = (end: number) => Math.floor(random() * end)
  const at = '2026-01-03T00:00:00.000Z'
  const reply = (nth: number): Reply => ({
    ...{ id: `reply-${seed}-${nth}`, by: 'ben-account', at, body: `No — “${nth}” \u{1f600}`, editedAt: null },
    ...{ deleted: false, reactions: {} },
  })
  const { length } = story.text
  for (const [nth, kind] of (['comment', 'question', 'praise'] as const).entries()) {
    const from = 1 + below(length - 1)
    const to = Math.min(length, from + below(5))
    const whole = (index: number) => (/[\udc00-\udfff]/.test(story.words[index] ?? '') ? index + 1 : index)
    story.note(below(4) === 0 ? null : { from: whole(from), to: Math.max(whole(from), whole(to)) }, {
      ...{ kind, mustFix: below(2) === 0, by: below(2) === 0 ? '~Outsider “O”' : 'cleo-account' },
      ...(below(2) === 0 ? { replies: [reply(nth)], resolved: { by: 'ben-account', at } } : {}),
    })
  }
  story.suggest({ from: 0, to: 1 }, [{ retain: 1, attributes: { block: 3 } }], { replies: [reply(9)] })
  return story
}

export function exported(story: ReviewedStory): Record<string, unknown> {
  const { edition } = editionOf(story.parts({ view: 'now' }))
  const written = annotations.write({
    ...{ draft: draftOf(story.runs), form: NEW_FORM, name: 'a “story”.txt', source: null, edition, record: [] },
  })
  return JSON.parse(new TextDecoder().decode(written.bytes))
}

/** The same text, with what the file says of it, and nothing else. */
export function broughtInto(story: ReviewedStory, file: unknown): ReviewedStory {
  const fresh = new ReviewedStory(draftOf(story.runs))
  expect(fresh.words).toBe(story.words)
  const read = readAnnotations(new TextEncoder().encode(JSON.stringify(file)), draftOf(fresh.runs))
  let count = 0
  const newId = () => `brought-${String(++count).padStart(6, '0')}`
  const { events } = broughtEvents(placeReview(fresh.text, read), { by: 'ann-account', at: 0, newId })
  const stamped = events.map(
    ({ seq, at, user, body }): ReviewEvent => ({
      ...{ ...JSON.parse(body), seq, at: new Date(at).toISOString(), by: user },
    }),
  )
  fresh.review = reduce(EMPTY_REVIEW, stamped)
  return fresh
}

/** Without the names of things, which are others in another story: in order of appearance instead. */
export function unnamed(file: Record<string, unknown>): unknown {
  const names = new Map<string, string>()
  const text = JSON.stringify(file).replace(/urn:galley:(note|suggestion|reply):[A-Za-z0-9%_-]+/g, (name) => {
    names.set(name, names.get(name) ?? `thing ${names.size}`)
    return names.get(name) ?? ''
  })
  return JSON.parse(text)
}
