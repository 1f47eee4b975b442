/** What a verb is followed by: enjoyed to read, suggested him to go, made him to laugh, I want that you come, I am agree. */
import type { StoryFacts } from '../facts.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { NO_NOUNS, VERB_OF_BASE, VERB_OF_PAST, VERB_OF_THIRD, VERBS, type Verb } from '../verbs.ts'

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
    const { tokens, text } = line
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = tokens[first]!.start
      const length = tokens[last]!.end - offset
      const right = dressed(frame.right, text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
    for (let at = 1; at + 1 < tokens.length; at += 1) {
      const { lower, start: offset } = tokens[at]!
      const slip = lower === 'to' ? slipAtTo(tokens, at, facts) : lower === 'that' ? slipAtThat(tokens, at) : null
      if (slip === null) continue
      yield { offset, length: tokens[slip.last]!.end - offset, message: slip.why, replacements: [slip.right] }
    }
  },
}

interface Slip {
  /** Index of the last token that is replaced. */
  last: number
  right: string
  why: string
}

const ING = 'After this word the next verb stands with -ing.'

const PLAIN = 'After “make” and “let” stands the plain form, without “to”.'

const WANTING = 'Somebody wants a person to do something; nobody “wants that” somebody does it.'

/** "Enjoyed to read", "capable to read", "made him to laugh". */
function slipAtTo(tokens: readonly Token[], at: number, facts: StoryFacts): Slip | null {
  const verb = VERB_OF_BASE.get(tokens[at + 1]!.lower) ?? LITTLE.get(tokens[at + 1]!.lower)
  if (verb === undefined) return null
  const before = tokens[at - 1]!
  const beforeThat = tokens[at - 2]?.lower ?? ''
  const link = linkAfter(before.lower, beforeThat) ?? linkAfterObject(before, beforeThat, facts)
  if (link === null) return null
  const right = link === 'plain' ? verb.base : `${link}${verb.gerund}`
  return { last: at + 1, right, why: link === 'plain' ? PLAIN : ING }
}

/** What stands before the -ing instead of "to"; null where "to" may be right. */
function linkAfter(word: string, before: string): string | null {
  if (WITH_ING.has(word)) return ''
  if (word === 'help') return UNABLE.has(before) ? '' : null
  if (word === 'mind') return MINDERS.has(before) ? '' : null
  if (word === 'worth') return IS.has(before) ? '' : null
  if (word === 'busy') return before === 'too' ? null : ''
  if (DREAMS.has(word)) return DREAMERS.has(before) ? 'of ' : null
  return WITH_WORD.get(word) ?? null
}

/** "Let him to go", "prevented her to leave"; `plain` for no -ing either. */
function linkAfterObject({ lower, shape, text }: Token, verb: string, facts: StoryFacts): string | null {
  const link = AFTER_OBJECT.get(verb)
  if (link === undefined) return null
  return OBJECTS.has(lower) || (shape === 'Capital' && facts.isName(text)) ? link : null
}

