/** Set phrases that are often heard wrong: bated breath, one and the same, for all intents and purposes. */
import { frames } from '../frames.ts'

export const SET_PHRASES = frames(
  'This phrase is usually written otherwise.',
  `
  for all [intensive] purposes => intents and
  [per say] . => per se
  [mute] point => moot
  deep [seeded] => seated
  [wet] his|her|their|my|your|the appetite|appetites => whet
  [slight] of hand => sleight
  with|in [baited] breath => bated
  [hoards] of people|fans|fangirls|zombies|soldiers|girls|enemies|demons|students|men|orcs|tourists|children => hordes
  [hoard] of people|fans|fangirls|zombies|soldiers|girls|enemies|demons|students|men|orcs|tourists => horde
  [tow] the line => toe
  one [in] the same => and
  nip|nipped it|this|that in the [butt] => bud
  in [another] words => other
  [constitute as] => constitute
  [constitutes as] => constitutes
  [constituted as] a|an|the|both => constituted
  was|were|is|are|i'm|been|be hoping [on] the|a latter|former|chance|miracle => for
  [anticipating] to see|find|hear|be|have|meet|get => expecting
  [anticipated] to see|find|hear|be|have|meet|get => expected
  [visa] versa => vice
  [extract] revenge => exact
  case [and] point => in
  [feeble] position => fetal
  [statue] of limitations => statute
  [escape] goat => scape
  all [manor] of => manner
  by [in] large => and
  beck [in] call => and
  hunger [pains] => pangs
  on [tender hooks] => tenterhooks
  at [it's] finest|best|worst|peak|height => its
  off the [beat] and path => beaten
  [site] for sore eyes => sight
  by|around|at the|her|his|my|their [waste] .|and|with|as|to => waist
  !the|this|that|last|next|every|each|per [week] smile|smiles|voice|knees|grin|laugh|chuckle|nod|grip|excuse|pulse|moan => weak
  chill|chills|shiver|shivers|shudder|tingle ran|run|running|went|going|shot? down|up her|his|my|their|your|the [spin] => spine
  [on accident] .|and|but|when|while => by accident
  [in tact] => intact
  [tongue and cheek] => tongue in cheek
  [low] and behold => lo
  [grizzly] end => grisly
  the [soul] of his|her|my foot|boot|shoe => sole
  the [souls] of his|her|my|their feet|boots|shoes => soles
  the|a|cold|of [steal] door|doors|blade|blades|bars|wall|walls|beam|cage => steel
  her|his|my|with|the [died] hair|blonde|black|red|pink|blue => dyed
  `,
)
