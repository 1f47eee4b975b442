/** Verbs whose past and participle differ, for the rules that ask which of the two stands where. */

interface IrregularVerb {
  base: string
  past: string
  participle: string
}

/**
 * Without those whose past is good as a participle somewhere (got, showed, hid, forgot) or has another common sense
 * right after "have" (bit, bore, rose).
 */
export const IRREGULAR_VERBS: readonly IrregularVerb[] = (
  'go went gone|see saw seen|come came come|become became become|overcome overcame overcome|take took taken|mistake mistook mistaken|' +
  'run ran run|give gave given|forgive forgave forgiven|drink drank drunk|sing sang sung|ring rang rung|swim swam swum|begin began begun|' +
  'break broke broken|speak spoke spoken|steal stole stolen|wake woke woken|awake awoke awoken|choose chose chosen|freeze froze frozen|drive drove driven|' +
  'write wrote written|ride rode ridden|fall fell fallen|fly flew flown|grow grew grown|know knew known|throw threw thrown|blow blew blown|' +
  'draw drew drawn|withdraw withdrew withdrawn|eat ate eaten|shake shook shaken|wear wore worn|tear tore torn|swear swore sworn|shrink shrank shrunk|sink sank sunk|spring sprang sprung|do did done'
)
  .split('|')
  .map((row) => {
    const [base, past, participle] = row.split(' ') as [string, string, string]
    return { base, past, participle }
  })
