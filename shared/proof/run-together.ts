/**
 * Where one clause is plainly over and another begins although no mark stands between: after a verb that takes nothing,
 * a state, or the object of such a verb. Verbs and words after which a clause may hang are left out ("she knew he was").
 */
import { isAuxiliary, isFiniteVerb } from './finite-verbs.ts'
import { DETERMINERS, isFunctionWord } from './function-words.ts'
import type { Token } from './tokens.ts'
import { wordKind } from './word-kinds.ts'

/** The clause of `words` from `from` up to and with `left` is whole, and the one from `right` on has its own subject and verb. */
export function isRunTogether(words: readonly Token[], from: number, left: number, right: number): boolean {
  if (left - from < 1 || !beginsClause(words, right)) return false
  const clause = words.slice(from, left + 1)
  if (clause.some(({ lower }, at) => HANGING.has(lower) || (at > 0 && WAITING.has(lower)))) return false
  const verbs = clause.filter(({ lower }) => isFiniteVerb(lower) || SHORT_VERB.test(lower))
  const last = words[left]!
  const before = words[left - 1]!
  // "I know it ▮ I'm late": in the present the verb is known by its place only.
  if (verbs.length === 0)
    return left - from === 2 && SPEAKING.has(clause[0]!.lower) && KNOWING.has(before.lower) && last.lower === 'it'
  if (verbs.length !== 1) return false
  const [verb] = verbs
  if (verb === last) return !isAuxiliary(last.lower) && DOING_NOTHING_TO.has(last.lower)
  if (isAuxiliary(verb!.lower) && verb === before && /n't$|^cannot$/.test(before.lower))
    return TAKING_NOTHING.has(last.lower)
  const isState = verb === before || (/^(?:too|very|already|still|all)$/.test(before.lower) && verb === words[left - 2])
  // "It was clear ▮ he had gone" is one sentence.
  if (isState && BEING.test(verb!.lower)) return !/^(?:it|that)/.test(clause[0]!.lower) && isStateWord(last.lower)
  return OBJECTS.has(last.lower) && verb === before && !TAKING_A_CLAUSE.has(verb.lower) && !isAuxiliary(verb.lower)
}

/** "she couldn't", "it was", "he just stared" */
function beginsClause(words: readonly Token[], right: number): boolean {
  const { lower } = words[right]!
  if (/^(?:i'm|(?:he|she|it)'s|(?:we|they)'re|(?:i|he|she|we|they)'(?:d|ll))$/.test(lower))
    return words[right + 1]?.kind === 'word'
  if (!NOMINATIVES.has(lower)) return false
  const next = words[right + 1]
  const verb =
    next && (/^(?:just|only|never|still|always|even|already)$/.test(next.lower) || next.lower.endsWith('ly'))
      ? words[right + 2]
      : next
  if (verb === undefined || verb.kind !== 'word') return false
  return isAuxiliary(verb.lower) || (lower !== 'it' && isFiniteVerb(verb.lower))
}

function isStateWord(lower: string): boolean {
  if (TAKING_THAT.has(lower) || isFunctionWord(lower) || DETERMINERS.has(lower)) return false
  return STATES.has(wordKind(lower) ?? '') || STATE_WORDS.has(lower)
}

const NOMINATIVES = new Set('i he she it we they'.split(' '))
const BEING = /^(?:was|were|is|are|i'm|(?:he|she|it|that)'s|(?:we|they)'re)$/
const SHORT_VERB = /^(?:i'm|(?:he|she|it|that|there)'s|(?:we|they|you)'re)$/
const SPEAKING = new Set('i we you they'.split(' '))
const KNOWING = new Set('know remember see hate love like need want hear feel deserve'.split(' '))
const OBJECTS = new Set('it him them me us'.split(' '))

/** In the past, and over with themselves or with what somebody does to nobody. */
export const DOING_NOTHING_TO: ReadonlySet<string> = new Set(
  (
    'shook laughed roared moved smiled nodded shrugged blinked froze trembled shivered coughed sighed gasped grinned frowned waited slept ' +
    'fell ran jumped screamed yelled stopped stumbled collapsed vanished disappeared exploded cracked creaked hesitated flinched paused winced groaned growled barked ' +
    'cried wept died arrived stood sat knelt bowed blushed giggled chuckled snorted rang echoed hurt ached burned bled swayed slipped crashed listened answered'
  ).split(' '),
)
/** The same after "didn't" and "couldn't". */
const TAKING_NOTHING = new Set(
  'answer move breathe stop sleep speak wait scream run laugh cry smile blink listen help work happen stay leave come go eat swim reply hesitate flinch budge stand sit walk fight open close'.split(
    ' ',
  ),
)
/** "told him he was", "gave him": what follows may be theirs. */
const TAKING_A_CLAUSE = new Set(
  'struck told tell showed show promised assured reminded convinced warned bet asked taught informed persuaded made let saw heard watched helped wished wanted gave got had thought believed said felt found'.split(
    ' ',
  ),
)
/** "sure he was", "glad she came" */
const TAKING_THAT = new Set(
  'sure certain afraid glad sorry happy aware convinced positive lucky proud relieved surprised grateful thankful scared worried confident told said sad amazed pleased like'.split(
    ' ',
  ),
)
/** In a clause that has one, another may hang on it, or it is part of a longer sentence. */
const HANGING = new Set('so such every each time moment way day minute night what whatever whoever than'.split(' '))
const WAITING = new Set(
  'when while if as once although though unless because since before after until that who which how where whether why whose like and or but'.split(
    ' ',
  ),
)
const STATES: ReadonlySet<string> = new Set(
  'serious locked empty heavy cold tired'.split(' ').map((word) => wordKind(word) ?? ''),
)
const STATE_WORDS = new Set(
  'late locked empty gone dead alone cold dark tired broken solid closed open wet quiet silent over done lost red black white huge'.split(
    ' ',
  ),
)
