/**
 * A verb that does not go with its pronoun: she don't, they was, he have, we wants. Where somebody in the story talks
 * dialect, speech may say so on purpose and is left alone. Subjects that are no pronouns are agreement's.
 */
import { speaksDialect } from '../dialect-speech.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import { VERBS } from '../verbs.ts'

export const subjectVerb: LineRule = {
  name: 'subject-verb',
  level: 'default',
  kind: 'grammar',
  title: 'Verb and subject',
  explain:
    'The verb’s form goes with its subject: he doesn’t, they were, there are two. Speech is left alone in stories in which ' +
    'somebody talks dialect.',
  example: { wrong: 'They was late.', right: 'They were late.' },
  source: 'Chicago Manual of Style 17th ed. 5.138–5.141.',
  *check(line, { facts }) {
    const done = new Set<number>()
    for (const { table, narrates, speaks } of TABLES) {
      for (const { frame, first } of findFrames(table, line, facts)) {
        const { start: offset, end, text } = line.tokens[first]!
        if (done.has(offset)) continue
        if (line.isSpeech(offset) ? !speaks || speaksDialect(facts) : !narrates) continue
        done.add(offset)
        const right = dressed(frame.right, text, facts.forms.apostrophe)
        yield { offset, length: end - offset, message: frame.why, replacements: [right] }
      }
    }
  },
}

const WHY = 'This form of the verb does not go with its subject.'

/** “He come in and give it me”: pasts that sound like the plain form, and that of “lie”. */
const DIALECT_PASTS = new Set(['come', 'become', 'give', 'run', 'see', 'lay'])

const LINKS = '^|.|and|but|that|because|when|so|then'

const TABLES = [
  {
    narrates: true,
    speaks: true,
    table: frameTable(
      frames(
        WHY,
        `
        ${LINKS} he|she|it [don't] => doesn't
        ${LINKS} he|she|it [haven't] => hasn't
        ${LINKS} he|she|it [have] been|a|the|to|no|not|until|already => has
        ^|and|but|so|because|when|as|then|after|before|that he|she|it [have|haven't] @art|@poss|been|never|not|no|until|already|only|nothing|something|-ed|come|gone|seen|taken|had|made|done => has
        ${LINKS}|as|while they|we [was] => were
        ${LINKS}|as|while they|we|you [wasn't] => weren't
        ${LINKS}|as|while you [was] => were
        ${LINKS}|as|while they|we [is] => are
        ${LINKS}|while they|we|i|you [has] => have
        they|we [doesn't] => don't
        ^|but|that|because|when|while|so|though|although he|she|it [are] => is
        ^|but|that|because|when|while|so|though|although i [are] => am
        ^|.|and|but|that|because there [was] two|three|four|five|six|seven|eight|nine|ten|twelve -s|people|men|women|children => were
        ^|.|and|but|that|because there [is] two|three|four|five|six|seven|eight|nine|ten|many|several -s|people|men|women|children => are
        `,
      ),
    ),
  },
  {
    narrates: true,
    speaks: false,
    table: frameTable(
      frames(
        WHY,
        `
        ^ he|she [were] !to|. => was
        but|because|where|which|what|then|while|so|after|before|once|when he|she [were] => was
        ^|but|because|where|which|what|then|while|so|after|before|once|when it [were] !better|best|well|as|a|to|not => was
        . and it [were] !better|best|well|as|a|to|not => was
        as he|she [were] => was
        `,
      ),
    ),
  },
  {
    narrates: true,
    speaks: true,
    table: frameTable(
      frames(
        WHY,
        VERBS.map(
          ({ base, third }) => `
          ^|because|but|that|when i|you|we|they [${third}] => ${base}`,
        ).join('\n'),
      ),
    ),
  },
  {
    narrates: true,
    speaks: false,
    table: frameTable(
      frames(
        WHY,
        VERBS.filter(({ base, past }) => base !== past && !DIALECT_PASTS.has(base))
          .map(({ base, third }) => `^ it [${base}] @det|@obj|@prep => ${third}`)
          .join('\n'),
      ),
    ),
  },
  {
    // In narration the past is meant: tense-slip says so.
    narrates: false,
    speaks: true,
    table: frameTable(
      frames(
        WHY,
        VERBS.filter(({ base, past }) => base !== past)
          .filter(({ base }) => !DIALECT_PASTS.has(base))
          .map(({ base, third }) => `^|because|but he|she|it [${base}] => ${third}`)
          .join('\n'),
      ),
    ),
  },
]
