/**
 * The frequent full verbs with all their forms, for rules that ask which form stands where. Left out are "be", "have" and
 * "do". Whether a word is a verb where it stands is for the rule to tell.
 */
import { regularForms } from './inflect.ts'

export interface Verb {
  base: string
  /** With he, she or it: goes. */
  third: string
  past: string
  participle: string
  /** going */
  gerund: string
}

const IRREGULAR =
  'go went gone|see saw seen|come came come|become became become|take took taken|run! ran run|give gave given|forgive forgave forgiven|drink drank drunk|sing sang sung|' +
  'ring rang rung|swim! swam swum|begin! began begun|break broke broken|speak spoke spoken|steal stole stolen|wake woke woken|choose chose chosen|freeze froze frozen|' +
  'drive drove driven|write wrote written|ride rode ridden|fall fell fallen|fly flew flown|grow grew grown|know knew known|throw threw thrown|blow blew blown|draw drew drawn|' +
  'eat ate eaten|shake shook shaken|wear wore worn|tear tore torn|swear swore sworn|sink sank sunk|forget! forgot forgotten|tell told told|think thought thought|' +
  'hear heard heard|say said said|keep kept kept|make made made|bring brought brought|catch caught caught|mean meant meant|sleep slept slept|understand understood understood|' +
  'stand stood stood|lose lost lost|get! got got|fight fought fought|buy bought bought|teach taught taught|sell sold sold|send sent sent|spend spent spent|hide hid hidden|' +
  'bite bit bitten|hold held held|meet met met|feed fed fed|find found found|feel felt felt|leave left left|lead led led|sit! sat sat|win! won won|build built built|' +
  'pay paid paid|read read read|put! put put|cut! cut cut|hit! hit hit|rise rose risen|lie lay lain|lay laid laid|hang hung hung|dig! dug dug|stick stuck stuck|strike struck struck|swing swung swung|shine shone shone'

const REGULAR =
  'want look seem ask answer believe remember learn stay return turn walk talk open close pull push happen try die live need like love hate help work call play move start stop! ' +
  'follow watch wait listen laugh smile cry shout whisper reach touch notice realize realise agree explain suggest promise decide protect save kill destroy change carry finish ' +
  'enjoy hope wish wonder dream fear trust serve join marry visit travel arrive enter appear disappear remain continue create use offer accept refuse allow belong depend ' +
  'exist contain include require describe mention discuss prepare repair clean cook wash kiss hug! hurt jump climb attack defend escape study imagine admit! guess nod! apologize apologise'

export const VERBS: readonly Verb[] = [
  ...IRREGULAR.split('|').map((row): Verb => {
    const [entry, past, participle] = row.split(' ') as [string, string, string]
    const base = entry.replace('!', '')
    return { base, third: thirdOf(base), past, participle, gerund: gerundOf(entry) }
  }),
  ...REGULAR.split(' ').map((entry): Verb => {
    const base = entry.replace('!', '')
    const past = base === 'hurt' ? base : (regularForms(entry)[0] ?? base)
    return { base, third: thirdOf(base), past, participle: past, gerund: gerundOf(entry) }
  }),
]

export const VERB_OF_BASE: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.base, verb]))

export const VERB_OF_THIRD: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.third, verb]))

export const VERB_OF_PAST: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.past, verb]))

/** Bases that are no nouns, so that a verb is meant in "that know" and "without say", but not in "that work" and "without sleep". */
export const NO_NOUNS: ReadonlySet<string> = new Set(
  (
    'go see become take give forgive begin break speak steal choose write forget tell hear say keep make bring catch understand lose get buy teach sell send hide hold meet find feel sit pay ask answer ' +
    'believe remember learn listen realize realise agree explain decide protect carry finish enjoy marry enter appear eat know think come contain include require describe belong depend exist continue destroy'
  ).split(' '),
)

function thirdOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

function gerundOf(entry: string): string {
  if (entry === 'lie' || entry === 'die') return `${entry.slice(0, -2)}ying`
  return regularForms(entry).at(-1) ?? entry
}
