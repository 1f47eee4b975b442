/** Common words that are spelled so in one dialect only: enough of them to tell which one a story is written in. */
import type { Dialect } from '../style-sheet.ts'

const SHARED = new Set(
  'got tire mold meter check towards toward molten grey gray axe curb mummy mummies offense'.split(' '),
)

const PAIRS =
  'color colour|colors colours|colored coloured|favor favour|favorite favourite|favorites favourites|honor honour|honored honoured|' +
  'neighbor neighbour|neighbors neighbours|humor humour|rumor rumour|rumors rumours|harbor harbour|labor labour|armor armour|flavor flavour|' +
  'odor odour|vapor vapour|behavior behaviour|parlor parlour|splendor splendour|savior saviour|endeavor endeavour|demeanor demeanour|' +
  'gray grey|center centre|theater theatre|meter metre|somber sombre|luster lustre|fiber fibre|saber sabre|specter spectre|' +
  'realize realise|realized realised|realizing realising|recognize recognise|recognized recognised|apologize apologise|' +
  'apologized apologised|organize organise|organized organised|agonizing agonising|paralyzed paralysed|analyze analyse|analyzed analysed|' +
  'traveled travelled|traveling travelling|traveler traveller|canceled cancelled|jewelry jewellery|marvelous marvellous|' +
  'pajamas pyjamas|plow plough|skeptical sceptical|tire tyre|mold mould|defense defence|offense offence|pretense pretence|' +
  'mom mum|moms mums|mommy mummy|gotten got|toward towards|curb kerb|cozy cosy|mustache moustache|molten molten|ax axe|' +
  'fulfill fulfil|skillful skilful|willful wilful|enroll enrol|check cheque|airplane aeroplane|aluminum aluminium|maneuver manoeuvre|sulfur sulphur'

/** Word → its dialect. Words that the other side uses as well, if in another sense, count for nobody. */
export const DIALECT_WORDS: ReadonlyMap<string, Dialect> = new Map(
  PAIRS.split('|').flatMap((pair): [string, Dialect][] => {
    const [american, british] = pair.split(' ') as [string, string]
    const sides: [string, Dialect][] = [
      [american, 'en-US'],
      [british, 'en-GB'],
    ]
    return sides.filter(([word]) => !SHARED.has(word))
  }),
)
