/** Irregular verbs inflected as if they were regular: runned, catched, throwed. */
import { irregularParadigms } from './form-odds/paradigms.ts'
import { regularForms } from './inflect.ts'

export interface Regularised {
  past: string
  participle: string
}

/** Words of their own, or in use: a seed, the ringed planet. */
const OTHER_WORDS = new Set(
  'seed blowed ringed singed leaded leaved putted betted quitted waked awaked shined hanged weaved strided costed broadcasted speeded'.split(
    ' ',
  ),
)

/** What may come after one that is in use there: on bended knee, her eyes teared up. */
const IN_USE: ReadonlyMap<string, string> = new Map([
  ['bended', 'knee'],
  ['teared', 'up'],
])

let known: ReadonlyMap<string, Regularised> | null = null

/** Undefined for what is no such form. Lower case; `after` is the next word. */
export function regularisedOf(lower: string, after: string): Regularised | undefined {
  known ??= regularised()
  return IN_USE.get(lower) === after ? undefined : known.get(lower)
}

function regularised(): ReadonlyMap<string, Regularised> {
  const found = new Map<string, Regularised>()
  for (const { entry, past, participle } of irregularParadigms()) {
    const wrong = regularForms(entry)[0]!
    if (wrong === past || wrong === participle) continue
    if (OTHER_WORDS.has(wrong)) continue
    found.set(wrong, { past, participle })
  }
  return found
}
