/**
 * Phrases and prefixes with hyphens of their own, written apart by mistake: mother in law, self control, mid sentence, ex
 * wife, a matter of fact voice. Compounds that follow a pattern are in `compounds.ts`.
 */
import { type Frame, type FrameTable, frames, frameTable } from './frames.ts'

/** Hyphens wherever they stand. */
const ALWAYS =
  'lady-in-waiting ladies-in-waiting mother-in-law father-in-law sister-in-law brother-in-law daughter-in-law son-in-law mothers-in-law brothers-in-law sisters-in-law ' +
  'sons-in-law daughters-in-law in-laws editor-in-chief commander-in-chief jack-in-the-box merry-go-round forget-me-not forget-me-nots will-o-the-wisp passer-by passers-by hanger-on hangers-on ' +
  'stick-in-the-mud happy-go-lucky well-to-do devil-may-care man-at-arms men-at-arms master-at-arms sergeant-at-arms co-worker co-workers t-shirt t-shirts ' +
  'x-ray x-rays ex-wife ex-husband ex-boyfriend ex-girlfriend ex-fiancé ex-soldier ex-cop ex-lover ex-convict ' +
  'all-knowing all-powerful all-consuming all-encompassing all-seeing wide-eyed starry-eyed cross-legged dilly-dally shilly-shally topsy-turvy helter-skelter higgledy-piggledy'

/** Only before the word that they describe: after "a", "the", "his" and with a word behind. */
const BEFORE_NOUN =
  'off-the-cuff behind-the-scenes around-the-clock larger-than-life coast-to-coast door-to-door matter-of-fact up-to-date state-of-the-art hand-to-hand once-in-a-lifetime life-or-death good-for-nothing rough-and-tumble day-to-day face-to-face one-on-one ' +
  'over-the-top run-of-the-mill down-to-earth out-of-date out-of-place full-time part-time first-class second-class third-class second-hand long-term short-term next-door ' +
  'hard-working never-ending long-lasting far-reaching mouth-watering heart-breaking jaw-dropping fast-moving slow-moving easy-going good-looking high-ranking low-ranking ' +
  'record-breaking time-consuming earth-shattering heart-stopping close-fitting tight-fitting loose-fitting hard-won hard-earned long-dead long-forgotten long-standing ' +
  'so-called left-handed right-handed better-known lesser-known best-known much-needed oft-repeated old-fashioned run-down worn-out burned-out burnt-out pitch-black pitch-dark ' +
  'jet-black blood-red snow-white ice-cold stone-cold bone-dry knee-deep waist-deep ankle-deep waist-high knee-high hip-deep high-pitched low-pitched fur-lined silver-tipped gold-plated ' +
  'sun-dried hand-made hand-me-down home-made store-bought dog-eared moth-eaten wind-swept rain-soaked bullet-proof fire-proof water-proof god-given tailor-made'

/** As those, but never after "the": "at the turn of the century men wore hats". */
const AFTER_ONE =
  'turn-of-the-century spur-of-the-moment middle-of-the-night end-of-the-world middle-of-the-road end-of-year back-of-the-envelope top-of-the-line bottom-of-the-barrel'

const SELF =
  'conscious consciously consciousness control confidence confident defense defence destructive destruction discipline disciplined doubt esteem evident explanatory image imposed indulgent ' +
  'indulgence inflicted important importance interest made pity pitying portrait possessed preservation proclaimed reliance reliant respect respecting righteous righteously sabotage sacrifice ' +
  'sacrificing satisfied satisfaction serving sufficient sufficiency taught worth absorbed appointed assured assurance aware awareness centered centred loathing deprecating hatred'

const MID =
  'sentence air stride flight step word swing bite leap breath thought chew conversation morning afternoon jump turn fall yawn kiss laugh sip scream'

const HALF =
  'eaten empty open closed finished asleep awake dead drunk hidden forgotten buried burned burnt dressed naked melted smoked starved rotten formed shut lit built written full conscious'

const WHY = 'These words belong together and are joined by hyphens.'

const BEGINNINGS = 'a|an|the|his|her|my|your|their|our|its|this|that|these|those|some|no|any|another|every|one|two'

function apart(phrase: string): string {
  return phrase.replaceAll('-', ' ')
}

function all(list: string, pattern: (phrase: string) => string): readonly Frame[] {
  return frames(WHY, list.split(' ').map(pattern).join('\n'))
}

export const HYPHEN_PHRASES: FrameTable = frameTable([
  ...all(ALWAYS, (phrase) => `[${apart(phrase)}] !school|schools|firm|office|enforcement => ${phrase}`),
  ...all(
    BEFORE_NOUN,
    (phrase) =>
      `${BEGINNINGS} [${apart(phrase)}] !.|@prep|@wh|@be|@have|@do|@modal|@subj|@obj|@det|and|or|but|as|than|so|too|again|now|then => ${phrase}`,
  ),
  ...all(
    AFTER_ONE,
    (phrase) =>
      `a|an|some|another|his|her|my|your|their|our|these|those|two|several !the|@prep|-ing? [${apart(phrase)}] !.|@prep|@wh|@be|@have|@do|@modal|@subj|@obj|@det|and|or|but|as|than|so|too|again|now|then => ${phrase}`,
  ),
  ...all(
    SELF,
    (word) =>
      `!true|own|whole|inner|better|former|old|very|real|other|usual|normal|public|private|best|worst [self ${word}] => self-${word}`,
  ),
  ...all(MID, (word) => `[mid ${word}] => mid-${word}`),
  ...all(
    HALF,
    (word) =>
      `${BEGINNINGS} [half ${word}] !.|@prep|@wh|@be|@have|@do|@modal|@subj|@obj|@det|and|or|but|as|than|so|too|again|now|then|dozen => half-${word}`,
  ),
])
