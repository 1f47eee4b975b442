import { expect, test } from 'vitest'
import { completed, wordsIn } from '../../../client/sync/complete-command.ts'
import { type CommandGiven, CommandSchema } from '../../../shared/review/commands.ts'

const spot = { client: 1, clock: 2 }
const proposal = {
  suggestion: 'suggestion',
  anchor: { first: spot, last: spot },
  base: [{ insert: 'a', attributes: {} }],
  change: [{ insert: 'words', attributes: {} }, { delete: 1 }],
}

const GIVEN: CommandGiven[] = [
  { id: 'command-1', type: 'open-note', note: 'note-one', kind: 'comment', anchor: null, quote: null, body: 'words' },
  { id: 'command-2', type: 'propose', ...proposal },
  { id: 'command-3', type: 'revise', rev: 1, ...proposal },
  { id: 'command-4', type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'suggestion', rev: 1 }] },
  { id: 'command-5', type: 'reply', thread: 'note-one', reply: 'reply-one', body: ' words ' },
  { id: 'command-6', type: 'see', upto: 3 },
]

test.each(GIVEN)('what is left out of a command means here what it means to the server: $type', (given) => {
  expect(completed(given)).toEqual(CommandSchema.parse(given))
})

test('the words of a command are what somebody wrote, not what was clicked', () => {
  expect(GIVEN.map(wordsIn)).toEqual(['words', 'words', 'words', '', 'words', ''])
})
