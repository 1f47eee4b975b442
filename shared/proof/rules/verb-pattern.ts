/** What a verb is followed by: enjoyed to read, suggested him to go, made him to laugh, I want that you come, I am agree. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import { NO_NOUNS, VERBS } from '../verbs.ts'

export const verbPattern: LineRule = {
  name: 'verb-pattern',
  level: 'default',
  kind: 'grammar',
  title: 'What a verb is followed by',
  explain:
    'Each verb decides how another one follows it: we enjoy reading, but want to read; somebody makes him laugh, but asks ' +
    'him to laugh; we want you to come, and suggest that you come.',
  example: { wrong: 'She enjoyed to read in bed.', right: 'She enjoyed reading in bed.' },
  source:
    'Quirk et al., Comprehensive Grammar 16.38–16.40 (verbs with -ing and “to”), 16.52 (with the plain form), 16.31–16.32 (with “that”).',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = line.tokens[first]!.start
      const length = line.tokens[last]!.end - offset
      const right = dressed(frame.right, line.text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
  },
}

/** "He likes to" is left alone, and so are "stopped to", "remembered to" and "went on to", which mean something else. */
const WITH_ING =
  'enjoy|enjoys|enjoyed|enjoying|finish|finishes|finished|finishing|avoid|avoids|avoided|avoiding|suggest|suggests|suggested|postponed|misses|risked'

/** Object → subject. */
const SUBJECTS = 'him he|her she|me I|us we|them they|you you|it it'
  .split('|')
  .map((pair) => pair.split(' ') as [string, string])

/** Not among them those that look like a noun, an adjective or a past after "that he" and the like. */
const LET = 'let|lets|letting|made|make|makes|making'

const NO_NOUN = VERBS.filter(({ base }) => NO_NOUNS.has(base))

const ING = 'After this word the next verb stands with -ing.'

const PLAIN = 'After “make”, “let” and helping verbs stands the plain form, without “to”.'

const WHOM = 'Somebody wants or asks a person to do something; nobody “wants that” somebody does it.'

const THAT = 'One suggests that somebody do something; nobody “suggests somebody to”.'

const TABLE = frameTable([
  ...frames(
    ING,
    VERBS.map(
      ({ base, gerund }) => `
      ${WITH_ING} [to ${base}] => ${gerund}
      can't|couldn't|cannot help [to ${base}] => ${gerund}
      don't|doesn't|didn't|wouldn't|you|not mind [to ${base}] => ${gerund}
      looking|look|looks|looked forward to [${base}] @det|@obj|@name|-ing|from|in|home|there|with|about|again => ${gerund}
      not|it's|be|isn't|wasn't worth [to ${base}] => ${gerund}
      !too busy [to ${base}] => ${gerund}
      insist|insists|insisted|insisting [to ${base}] => on ${gerund}
      i|he|she|they|we|you|@name|always|had|only dream|dreams|dreamed|dreamt [to ${base}] => of ${gerund}
      succeed|succeeds|succeeded [to ${base}] => in ${gerund}
      prevent|prevents|prevented|preventing @obj|@name [to ${base}] => from ${gerund}
      accuse|accused|accusing|suspected @obj|@name [to ${base}] => of ${gerund}
      capable|incapable [to ${base}] => of ${gerund}`,
    ).join('\n'),
  ),
  ...frames(
    ING,
    NO_NOUN.map(
      ({ base, gerund }) => `
      without|instead of? even? [${base}] @det|@obj|@name|anything|anyone|nothing|something|goodbye|a|what|how|to|it|back|up|down|out|there|home => ${gerund}`,
    ).join('\n'),
  ),
  ...frames(
    PLAIN,
    VERBS.map(
      ({ base }) => `
      ${LET} him|me|them|us|her [to ${base}] => ${base}
      made|make|makes @name [to ${base}] => ${base}`,
    ).join('\n'),
  ),
  ...frames(
    WHOM,
    SUBJECTS.map(
      ([object, subject]) => `
      !what|all|everything|thing|things i|you|we|they|don't|doesn't|didn't|not|he|she|really|only|just want|wants|wanted [that ${subject.toLowerCase()}] ${VERBS.map(({ base }) => base).join('|')}|be|have|do => ${object} to`,
    ).join('\n'),
  ),
  ...frames(
    WHOM,
    SUBJECTS.flatMap(([object, subject]) =>
      VERBS.filter(({ base, past }) => base !== past).map(
        ({ base, third, past }) => `
      !what|all|everything|thing|things i|you|we|they|don't|doesn't|didn't|not|he|she|really|only|just want|wants|wanted [that ${subject.toLowerCase()} ${third}] => ${object} to ${base}
      !what|all|everything|thing|things i|you|we|they|he|she|really|only|just wanted [that ${subject.toLowerCase()} ${past}] => ${object} to ${base}`,
      ),
    ).join('\n'),
  ),
  ...frames(
    THAT,
    SUBJECTS.map(
      ([object, subject]) =>
        `suggest|suggests|suggested|suggesting [${object} to] ${VERBS.map(({ base }) => base).join('|')}|be|have|do => that ${subject}`,
    ).join('\n'),
  ),
  ...frames(
    '“Agree” is a verb of its own: I agree, I do not agree.',
    `
    [i am agree] => I agree
    [i'm agree] => I agree
    [we are agree] => we agree
    [we're agree] => we agree
    [you are agree] => you agree
    they [are agree] => agree
    he|she|@name [is agree] => agrees
    i|he|she|we|they|you|@name [was|were agree] => agreed
    i [am not agree] => do not agree
    [i'm not agree] => I don't agree
    [are you agree] => do you agree
    `,
  ),
])
