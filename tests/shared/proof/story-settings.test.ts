/** What the review says about words and style reaches the checker. */
import { expect, test } from 'vitest'
import { USUAL } from '../../../shared/proof/settings.ts'
import { settingsOf } from '../../../shared/proof/story-settings.ts'
import { CommandSchema } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'

const after = (...given: object[]) =>
  reduce(
    EMPTY_REVIEW,
    given.map(
      (body, index) =>
        ({
          ...CommandSchema.parse({ id: `command-${index}`, ...body }),
          seq: index + 1,
          at: 't',
          by: 'ann-account',
        }) as ReviewEvent,
    ),
  )

test('a story without decisions is checked as usual', () => {
  expect(settingsOf(EMPTY_REVIEW, 'default')).toEqual(USUAL)
})

test('allowed words count and proposed ones do not; dismissals, rules and the sheet are carried over', () => {
  const state = after(
    { type: 'propose-words', words: [{ word: 'Ino', kind: 'name' }] },
    { type: 'allow-words', words: [{ word: 'teme', kind: 'term' }] },
    { type: 'dismiss', findings: [{ key: 'k1', rule: 'spelling', words: 'teme' }], on: true },
    { type: 'switch-rule', rule: 'echo', on: false },
    { type: 'decide-style', decision: { part: 'dash', value: 'em' }, example: '' },
    { type: 'decide-style', decision: { part: 'spelling', preferred: 'grey', variants: ['gray'] }, example: '' },
    {
      type: 'decide-style',
      decision: { part: 'muteDialogue', value: { grammar: true, spelling: false } },
      example: '',
    },
    {
      type: 'decide-style',
      decision: { part: 'name', name: 'Mara Voss', aliases: ['Mara'], kind: 'person' },
      example: '',
    },
  )
  expect(settingsOf(state, 'style')).toEqual({
    ...USUAL,
    level: 'style',
    words: [{ word: 'teme', kind: 'term' }],
    off: ['echo'],
    dismissed: ['k1'],
    muteDialogue: { grammar: true, spelling: false },
    sheet: {
      dash: 'em',
      spellings: { grey: ['gray'] },
      names: [{ name: 'Mara Voss', aliases: ['Mara'], kind: 'person' }],
    },
  })
})
