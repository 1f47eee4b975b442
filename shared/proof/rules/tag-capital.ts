/** A capital where a tag goes on with the sentence of its speech, and a small letter where a new sentence begins. */

import { isTolerated } from '../action-verbs.ts'
import { isPronoun, type Tag, tagAt } from '../dialogue-tag.ts'
import type { Spot } from '../finding.ts'
import type { LineRule } from '../rule.ts'
import { goesOn, lowered, raised, type SpeechEnd, speechEnds, startsAnew } from '../speech-end.ts'
import type { Token } from '../tokens.ts'

export const tagCapital: LineRule = {
  name: 'tag-capital',
  level: 'default',
  kind: 'punctuation',
  title: 'Capital after a speech',
  explain:
    'The words that say who spoke (he said, asked the woman) belong to the sentence of the speech, even after a question mark, and begin ' +
    'with a small letter. Words that tell what somebody did are a sentence of their own, and begin with a capital.',
  example: { wrong: '“What?” He asked.', right: '“What?” he asked.' },
  source: 'Chicago Manual of Style 17th ed. 13.40; New Hart’s Rules 9.2.3.',
  *check(line, { facts }) {
    const { tokens } = line
    for (const end of speechEnds(line)) {
      const first = tokens[end.close + 1]
      if (first === undefined || first.kind !== 'word') continue
      const tag = tagAt(tokens, end.close + 1, facts)
      const isSmall = first.shape === 'lower'
      if (tag === null) {
        if (isSmall && end.last.text === '.' && ANYONE.has(first.lower)) yield capital(first, first.text)
        continue
      }
      if (
        !isSmall &&
        isForTag(tokens, end, tag) &&
        (tag.inverted || tag.subject !== 'name') &&
        first.lower !== 'i' &&
        !/['’]s?$/.test(first.text)
      ) {
        yield {
          offset: first.start,
          length: first.end - first.start,
          message: `“${first.text}” goes on with the sentence of the speech, so it takes a small letter.`,
          replacements: [lowered(first)],
          sure: isPronoun(first.lower),
        }
      } else if (isSmall && tag.is === 'beat' && isForBeat(tokens, end, tag)) {
        const isOpen = isTolerated(tokens[tag.verb]!.lower)
        const comma = `,${tokens[end.close]!.text}`
        const from = isOpen ? end.last.start : first.start
        const right = isOpen ? `${line.text.slice(from, first.start)}${raised(first)}` : raised(first)
        yield {
          offset: from,
          length: first.end - from,
          message: `“${first.text} ${tokens[tag.verb]!.text}” is a sentence of its own, so it begins with a capital.`,
          replacements: isOpen ? [right, `${comma} ${first.text}`] : [right],
          sure: !isOpen && isPronoun(first.lower),
        }
      }
    }
  },
}

function capital(first: Token, words: string): Spot {
  return {
    offset: first.start,
    length: first.end - first.start,
    message: `“${words}” begins a sentence of its own, so it takes a capital.`,
    replacements: [raised(first)],
  }
}

/** After these the sentence goes on: ? ! … — and the comma. After a full stop it is the comma that is missing. */
function isForTag(tokens: readonly Token[], { last }: SpeechEnd, tag: Tag): boolean {
  if (tag.is !== 'tag') return false
  if (last.text === ',') return true
  if (!/^(?:[?!…—–]|--$|\.{3,}$)/.test(last.text)) return false
  // "What?" She said, "No." may be two sentences.
  return tag.inverted || !(tokens[tag.next]?.text === ',' && startsAnew(goesOn(tokens, tag.next)))
}

function isForBeat(tokens: readonly Token[], { last }: SpeechEnd, tag: Tag): boolean {
  if (last.text === '.') return true
  if (last.text !== '?' && last.text !== '!') return false
  return tag.subject === 'pronoun' && !isTolerated(tokens[tag.verb]!.lower)
}

const ANYONE = new Set('he she they we'.split(' '))
