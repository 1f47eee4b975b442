/** Two whole sentences with nothing between them: it shook ▮ she couldn't make it stop. */
import { wrongPlaces } from '../commas/missing.ts'
import { mayBeSubject, type Place, type PlacedWords } from '../commas/places.ts'
import { isAuxiliary } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import { beginsClause } from '../plain-splices.ts'
import type { LineRule } from '../rule.ts'
import { isRunTogether } from '../run-together.ts'
import { raised } from '../speech-end.ts'
import type { Token } from '../tokens.ts'

export const runOn: LineRule = {
  name: 'run-on',
  level: 'default',
  kind: 'punctuation',
  title: 'Two sentences run together',
  explain:
    'One sentence ends here and another begins, with no mark between them. A full stop or a semicolon parts them.',
  example: { wrong: 'Her hand shook she couldn’t stop it.', right: 'Her hand shook. She couldn’t stop it.' },
  source: 'Chicago Manual of Style 17th ed. 6.12 (period), 6.56 (semicolon).',
  *check(line, { facts }) {
    const { placed, wrong } = wrongPlaces(line, facts, 'run-on', '', FAINT)
    const sure = wrong.filter((place) => place.surplus > 0 || isParted(placed, place))
    const found = new Set(sure.map(({ right }) => right))
    for (let right = 1; right < placed.words.length && !line.heading; right += 1) {
      const from = placed.parts[right]!
      if (from < right && mayBeSubject(placed.words[from]!) && isRunTogether(placed.words, from, right - 1, right))
        found.add(right)
    }
    for (const right of found) {
      const left = right - 1
      if (BROUGHT_FORWARD.test(placed.words[placed.parts[left]! + 2]?.lower ?? '')) continue
      const last = placed.words[left]!
      const next = placed.words[right]!
      const between = line.text.slice(last.end, next.start)
      if (between.trim() !== '') continue
      yield {
        offset: last.start,
        length: next.end - last.start,
        message: 'Two whole sentences meet here with no mark between them.',
        replacements: [`${last.text}. ${raised(next)}`, `${last.text}; ${next.text}`],
      }
    }
  },
}

/**
 * What is faint by the odds alone is plain by its build: nothing before it that a clause may hang on ("she said", "the
 * house"), and a helping verb with more after it.
 */
function isParted({ words, parts, isName: isNameAt }: PlacedWords, { left, right }: Place): boolean {
  const isName = (token: Token): boolean => isNameAt(words.indexOf(token))
  const { lower } = words[right]!
  const verb = words[right + 1]
  const isShort = lower.includes("'")
  if (verb?.kind !== 'word' || (!isShort && !(isAuxiliary(verb.lower) && words[right + 2]?.kind === 'word')))
    return false
  const clause = words.slice(parts[left]!, left + 1)
  if (clause.length < 3 || clause.slice(1).some((word) => HOLDING.has(word.lower))) return false
  const last = words[left]!.lower
  if (
    isAuxiliary(last) ||
    /^(?:it|that|this|what)/.test(clause[0]!.lower) ||
    !beginsClause(words, parts[left]!, isName)
  )
    return false
  if (OVER.has(last)) return true
  return (
    !isFunctionWord(last) &&
    !/(?:ed|ing|wn)$/.test(last) &&
    /^(?:it|there)\b/.test(lower) &&
    BEING.test(isShort ? lower : verb.lower)
  )
}

/** How far below the limit the odds may be. */
const FAINT = -60

const BEING = /^(?:was|is|were|are)$|'(?:s|m|re)$/

/** After these no clause can hang on the word before it. */
const OVER = new Set(
  (
    'it him her me us them myself himself herself down away back there again out off up inside outside around home together alone hard late early dead gone empty ' +
    'open already anymore well tonight today yesterday tomorrow upstairs downstairs'
  ).split(' '),
)

/** A clause may hang on these, or wait for the next. */
const HOLDING = new Set(
  (
    'life truth night show shows telling denied convinced known reassured eased assuring saying showed shown said say says thought think thinks knew know knows felt feel supposed suppose guess guessed told tell hoped hope believed believe seemed saw see wished wish sure glad afraid sorry swore sworn swear mean meant ' +
    'feared found find heard hear noticed remember remembered realized realised certain promise promised fancy fancied declared assure assured bet idea feeling case struck way time moment day thing things what all ' +
    'everything anything nothing reason much more than first last only so such wonder expect imagine imagined where how whatever who that which because since as like every each one'
  ).split(' '),
)

/** "It was not of himself he thought": what the clause is about stands before it. */
const BROUGHT_FORWARD = /^(?:not|of|for|to|only|there|here)$/
