/** A speech that ends in a comma although what follows does not speak it. */
import { isTolerated, passesForSpeaking } from '../action-verbs.ts'
import { tagAt } from '../dialogue-tag.ts'
import type { LineRule } from '../rule.ts'
import { goesOn, raised, speechEnds } from '../speech-end.ts'

export const actionAfterComma: LineRule = {
  name: 'action-after-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma before an action',
  explain:
    'Nobody can shrug or knock a sentence: what follows tells what somebody did and is a sentence of its own. So the speech ends in a ' +
    'full stop, and a capital follows.',
  example: { wrong: '“Go,” he shrugged off his coat.', right: '“Go.” He shrugged off his coat.' },
  source: 'Chicago Manual of Style 17th ed. 13.40 (the comma is for tags); New Hart’s Rules 9.2.3.',
  *check(line, { facts }) {
    const { tokens } = line
    for (const { close, last, quotation } of speechEnds(line)) {
      if (last.text !== ',') continue
      const tag = tagAt(tokens, close + 1, facts)
      if (tag?.is !== 'beat') continue
      // "I think," he paused, "that you know." breaks into a sentence, which a full stop would tear.
      if (goesOn(tokens, tag.next)) continue
      const verb = tokens[tag.verb]!
      if (isTolerated(verb.lower) && tag.subject === 'noun') continue
      if (facts.forms.laughing === 'comma' && passesForSpeaking(verb.lower)) continue
      const first = tokens[close + 1]!
      yield {
        offset: last.start,
        length: first.end - last.start,
        message: `“${first.text} ${verb.text}” does not speak the words: a full stop ends them.`,
        replacements: ['.', '!', '?'].map(
          (mark) => mark + line.text.slice(quotation.end - 1, first.start) + raised(first),
        ),
        sure: false,
      }
    }
  },
}
