/** Which words are taken for each other and worth learning, and which other words stand where one of them would. */

/** Of the same sound and often mistaken, so a few wrong flags in a million words are worth it. */
export const OFTEN: readonly (readonly [string, string])[] = pairs(`
  your you're, its it's, their there, their they're, there they're, to too, than then, lose loose, quite quiet,
  passed past, led lead, breath breathe, whose who's, where were, hear here, of off, whether weather, threw through,
  knew new, know no, right write, peace piece, waist waste, advice advise, affect effect, were we're
`)

/** Slips of the keys and rarer ones: only where no novel has anything against it. */
export const SELDOM: readonly (readonly [string, string])[] = pairs(`
  heard herd, clothes cloths, course coarse, choose chose, bare bear, break brake, buy by, hole whole, weak week, wait weight, steal steel,
  wander wonder, wandered wondered, form from, though thought, through though, quit quite, woman women, accept except, bought brought,
  fair fare, hour our, meat meet, pain pane, plain plane, road rode, sea see, some sum, son sun, stairs stares, throne thrown, vain vein,
  wear were, conscience conscious, desert dessert, sole soul, raise rise, fell felt, fell feel, dear deer, hair heir, knight night,
  made maid, pale pail, scent sent, which witch, bored board, loss lost, sight site, allowed aloud, altar alter, bread bred,
  fought thought, taught thought, steep step, cloth clothe, bell belle, ring wring
`)

/**
 * Slips of the keys between the commonest words, words that speakers of other languages mix up, and rarer ones of the same
 * sound. Each seldom happens by itself, so none may cost a wrong flag, and only the strongest signs are kept.
 */
export const RARELY: readonly (readonly [string, string])[] = pairs(`
  her here, her he, his this, his is, he the, the they, they then, the then, them then, the them, as a, at as, in on, is it, in it, if it, of or, of if,
  an and, you your, your yours, three there, not now, was saw, was way, had hand, had head, head heard, hard heard, that than, that what, with wish,
  were we, where there, when then, who how, now how, now know, no now, no on, on one, so do, do to, for four, for far, he be, hear her, his him,
  she he, our out, our or, are our, over ever, ever every, very every, even ever, think thing, thing things, think thank, this these, thorough through,
  thorough though, tough though, live life, like life, like live, leave live, living leaving, just must, most must, more move, could cold, would wood,
  word world, work word, want went, wanted waited, looked locked, look lock, took look, told hold, told old, some same, should shoulder, start stare, started stared,
  stared starred, sight sigh, sat say, say way, eyes yes, yes yet, face fact, fall full, fell full, feet feel, fine find, find fined, form farm,
  going doing, got god, good god, has as, as was, home hope, house hours, in inn, in into, it its, kind king, last lost, last least, late later, later latter,
  lot lost, mind mine, other mother, new now, night might, might right, nothing noting, one once, own won, put but, read ready, read red, right tight,
  said sad, shot shut, short shirt, sit sir, small smell, snow show, son soon, sound wound, spot stop, step stop, still till, story sorry, sweat sweet,
  able table, take talk, taking talking, thin thing, tired tried, tree three, two to, two too, us use, us is, wall well, walk wall, well will, war was, while white, whole while,
  we'll well, he'll hell, i'll ill, she'd shed, she'll shell, we'd wed, i'm in, i'd id, let's lets, he's his, thought through, thought thoughts,
  buy bye, by bye, cell sell, ceiling sealing, die dye, flour flower, great grate, grown groan, guessed guest, heal heel, heart hurt, heart heard, high hi, him hymn, lone loan,
  main mane, male mail, morning mourning, one won, pair pear, patience patients, pause paws, pray prey, principal principle, rain rein, real reel, rapped wrapped,
  seen scene, seem seam, seemed seamed, seller cellar, sense since, sew so, sow so, sore soar, sort sought, stake steak, straight strait, suit suite, sweet suite, sure shore, tail tale, tear tier,
  tide tied, toe tow, way weigh, wear where, war wore, worn warn, wrap rap, lightning lightening, angel angle, clothes close, close clothe, college collage, decent descent, massage message,
  noise nose, moral morale, personal personnel, scared scarred, hoping hopping, dinner diner, tiny tinny, feeling filling, feeling falling, fill feel, filled felt, ship sheep, idea ideal,
  beside besides, between among, cause because, cloud could, cost coast, crowd crown, crash crush, dead death, died dead, desert deserve, draw drawer, dress address, effort afford, excepted expected,
  feet foot, fright fight, friend fried, hanger anger, hungry angry, lay law, leap lap, lips lisp, lift left, loud load, minute minutes, month mouth, mouth moth, mouse mouth, peak speak, place palace, place please, please pleas,
  quickly quietly, quiet quit, rather gather, reach rich, reply relay, safe save, safety safely, seat sit, sea seat, seize cease, shade shadow, sheer shear, slid slide, slip sleep, slipped slapped,
  smile smell, sword word, stars stairs, strength strengthen, successful successfully, sudden suddenly, sure surely, surprise surprised, throat throughout, trail trial, trust thrust, view few, wake walk, woke walked, wedding weeding,
  whisper whispered, winder window, wine whine, wrong along, breaths breathes, dairy diary, discreet discrete, forth fourth, roll role, rose rows, root route, sail sale, sole sold, stole stool,
  principle principles, poor pour, poor pore, pole poll, peer pier, peel peal, muscle mussel, metal medal, knot not, knew now, knows nose, hall haul, hale hail, gate gait, flee flea, duel dual, dies dice, days daze, cue queue, coward cowered, capital capitol,
  bow bough, boy buoy, blue blew, birth berth, beat beet, bean been, bee be, base bass, ball bawl, bad bade, ate eight, assent ascent, air heir, isle aisle, hour are
`)

/** What comes after the words on the right may come after the one on the left as well. */
export const ALIKE: ReadonlyMap<string, readonly string[]> = new Map([
  ['your', ['my', 'our', 'their', 'his']],
  ["you're", ["i'm", "he's", "she's", "we're", "they're", 'you are', 'you were']],
  ['its', ['my', 'his', 'their', 'our', 'your']],
  ["it's", ["that's", "he's", "she's", 'it is', 'it was', 'that is']],
  ['their', ['my', 'our', 'your', 'his']],
  ["they're", ["we're", "you're", "i'm", 'they are']],
  ["who's", ['who is', 'who was', 'who has']],
  ["we're", ["they're", "i'm", "you're", 'we are']],
  ["we'll", ["they'll", "you'll", "i'll", 'we shall', 'we will']],
  ["he'll", ["she'll", "i'll", "they'll", 'he will']],
  ["she'll", ["he'll", "i'll", "they'll", 'she will']],
  ["i'll", ["we'll", "you'll", "he'll", 'i shall', 'i will']],
  ["she'd", ["he'd", "they'd", "i'd", 'she had', 'she would']],
  ["we'd", ["they'd", "you'd", "i'd", 'we had', 'we would']],
  ["i'd", ["he'd", "she'd", "you'd", 'i had', 'i would']],
  ["i'm", ["he's", "you're", "we're", 'i am']],
  ["let's", ['let us']],
])

function pairs(list: string): (readonly [string, string])[] {
  return list.split(',').map((pair) => {
    const [first, second] = pair.trim().split(' ')
    if (first === undefined || second === undefined) throw new Error(`no pair: ${pair}`)
    return [first, second] as const
  })
}
