/** Common words that are spelled so in one dialect only: enough of them to tell which one a story is written in. */
import type { Dialect } from '../style-sheet.ts'

const SHARED = new Set(
  'got tire mold meter check towards toward molten grey gray axe curb mummy mummies offense license'.split(' '),
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
  'neighborhood neighbourhood|rigor rigour|glamor glamour|candor candour|fervor fervour|clamor clamour|valor valour|honorable honourable|colorless colourless|' +
  'honoring honouring|favored favoured|flavored flavoured|humored humoured|armored armoured|harbored harboured|labored laboured|rumored rumoured|' +
  'recognizing recognising|apologizing apologising|organizing organising|organization organisation|memorized memorised|emphasized emphasised|' +
  'materialized materialised|criticized criticised|summarized summarised|mesmerized mesmerised|terrorized terrorised|agonized agonised|civilized civilised|' +
  'centers centres|centered centred|theaters theatres|liter litre|liters litres|fibers fibres|caliber calibre|' +
  'license licence|practiced practised|practicing practising|canceling cancelling|signaled signalled|signaling signalling|' +
  'labeled labelled|leveled levelled|quarreled quarrelled|quarreling quarrelling|dialed dialled|fueled fuelled|marveled marvelled|marveling marvelling|' +
  'shoveled shovelled|swiveled swivelled|tunneled tunnelled|rivaled rivalled|totaled totalled|jeweled jewelled|woolen woollen|counselor counsellor|' +
  'mustached moustached|plowed ploughed|molded moulded|moldy mouldy|smolder smoulder|smoldering smouldering|smoldered smouldered|' +
  'fulfill fulfil|skillful skilful|willful wilful|enroll enrol|check cheque|airplane aeroplane|aluminum aluminium|maneuver manoeuvre|sulfur sulphur'

/** Words that only one side uses, whatever the other calls the thing. */
const ONLY_AMERICAN = 'sidewalk sidewalks flashlight diaper diapers math'
const ONLY_BRITISH =
  'whilst bloke blokes arse arsehole maths lorry lorries petrol telly queued queueing windscreen knackered'

/** Word → its dialect. Words that the other side uses as well, if in another sense, count for nobody. */
export const DIALECT_WORDS: ReadonlyMap<string, Dialect> = new Map([
  ...ONLY_AMERICAN.split(' ').map((word): [string, Dialect] => [word, 'en-US']),
  ...ONLY_BRITISH.split(' ').map((word): [string, Dialect] => [word, 'en-GB']),
  ...PAIRS.split('|').flatMap((pair): [string, Dialect][] => {
    const [american, british] = pair.split(' ') as [string, string]
    const sides: [string, Dialect][] = [
      [american, 'en-US'],
      [british, 'en-GB'],
    ]
    return sides.filter(([word]) => !SHARED.has(word))
  }),
])
