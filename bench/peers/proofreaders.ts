/** Proofreaders of other people, as they are used in Node: what each says of a text, in one shape. Installed by the bench alone. */
import { spellCheckDocument } from 'cspell-lib'
import { retext } from 'retext'
import retextContractions from 'retext-contractions'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextQuotes from 'retext-quotes'
import retextRepeatedWords from 'retext-repeated-words'
import writeGood from 'write-good'
import type { Flag } from '../proof/contestants.ts'

let texts = 0

/** Its bundled dictionaries for the dialect, no settings of this machine. */
export async function cspell(
  text: string,
  dialect: string,
  names: readonly string[],
  corrections: boolean,
): Promise<Flag[]> {
  // It remembers what it read under an address.
  texts += 1
  const { issues } = await spellCheckDocument(
    { uri: `text:///story-${texts}.txt`, text, languageId: 'plaintext', locale: dialect },
    { generateSuggestions: corrections, numSuggestions: 3, noConfigSearch: true },
    { language: dialect, words: [...names] },
  )
  return issues.map(({ text: word, offset, suggestions }) => ({
    rule: 'spelling',
    offset,
    length: word.length,
    replacement: suggestions?.[0] ?? null,
  }))
}

/** It makes no corrections. */
export function writeGoodAsItComes(text: string): Flag[] {
  return writeGood(text).map(({ index, offset, reason }) => ({
    rule: reason.replace(/^".*?" /, ''),
    offset: index,
    length: offset,
    replacement: null,
  }))
}

const processors = { straight: processor(true), smart: processor(false) }

function processor(straight: boolean) {
  return retext()
    .use(retextRepeatedWords)
    .use(retextIndefiniteArticle)
    .use(retextQuotes, { preferred: straight ? 'straight' : 'smart' })
    .use(retextContractions, { straight })
}

/** Told which of the two forms of quotation marks the text mostly has: it cannot tell by itself. */
export async function retextPlugins(text: string): Promise<Flag[]> {
  const straight = text.split('"').length > text.split(/[“”]/).length
  const { messages } = await processors[straight ? 'straight' : 'smart'].process(text)
  return messages.flatMap(({ ruleId, source, place, expected }): Flag[] => {
    if (!place || !('start' in place)) return []
    const [offset, end] = [place.start.offset, place.end.offset]
    if (offset === undefined || end === undefined) return []
    return [{ rule: `${source} ${ruleId}`, offset, length: end - offset, replacement: expected?.[0] ?? null }]
  })
}
