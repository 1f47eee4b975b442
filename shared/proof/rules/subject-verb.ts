/** A verb that does not go with its subject, in narration: she don't, they was, he have. Speech may say so on purpose. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const subjectVerb: LineRule = {
  name: 'subject-verb',
  level: 'default',
  kind: 'grammar',
  title: 'Verb and subject',
  explain: 'The verb’s form goes with its subject: he doesn’t, they were, there are two. Speech is left alone.',
  example: { wrong: 'They was late.', right: 'They were late.' },
  source: 'Chicago Manual of Style 17th ed. 5.138–5.141.',
  *check(line, { facts }) {
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const token = line.tokens[first]!
      if (line.isSpeech(token.start)) continue
      const right = dressed(frame.right, token.text, facts.forms.apostrophe)
      yield { offset: token.start, length: token.end - token.start, message: frame.why, replacements: [right] }
    }
  },
}

const TABLE = frameTable(
  frames(
    'This form of the verb does not go with its subject.',
    `
    ^|.|and|but|that|because|when|so|then he|she|it [don't] => doesn't
    ^|.|and|but|that|because|when|so|then he|she|it [haven't] => hasn't
    ^|.|and|but|that|because|when|so|then he|she|it [have] been|a|the|to|no|not => has
    ^|.|and|but|that|because|when|as|then|while they|we [was] => were
    ^|.|and|but|because|where|which|what|then|while|so|after|before|once|when he|she [were] => was
    ^|and|but|because|where|which|what|then|while|so|after|before|once|when it [were] !better|best|well|as|a|to|not => was
    as he|she [were] => was
    ^|.|and|but|that|because|when|as|then|while they|we [wasn't] => weren't
    ^|.|and|but|that|because|when|as|then|while you [was] => were
    ^|.|and|but|that|because|when|as|then|while they|we [is] => are
    ^|.|and|but|that|because|when|then|while they|we [has] => have
    ^|.|and|but|that|because there [was] two|three|four|five|six|seven|eight|nine|ten|many|several|few -s|people|men|women|children => were
    ^|.|and|but|that|because there [is] two|three|four|five|six|many|several -s|people|men|women|children => are
    `,
  ),
)
