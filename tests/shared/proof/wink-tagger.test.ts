import { expect, test } from 'vitest'
import { winkTagger } from '../../../shared/proof/wink-tagger.ts'

const tagger = winkTagger()

test('each word has one class, however the model cuts it', () => {
  const words = ['She', 'didn’t', 'see', 'the', 'well-known', 'man', ',', "Smith's", 'son', '.']
  expect(tagger.tag(words)).toEqual(['PRON', 'AUX', 'VERB', 'DET', 'ADJ', 'NOUN', 'PUNCT', 'PROPN', 'NOUN', 'PUNCT'])
})

test('nothing has no classes, and the same sentence has the same ones', () => {
  expect(tagger.tag([])).toEqual([])
  expect(tagger.tag(['He', 'ran', '.'])).toEqual(tagger.tag(['He', 'ran', '.']))
})

test.each(['--', '. . .', '1,000 10:30', "I-I c-can't", '@x #y', '“ Go ” ‘ no ’', 'a/b J. K.'])(
  'as many classes as words: %s',
  (text) => {
    const words = text.split(' ')
    expect(tagger.tag(words)).toHaveLength(words.length)
  },
)
