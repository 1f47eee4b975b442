/**
 * All forms of many verbs, for what was learnt of which form stands where: the irregular ones by hand, the regular ones from
 * a list of those that novels inflect. Left out are "lie" and "lay", whose forms are each other's; rest-forms.ts has them.
 */
import { regularForms } from '../inflect.ts'
import { REGULAR_VERBS } from './regular-verbs.ts'

/** Forms in the order in which everything here counts them: go, goes, went, gone, going. */
export const FORM_COUNT = 5

/** Bits of a set of forms. */
export const BASE = 1
export const THIRD = 2
export const PAST = 4
export const PARTICIPLE = 8
export const GERUND = 16

/** What one spelling may be: `put` is base, past and participle of "put". */
export interface Inflected {
  /** The base. */
  lemma: string
  /** Bits of the forms that are spelt so. */
  forms: number
  /** Every form, in order. */
  all: readonly string[]
}

/** `base past participle`; `!` doubles the last letter before -ing. Several pasts are parted by `/`, the usual one first. */
const IRREGULAR =
  'arise arose arisen|awake awoke awoken|beat beat beaten|become became become|begin! began begun|bend bent bent|bet! bet bet|bite bit bitten|bleed bled bled|' +
  'blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast|' +
  'catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut! cut cut|deal dealt dealt|dig! dug dug|do did done|draw drew drawn|' +
  'drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|flee fled fled|fling flung flung|fly flew flown|' +
  'forbid! forbade forbidden|forget! forgot forgotten|forgive forgave forgiven|freeze froze frozen|get! got got|give gave given|go went gone|grow grew grown|hang hung hung|' +
  'have had had|hear heard heard|hide hid hidden|hit! hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lead led led|leave left left|lend lent lent|let! let let|' +
  'lose lost lost|make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|overhear overheard overheard|overtake overtook overtaken|' +
  'pay paid paid|put! put put|quit! quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run! ran run|say said said|see saw seen|seek sought sought|sell sold sold|' +
  'send sent sent|set! set set|shake shook shaken|shine shone shone|shoot shot shot|shrink shrank shrunk|shut! shut shut|sing sang sung|sink sank sunk|sit! sat sat|sleep slept slept|' +
  'slide slid slid|sling slung slung|speak spoke spoken|spend spent spent|spin! spun spun|split! split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|' +
  'stick stuck stuck|sting stung stung|stride strode stridden|strike struck struck|swear swore sworn|sweep swept swept|swell swelled swollen|swim! swam swum|swing swung swung|take took taken|' +
  'teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|understand understood understood|undertake undertook undertaken|' +
  'undo undid undone|upset! upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win! won won|withdraw withdrew withdrawn|withhold withheld withheld|' +
  'withstand withstood withstood|wring wrung wrung|write wrote written'

/** The irregular ones; `!` in an entry as there. */
export function irregularParadigms(): { entry: string; past: string; participle: string }[] {
  return IRREGULAR.split('|').map((row) => {
    const [entry = '', past = '', participle = ''] = row.split(' ')
    return { entry, past, participle }
  })
}

/** Spellings that are more often another verb or none: a saw, to found, to fell. */
const OTHERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['find', ['find', 'finds', 'found', 'found', 'finding']],
  ['grind', ['grind', 'grinds', '', '', 'grinding']],
  ['bind', ['bind', 'binds', '', '', 'binding']],
  ['be', ['be', '', '', 'been', 'being']],
])

let inflected: ReadonlyMap<string, Inflected> | null = null

/** Undefined for what is no form of a known verb. Lower case. */
export function inflectedOf(lower: string): Inflected | undefined {
  inflected ??= inflectedForms()
  return inflected.get(lower)
}

function inflectedForms(): ReadonlyMap<string, Inflected> {
  const found = new Map<string, Inflected>()
  const add = (all: readonly string[]): void => {
    const own = new Map<string, Inflected>()
    for (const [at, form] of all.entries()) {
      if (form === '' || (found.has(form) && !own.has(form))) continue
      const known = own.get(form) ?? { lemma: all[0]!, forms: 0, all }
      known.forms |= 1 << at
      own.set(form, known)
      found.set(form, known)
    }
  }
  for (const all of OTHERS.values()) add(all)
  for (const { entry, past, participle } of irregularParadigms()) {
    add([entry.replace('!', ''), thirdOf(entry.replace('!', '')), past, participle, gerundOf(entry)])
  }
  for (const entry of REGULAR_VERBS.join(' ').split(' ')) {
    const base = entry.replace('!', '')
    if (base === '' || found.has(base)) continue
    const past = regularForms(entry)[0]!
    add([base, thirdOf(base), past, past, gerundOf(entry)])
  }
  return found
}

function thirdOf(base: string): string {
  if (base === 'have') return 'has'
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

function gerundOf(entry: string): string {
  return /[^y]ie$/.test(entry) ? `${entry.slice(0, -2)}ying` : regularForms(entry).at(-1)!
}
