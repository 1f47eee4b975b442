/** Words that are a sentence's finite verb when a subject stands right before them. A guess from form; no parse. */
import { AUXILIARIES } from './function-words.ts'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'

const PASTS: ReadonlySet<string> = new Set([
  ...IRREGULAR_VERBS.map(({ past }) => past),
  ...'got had did made said told thought heard kept brought caught meant slept understood stood lost sat felt left held found met led fled paid laid lay sent spent bent built dealt dreamt fought sought taught bought won hung stuck struck swung spun slid shot rose bit hid forgot read let put set cut hit hurt shut spread cost quit split bet cast burst knelt leapt lit wept crept swept kneeled dug drew strode bound wound ground clung flung stung sprung sneaked snuck grinned shrugged'.split(
    ' ',
  ),
])

/** In the past, or a helping verb in any tense: the tenses that stories are told in. */
export function isFiniteVerb(lower: string): boolean {
  return FINITE.has(lower) || isRegularPast(lower)
}

function isRegularPast(lower: string): boolean {
  return lower.length > 3 && lower.endsWith('ed') && !NO_PAST.has(lower)
}

/** A helping verb, so finite whatever stands before it. */
export function isAuxiliary(lower: string): boolean {
  return AUXILIARIES.has(lower) && !NOT_FINITE.has(lower)
}

const NOT_FINITE = new Set('be been being having done'.split(' '))

const FINITE: ReadonlySet<string> = new Set([...PASTS, ...[...AUXILIARIES].filter((lower) => !NOT_FINITE.has(lower))])

const NO_PAST = new Set(
  'red bed need feed seed weed speed breed bleed indeed hundred sacred naked wicked crooked kindred hatred embed shed sled succeed proceed exceed blessed beloved steed reed deed greed freed'.split(
    ' ',
  ),
)
