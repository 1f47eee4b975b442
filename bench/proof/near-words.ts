/** Which common word may be meant where a rarer one stands: words of the same sound, and words a slip of the keys apart. */
import { nearness, soundOf } from '../../shared/proof/spelling/nearness.ts'

/** Words that are said alike, or nearly, and written for each other; each group by itself. */
const SOUND_ALIKE = `
  ail ale, air heir ere, aisle isle, aid aide, allowed aloud, altar alter, arc ark, ascent assent, ate eight, aural oral, away aweigh, awe aww oar,
  bail bale, baited bated, ball bawl, band banned, bare bear, baron barren, base bass, beach beech, beat beet, been bean, bell belle, berry bury,
  berth birth, blew blue, boar bore, board bored, bolder boulder, border boarder, born borne, bough bow, boy buoy, brake break, bread bred, breach breech,
  breath breadth breathe, bridal bridle, broach brooch, brood brewed, bruise brews, but butt, buy by bye, callous callus, cannon canon, carat carrot caret,
  cast caste, caught court, ceiling sealing, cell sell, cent scent sent, cereal serial, chased chaste, check cheque, chews choose, chord cord, cite sight site,
  clause claws, close clothes cloths, climb clime, coarse course, colonel kernel, complement compliment, council counsel, councillor counsellor,
  councilor counselor, creak creek, crew cruise, crews cruise, cue queue, currant current, cymbal symbol, days daze, dear deer, dense dents, dew due do, die dye,
  died dyed, dying dyeing, discreet discrete, draft draught, dual duel, earn urn, ensure insure, ewe you yew, eye aye, eyed ide, faint feint, fair fare,
  farther father further, fate fete, faze phase, feat feet, find fined, fir fur, flair flare, flea flee, flew flu flue, floor flaw, flour flower, for fore four,
  foreword forward, fort fought, forth fourth, foul fowl, freeze frieze, gait gate, gamble gambol, gilt guilt, gorilla guerrilla, grate great, grease grace,
  groan grown, guessed guest, guise guys, hail hale, hair hare, hall haul, hangar hanger, hart heart, hay hey, heal heel, hear here, heard herd, he'd heed,
  hew hue, hi high, higher hire, him hymn, hoard horde, hoarse horse, hole whole, holy wholly, hour our, idle idol, in inn, jam jamb, jeans genes, key quay,
  knave nave, knead need kneed, knew new gnu, knight night, knit nit, knot not, know no, knows nose, lacks lax, lain lane, lair layer, laps lapse, larva lava, lay lei,
  lead led, leak leek, lean lien, leased least, lessen lesson, levy levee, liar lyre, lie lye, lightning lightening, loan lone, loot lute, made maid, mail male,
  main mane, maize maze, manner manor, mantel mantle, marshal martial, mask masque, mean mien, meat meet mete, medal meddle metal mettle, might mite, mind mined,
  miner minor, missed mist, moan mown, moat mote, moose mousse, morning mourning, muscle mussel, mussed must, mustard mustered, naval navel, none nun, oar ore or,
  one won, pail pale, pain pane, pair pear pare, palate palette pallet, passed past, patience patients, pause paws, peace piece, peak peek pique, peaked peeked piqued,
  peal peel, pealed peeled, pearl purl, peer pier, pedal peddle, plain plane, pleas please, plum plumb, pole poll, poor pore pour, pored poured, poring pouring,
  practice practise, pray prey, prayed preyed, presence presents, prince prints, principal principle, profit prophet, quarts quartz, rain reign rein, rains reigns reins,
  raise rays raze, rap wrap, rapped wrapped rapt, read reed red, real reel, reek wreak, rest wrest, retch wretch, review revue, right rite write, ring wring, road rode rowed,
  role roll, root route, rose rows, rote wrote, rough ruff, rung wrung, rye wry, sail sale, scene seen, sea see, seam seem, seas sees seize, seized ceased, seize cease, serf surf,
  sew so sow, shake sheik, shear sheer, shoe shoo, shone shown, shoot chute, side sighed, sighs size, slay sleigh, sleight slight, sloe slow, soar sore, soared sword, sole soul, some sum,
  son sun, staid stayed, stair stare, stairs stares, stake steak, stationary stationery, steal steel, step steppe, stile style, storey story, straight strait, suite sweet,
  sundae sunday, tail tale, tales tails, taught taut, tea tee, team teem, tear tier, tears tiers, teas tease, tents tense, tern turn, their there they're, threw through, throne thrown,
  throes throws, thyme time, tic tick, tide tied, tighten titan, to too two, toad towed toed, toe tow, told tolled, ton tun, tracked tract, troop troupe, trussed trust, vain vane vein,
  vale veil, veiled veld, vial vile, vice vise, wade weighed, wail whale, waist waste, wait weight, waited weighted, waive wave, waived waved, waiver waver, war wore, ward warred, ware wear where, wares wears,
  warn worn, watt what, way weigh, ways weighs, we wee, weak week, weather whether wether, weave we've, weed we'd, weld welled, were we're whir, wet whet, which witch, whine wine,
  whined wined, whirled world, whit wit, white wight, who's whose, wood would, yoke yolk, yore your you're, yule you'll, advice advise, affect effect, effected affected, effects affects, device devise,
  accept except, access excess, adapt adopt, adverse averse, allude elude, alluded eluded, allusion illusion, angel angle, angels angles, appraise apprise, assure ensure insure, beside besides, bath bathe,
  bought brought, choose chose, cloth clothe, collage college, coma comma, conscience conscious, corpse corps, costume custom, dairy diary, decent descent dissent, defiantly definitely,
  desert dessert, deserted desserted, device divide, disinterested uninterested, dose doze, dual dull, elicit illicit, emerge immerge, eminent imminent, envelop envelope, exercise exorcise, extend extent,
  finally finely, formally formerly, grisly grizzly, human humane, immoral immortal, incite insight, inter enter, lath lathe, later latter, lightening lightning, loath loathe, loose lose, looser loser, loosing losing, moral morale, moreal moral,
  mute moot, of off, personal personnel, perspective prospective, picture pitcher, precede proceed, preceded proceeded, prostate prostrate, quiet quite, quit quiet, rational rationale, recent resent, respectfully respectively,
  rise raise, shutter shudder, shuttered shuddered, soot suit, soothe sooth, statue statute stature, taunt taut, teeth teethe, than then, thorough through, though thought, throughout threw, tortuous torturous,
  track tract, trail trial, vacation vocation, venal venial, wander wonder, wandered wondered, wandering wondering, wary weary, wining winning, wreath wreathe, wet whet, chomping champing, tacks tax, mist midst, hone home, isles aisles, lose lost,
  stunted stinted, leaf leave, leafs leaves, breaths breathes, halve have, halves haves, pact packed, tact tacked, paste paced, pasted paced, chaste chased, ducked duct, guest guessed, mood mooed, bowl bole boll, blowed bold bowled, brows browse,
  cash cache, chic sheikh, cruel crewel, gouge gauge, gored gourd, hordes hoards, key quay, marry merry, plait plate, pride pried, sane seine, sects sex, spade spayed, sweat sweet, swayed suede, thrown throne, tough tuff, toughed tuft, tide tied, wretch retch
`
  .split(',')
  .map((group) => group.trim().split(' '))