/** "I want that you tell me", "she wanted that he came". */
function slipAtThat(tokens: readonly Token[], at: number): Slip | null {
  const want = tokens[at - 1]!.lower
  const object = OBJECT_OF.get(tokens[at + 1]!.lower)
  if (!WANTS.has(want) || object === undefined) return null
  const wisher = tokens[at - 2]?.lower ?? ''
  if (!WISHERS.has(wisher) || RELATIVES.has(tokens[at - 3]?.lower ?? '')) return null
  const form = tokens[at + 2]?.lower ?? ''
  const verb: Pick<Verb, 'base'> | undefined =
    VERB_OF_BASE.get(form) ??
    VERB_OF_THIRD.get(form) ??
    (want === 'wanted' ? VERB_OF_PAST.get(form) : undefined) ??
    (form === 'be' || form === 'have' || form === 'do' ? { base: form } : undefined)
  return verb === undefined ? null : { last: at + 2, right: `${object} to ${verb.base}`, why: WANTING }
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const LITTLE: ReadonlyMap<string, Pick<Verb, 'base' | 'gerund'>> = new Map(
  ['do', 'be', 'have'].map((base) => [base, { base, gerund: base === 'have' ? 'having' : `${base}ing` }]),
)

/** Not "like" and "hate"; and not "stop", "remember" and "go on", which mean something else with "to". */
const WITH_ING = set(
  'enjoy enjoys enjoyed enjoying finish finishes finished finishing avoid avoids avoided avoiding suggest suggests suggested postponed misses risked',
)

const WITH_WORD: ReadonlyMap<string, string> = new Map([
  ...'insist insists insisted insisting'.split(' ').map((word) => [word, 'on '] as const),
  ...'succeed succeeds succeeded'.split(' ').map((word) => [word, 'in '] as const),
  ...'capable incapable'.split(' ').map((word) => [word, 'of '] as const),
])

const AFTER_OBJECT: ReadonlyMap<string, string> = new Map([
  ...'let lets letting made make makes making heard'.split(' ').map((word) => [word, 'plain'] as const),
  ...'prevent prevents prevented preventing'.split(' ').map((word) => [word, 'from '] as const),
  ...'accuse accused accusing suspected'.split(' ').map((word) => [word, 'of '] as const),
])

/** Not "it": "he made it to shore". */
const OBJECTS = set('him me them us her')

const UNABLE = set("can't couldn't cannot")

const MINDERS = set("don't doesn't didn't wouldn't you not")

const IS = set("not it's be isn't wasn't")

const DREAMS = set('dream dreams dreamed dreamt')

/** "My dream to make him pay" is right. */
const DREAMERS = set('i he she they we you always had only')

const WANTS = set('want wants wanted')

const WISHERS = set("i you we they don't doesn't didn't not he she really only just")

/** "What I want that you have" is right. */
const RELATIVES = set('what all everything thing things')

const OBJECT_OF: ReadonlyMap<string, string> = new Map(
  'he him|she her|i me|we us|they them|you you|it it'.split('|').map((pair) => pair.split(' ') as [string, string]),
)

const BASES = `${VERBS.map(({ base }) => base).join('|')}|be|have|do`

const TABLE = frameTable([
  ...frames(
    'After “help but” stands the plain form.',
    VERBS.filter(({ base, past }) => base !== past)
      .map(({ base, past, third }) => `help but [${past}|${third}] => ${base}`)
      .join('\n'),
  ),
  ...frames(
    ING,
    VERBS.map(
      ({ base, gerund }) => `
      i|he|she|we|you|@name am|is|was|are|were used to [${base}] => ${gerund}
      i'm|he's|she's|we're|you're used to [${base}] => ${gerund}
      get|gets|got|getting|gotten|grew|grown|become|became used|accustomed to [${base}] !.|of => ${gerund}
      looking|look|looks|looked forward to [${base}] @det|@obj|@name|-ing|from|in|home|there|with|about|again => ${gerund}`,
    ).join('\n'),
  ),
  ...frames(
    ING,
    VERBS.filter(({ base }) => NO_NOUNS.has(base))
      .map(
        ({ base, gerund }) => `
      without|instead of? even? [${base}] @det|@obj|@name|anything|anyone|nothing|something|goodbye|what|how|to|back|up|down|out|there|home => ${gerund}`,
      )
      .join('\n'),
  ),
  ...frames(
    'After this word the next verb stands in its plain form.',
    VERBS.map(
      ({ base, gerund }) =>
        `forgot|forgotten|want|wants|wanted|try|tries|tried|began|hoped|managed|decided|pretended|refused|unable to [${gerund}] => ${base}`,
    )
      .concat(
        [
          ['be', 'being'],
          ['have', 'having'],
          ['do', 'doing'],
        ].map(
          ([base, gerund]) =>
            `forgot|forgotten|want|wants|wanted|try|tries|tried|began|hoped|managed|decided|pretended|refused|unable to [${gerund}] => ${base}`,
        ),
      )
      .join('\n'),
  ),
  ...frames(
    'After “must”, “can” and the like stands the plain form, without “to”.',
    ['never', 'always', 'also', 'not']
      .map(
        (adverb) =>
          `!the|his|her|my|their|your|god's must|should|can|could|mustn't|cannot [${adverb} to] ${BASES} => ${adverb}\n!the|his|her|my|their|your must|should|mustn't|shouldn't [${adverb} to] * => ${adverb}`,
      )
      .join('\n'),
  ),
  ...frames(
    'One suggests that somebody do something; nobody “suggests somebody to”.',
    [...OBJECT_OF]
      .map(
        ([subject, object]) =>
          `suggest|suggests|suggested|suggesting [${object} to] ${BASES} => that ${subject === 'i' ? 'I' : subject}`,
      )
      .join('\n'),
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
