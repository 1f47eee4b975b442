import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LineTable } from '../../../../client/editor/review/line-table.ts'
import { PLAIN_LOOK } from '../../../../client/editor/review/look.ts'
import { isDrawn } from '../../../../client/editor/review/suggestion-marks.ts'
import { ThreadsInText } from '../../../../client/editor/review/threads-in-text.ts'
import { docOfText } from '../../../../client/editor/text-to-doc.ts'
import { encodeStory, textOf } from '../../../../shared/story/story-doc.ts'
import { schema } from '../../../kit/editor-replica.ts'
import { reviewOf, suggestionAt } from '../../../kit/review-notes.ts'

test('of one’s own suggestions those are drawn that do not stand in the text already', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeStory({ lines: [{ spans: [{ text: 'one two' }] }] }, 1))
  const text = textOf(doc)
  const mine = { by: 'account-june' }
  const here = suggestionAt(text, 'here', { from: 1, to: 4 }, [{ delete: 3 }], mine)
  const elsewhere = suggestionAt(text, 'elsewhere', { from: 5, to: 8 }, [{ delete: 3 }], mine)
  const threads = new ThreadsInText(text)
  const lines = new LineTable(docOfText(schema, text))
  threads.show(reviewOf(here, elsewhere))
  const look = { ...PLAIN_LOOK, me: 'account-june', standing: new Set(['here']) }
  expect(
    threads
      .read(lines)
      .filter((thread) => isDrawn(thread, look))
      .map(({ id }) => id),
  ).toEqual(['elsewhere'])
})
