/**
 * The ways in which a clean text is broken. Each finds the places in a line where what stands there is right and what it
 * puts there is wrong beyond doubt, as far as a pattern can tell.
 */
import type { Dice } from '../review/dice.ts'
import { DIALECT_PAIRS } from './dialect-pairs.ts'
import { misspelt } from './misspelling.ts'

export interface Break {
  /** The right words, in the line. */
  from: number
  to: number
  wrong: string
  /** Other corrections that are as good as what stood there. */
  also?: readonly string[]
}

export interface Story {
  lines: readonly string[]
  /** Who speaks in it, as a pattern without groups. */
  speakers: string
  /** Right in either dialect. */
  isWord: (word: string) => boolean
  pick: Dice
}

export interface Way {
  family: string
  breaks(line: string, story: Story, next: string): Iterable<Break>
}

const SAID =
  '(?:said|asked|cried|replied|answered|remarked|exclaimed|inquired|murmured|muttered|whispered|shouted|protested|declared|repeated|demanded|suggested|returned|snapped|growled)'
const ACTED =
  '(?:turned|nodded|looked|shook|took|put|stood|walked|sat|leaned|went|drew|picked|opened|pulled|got|rose|lit|scowled|moved|held|came|frowned|grinned|stopped|paused|crossed|reached|bent|stared|glanced|ran|handed|pointed)'
const NOT_PARTICIPLES =
  '(?!(?:during|evening|morning|nothing|something|anything|everything|being|according|including|king|thing|spring|string)\\b)'

