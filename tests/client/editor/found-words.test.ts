import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Found, wordsFound } from '../../../client/editor/found-words.ts'
import { docOfText } from '../../../client/editor/text-to-doc.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { standingsOf } from '../../../shared/story/places.ts'
import { encodeStory, textOf } from '../../../shared/story/story-doc.ts'
import { schema } from '../../kit/editor-replica.ts'
import { SuggestingDesk, seedOf } from '../../kit/suggesting-desk.ts'

function textFrom(seed: Uint8Array): Y.Text {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  return textOf(doc)
}

function match(line: number, from: number, words: string) {
  return { line, from, to: from + words.length, replacement: 'put' }
}

/** Every place where the words stand on a line of the document, as a search gives them. */
function found(doc: Found['doc'], words: string): Found {
  const matches = doc.children.flatMap((line, index) =>
    [...line.textContent.matchAll(new RegExp(words, 'g'))].map((hit) => match(index, hit.index, words)),
  )
  return { doc, matches }
}

test('each match is given with its place in the text, its anchor and its formatting', () => {
  const draft: Draft = {
    lines: [
      { block: 1, spans: [{ text: 'gray' }] },
      { spans: [{ text: 'a ' }, { text: 'gr', italic: true }, { text: 'ay day' }] },
    ],
  }
  const text = textFrom(encodeStory(draft, 1))
  const words = wordsFound(found(docOfText(schema, text), 'gray'), text)
  expect(words?.map(({ place, base }) => [place, base])).toEqual([
    [{ from: 1, to: 5 }, [{ insert: 'gray' }]],
    [{ from: 8, to: 12 }, [{ insert: 'gr', attributes: { italic: true } }, { insert: 'ay' }]],
  ])
  const standings = standingsOf(text, new Map(words?.map(({ anchor }, index) => [index, anchor])))
  expect([...standings.values()]).toMatchObject(words?.map(({ place }) => place) ?? [])
})

test('in suggesting mode words behind proposed ones are found where the text has them; one’s own tokens are left out', () => {
  const at = new SuggestingDesk(seedOf('one gray', 'two gray', 'gray three gray'))
  at.select(1)
  at.type('gray, ')
  at.select(20, 24)
  at.view.dispatch(at.state.tr.deleteSelection())
  expect(at.shown).toBe('[+gray, ]one gray¶two [-gray]¶gray three gray')
  const search = found(at.state.doc, 'gray')
  expect(search.matches).toHaveLength(5)
  const words = wordsFound(search, at.text)
  expect(words?.map(({ place: { from, to } }) => at.text.toString().slice(from, to))).toEqual(['gray', 'gray', 'gray'])
  expect(words?.map(({ place }) => place.from)).toEqual([5, 19, 30])
  at.destroy()
})

test('words that end inside a proposed run are no words of the text', () => {
  const at = new SuggestingDesk(seedOf('gr'))
  at.select(3)
  at.type('ay')
  expect(wordsFound(found(at.state.doc, 'gray'), at.text)).toEqual([])
  at.destroy()
})

test('a document that the text has left behind gives nothing', () => {
  const text = textFrom(seedOf('a gray day'))
  const search = found(docOfText(schema, text), 'gray')
  text.insert(1, 'On ', {})
  expect(wordsFound(search, text)).toBeNull()
})