/** A word and those that may stand for it by mistake, with how likely each is against the other: 1 for a slip of the keys. */
export interface Near {
  meant: string
  slips: ReadonlyMap<string, number>
}

/** How much oftener a word is written for one of the same sound than for one a key apart. */
const BY_EAR = 50

/** Farther apart than this is no slip of one key; one letter for any other costs just that, and is no likely one. */
const ONE_SLIP = 1.4
const ANY_LETTER = 1.1

/**
 * For every word that stands at least `often` times in the novels (`heard` times in a group of sound-alikes) the words that
 * may stand for it; `forms` are all words there are, `counts` those of the novels.
 */
export function nearWords(
  counts: ReadonlyMap<string, number>,
  forms: readonly string[],
  often: number,
  heard: number,
): Near[] {
  const found = new Map<string, Map<string, number>>()
  const put = (meant: string, slip: string, share: number): void => {
    const slips = found.get(meant) ?? new Map<string, number>()
    found.set(meant, slips)
    slips.set(slip, Math.max(share, slips.get(slip) ?? 0))
  }
  for (const group of SOUND_ALIKE)
    for (const meant of group)
      if ((counts.get(meant) ?? 0) >= heard) for (const slip of group) if (slip !== meant) put(meant, slip, BY_EAR)
  const byLength = new Map<number, string[]>()
  for (const form of forms) {
    if (!/^[a-z]{2,}$/.test(form)) continue
    const list = byLength.get(form.length)
    if (list) list.push(form)
    else byLength.set(form.length, [form])
  }
  for (const [meant, count] of counts) {
    if (count < often || meant.length < 3 || meant.includes("'")) continue
    const sound = soundOf(meant)
    for (const length of [meant.length - 1, meant.length, meant.length + 1]) {
      for (const slip of byLength.get(length) ?? []) {
        if (slip === meant || isInflected(slip, meant)) continue
        const far = nearness(slip, meant, ONE_SLIP)
        if (far > ONE_SLIP || far === ANY_LETTER) continue
        put(meant, slip, soundOf(slip) === sound ? 2 : 1)
      }
    }
  }
  return [...found].map(([meant, slips]) => ({ meant, slips }))
}

/** Another form of the same word: its grammar is the business of other rules. */
function isInflected(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return ['s', 'd', 'r', 'n', 'y', 'e'].some((ending) => long === short + ending)
}