export const WAYS: readonly Way[] = [
  way('tag full stop', ({ speakers }) => new RegExp(`,(?=[”"] (?:${tag(speakers)}))`, 'g'), '.'),
  way('tag comma left out', ({ speakers }) => new RegExp(`,(?=[”"] (?:${tag(speakers)}))`, 'g'), ''),
  way(
    'tag capital',
    () => new RegExp(`(?<=[,?!…—][”"] )(?:he|she|they|said|asked)(?= (?:${SAID}|he|she|the) ?)`, 'g'),
    ([word]) => capital(word),
  ),
  way(
    'beat with a comma',
    () => new RegExp(`\\.([”"]) (He|She|They)(?= ${ACTED}\\b)`, 'g'),
    ([, close, who]) => `,${close} ${who!.toLowerCase()}`,
  ),
  way(
    'speech after a beat',
    () => new RegExp(`(?<=(?:^|[.!?”"] )(?:He|She|They|I) ${ACTED}\\b[^.,“”"]{3,60})\\. (?=[“"][A-Z])`, 'g'),
    ', ',
  ),
  way(
    'vocative comma',
    ({ speakers }) =>
      new RegExp(
        `(?<=[“"](?:[^“”"]{1,80} )?[\\w’']+), (?=(?:${called(speakers)})[.?!][”"])|(?<=[“"](?:${called(speakers)})), (?=[a-zI])`,
        'g',
      ),
    ' ',
  ),
  way(
    'question mark',
    () =>
      /(?<=(?:^|[“".?!—] ?)(?:(?:But|And|So|Then|Well),? )?(?:[Ww]h(?:at|y|o|ere|en|ich)|[Hh]ow) (?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|the|in)\b[^.?!“”"]*)\?(?=[”"])|(?<=[“"] ?(?:Is|Are|Was|Were|Do|Does|Did|Have|Has|Can|Could|Will|Would|Shall|Should|Don’t|Didn’t|Won’t|Isn’t|Aren’t) (?:you|he|she|it|they|we|I|there|that|this)\b[^.?!“”"]*)\?(?=[”"])/g,
    '.',
  ),
  way(
    'participle comma',
    () =>
      new RegExp(
        `(?<=(?:^|[.!?] )(?:He|She|They|I|It|[A-Z]\\w+)(?: [\\w’-]+){2,12}), (?=${NOT_PARTICIPLES}[a-z]+ing (?:him|her|them|his|the|a|an|it|at|into|with|from|on|up|down|to|my|its|their)\\b[^,;:.“”"]*\\.)`,
        'g',
      ),
    ' ',
    { narration: true },
  ),
  {
    family: 'comma splice',
    *breaks(line) {
      if (/[“”"]/.test(line)) return
      const stop =
        /(?<=(?:^|[.!?] )(?:He|She|They|It|I|We|There|The \w+) (?:was|were|had|did|could|would|\w+ed|knew|felt|saw|went|came|took|stood|sat)\b(?: [\w’-]+){2,11})(?:\. (He|She|They|It|I|We|There)|; (he|she|they|it|I|we|there))(?= (?:was|were|had|did|could|would|\w+ed|knew|felt|saw|went|came|took|stood|sat)\b(?: [\w’-]+){1,11}[.;])/g
      for (const match of line.matchAll(stop)) {
        const word = (match[1] ?? match[2])!
        const small = word === 'I' ? word : word.toLowerCase()
        yield {
          from: match.index,
          to: match.index + match[0].length,
          wrong: `, ${small}`,
          also: [`; ${small}`, `. ${small.slice(0, 1).toUpperCase()}${small.slice(1)}`, `, and ${small}`],
        }
      }
    },
  },
  way(
    'doubled word',
    () => /\b(?:the|a|to|of|and|in|was|his|her|he|she|with|for|it|at|you|they|my)(?= [a-z])/g,
    ([word]) => `${word} ${word}`,
  ),
  swaps('its / it’s', [
    ['its', 'it’s'],
    ['it’s', 'its'],
  ]),
  swaps('your / you’re', [
    ['your', 'you’re'],
    ['you’re', 'your'],
  ]),
  swaps('their / there', [
    ['their', 'there'],
    ['there', 'their'],
    ['they’re', 'their'],
  ]),
  swaps('to / too, than / then', [
    ['too', 'to'],
    ['to(?= (?:the|be|have|go|see|do|make|get|take|come|him|her|me))', 'too'],
    ['than', 'then'],
    ['then', 'than'],
  ]),
  swaps('other confusions', [
    ['lose', 'loose'],
    ['quite', 'quiet'],
    ['quiet', 'quite'],
    ['passed', 'past'],
    ['past', 'passed'],
    ['led', 'lead'],
    ['breath', 'breathe'],
    ['breathe', 'breath'],
    ['whose', 'who’s'],
    ['where', 'were'],
    ['hear', 'here'],
    ['here', 'hear'],
    ['off', 'of'],
    ['whether', 'weather'],
    ['threw', 'through'],
    ['through', 'threw'],
    ['knew', 'new'],
    ['know', 'no'],
    ['right', 'write'],
    ['peace', 'piece'],
    ['piece', 'peace'],
    ['waist', 'waste'],
    ['heard', 'herd'],
    ['eyes', 'eye’s'],
    ['advice', 'advise'],
    ['affect', 'effect'],
    ['clothes', 'cloths'],
    ['coarse', 'course'],
    ['course', 'coarse'],
    ['choose', 'chose'],
  ]),
  swaps('verb forms', [
    ['(?<=\\b(?:had|have|has|having) )gone', 'went'],
    ['(?<=\\b(?:had|have|has|having) )seen', 'saw'],
    ['(?<=\\b(?:had|have|has|having) )taken', 'took'],
    ['(?<=\\b(?:had|have|has|having) )come', 'came'],
    ['(?<=\\b(?:had|have|has|having) )done', 'did'],
    ['(?<=\\b(?:had|have|has|having) )given', 'gave'],
    ['(?<=\\b(?:would|could|should|might|must) )have(?= [a-z]+(?:ed|en)\\b)', 'of'],
    ['(?<=\\b(?:he|she|it) )was', 'were'],
    ['(?<=\\b(?:they|we|you) )were', 'was'],
    ['an(?= [aeio][a-z])', 'a'],
    ['a(?= [bdfgkmprst][a-z])', 'an'],
  ]),
  way(
    'misspelling by keys',
    () => /\b[a-z]{5,}\b/g,
    ([word], story) => misspelt(word, 'keys', story.pick, story.isWord),
  ),
  way(
    'misspelling by sound',
    () => /\b[a-z]{6,}\b/g,
    ([word], story) => misspelt(word, 'sound', story.pick, story.isWord),
  ),
  way(
    'compound hyphen',
    () =>
      /(?<=\b[a-z]+)-(?=(?:eyed|haired|faced|headed|hearted|handed|skinned|legged|looking|colored|coloured|minded|tempered|natured|fashioned|shouldered|aged|sized|lipped|shaped|bearded|chested|rimmed|footed|sided|dressed|bred|mannered|blooded)\b [a-z])/g,
    ' ',
  ),
  way('ellipsis form', ({ lines }) => (count(lines, '…') < 12 ? /(?!)/g : /…/g), '...'),
  way(
    'dash form',
    () => /(?<=\w)—(?=\w)/g,
    (_, story) => (story.pick(2) ? '--' : ' - '),
  ),
  way('quote form', () => /[“”]/g, '"'),
  way('apostrophe form', () => /(?<=\w)’(?=\w)/g, "'"),
  way('space left out', () => /(?<=[a-z][,;]) (?=[a-z])|(?<=[a-z]{3}[.?!]) (?=[A-Z])/g, ''),
  way(
    'space too many',
    () => /(?<=[a-z]) (?=[a-z])|(?<=[a-z])(?=[,.?!](?: |$))/g,
    ([space]) => (space === ' ' ? '  ' : ' '),
  ),
  {
    family: 'closing quote lost',
    *breaks(line, _, next) {
      for (const match of line.matchAll(/(?<=[.,?!])[”"](?= [a-zA-Z]|$)/g)) {
        const after = line.slice(match.index + 1).trim()
        if (after === '' ? /^[“"]/.test(next) : /^[“"]/.test(after)) continue
        yield { from: match.index, to: match.index + 1, wrong: '' }
      }
    },
  },
  {
    family: 'other dialect',
    *breaks(line) {
      for (const match of line.matchAll(/\b[a-z]{4,}\b/g)) {
        const pair = DIALECT_PAIRS.find((words) => words.includes(match[0]))
        if (pair)
          yield { from: match.index, to: match.index + match[0].length, wrong: pair[match[0] === pair[0] ? 1 : 0] }
      }
    },
  },
]

type Making = string | ((match: RegExpExecArray, story: Story) => string | null)

/** What the pattern finds gives way; null for a place that cannot be broken. */
function way(family: string, pattern: (story: Story) => RegExp, wrong: Making, { narration = false } = {}): Way {
  return {
    family,
    *breaks(line, story) {
      for (const match of line.matchAll(pattern(story))) {
        if (narration && isInSpeech(line, match.index)) continue
        const made = typeof wrong === 'string' ? wrong : wrong(match, story)
        if (made !== null && made !== match[0]) {
          yield { from: match.index, to: match.index + match[0].length, wrong: made }
        }
      }
    },
  }
}

/** Whole words in lower case, each with what takes its place; patterns may look around. */
function swaps(family: string, pairs: readonly (readonly [string, string])[]): Way {
  return {
    family,
    *breaks(line) {
      for (const [right, wrong] of pairs) {
        for (const { index, 0: word } of line.matchAll(new RegExp(`(?<![\\w’'-])${right}(?![\\w’'-])`, 'g'))) {
          yield { from: index, to: index + word.length, wrong }
        }
      }
    },
  }
}

function tag(speakers: string): string {
  return `(?:he|she|they|I|${speakers}) ${SAID}\\b|${SAID} (?:he|she|they|I|the|${speakers})\\b`
}

function called(speakers: string): string {
  return `${speakers}|sir|madam|my (?:boy|dear|friend|lad)|old (?:man|chap|fellow|horse)|(?:Mr|Mrs|Miss|Dr)\\.? [A-Z]\\w+`
}

function isInSpeech(line: string, at: number): boolean {
  return line.lastIndexOf('“', at) > line.lastIndexOf('”', at)
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function count(lines: readonly string[], what: string): number {
  return lines.reduce((sum, line) => sum + line.split(what).length - 1, 0)
}
