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
  her he, his is, he the, the they, the then, is it, if it, of if, you your, your yours, three there, was way, had hand, had head, head heard, hard heard,
  with wish, were we, who how, now know, no on, on one, do to, for far, he be, hear her, our out, are our, over ever, ever every, very every, think thing,
  think thank, thorough through, thorough though, tough though, like life, just must, most must, more move, could cold, would wood, word world, want went,
  looked locked, look lock, took look, told hold, told old, some same, should shoulder, started stared, stared starred, sight sigh, sat say, say way, eyes yes,
  yes yet, face fact, fell full, feet feel, fine find, got god, has as, home hope, house hours, in inn, it its, last lost, late later, later latter, lot lost,
  mind mine, other mother, new now, night might, might right, nothing noting, one once, own won, put but, read ready, read red, right tight, said sad,
  shot shut, sit sir, small smell, son soon, sound wound, story sorry, able table, tired tried, tree three, two to, two too, us is, wall well, well will,
  war was, while white, whole while, we'll well, he'll hell, i'll ill, she'd shed, she'll shell, let's lets, he's his, thought through, thought thoughts,
  great grate, grown groan, guessed guest, heal heel, heart heard, high hi, him hymn, main mane, morning mourning, one won, pause paws, pray prey,
  rapped wrapped, seen scene, seemed seamed, sense since, sew so, sow so, sort sought, sweet suite, sure shore, tide tied, way weigh, war wore, worn warn,
  close clothe, noise nose, beside besides, cause because, cloud could, died dead, draw drawer, effort afford, fright fight, friend fried, lay law, lips lisp,
  lift left, minute minutes, month mouth, mouth moth, mouse mouth, peak speak, place please, quiet quit, rather gather, reach rich, safe save, seat sit,
  sea seat, strength strengthen, sudden suddenly, surprise surprised, throat throughout, trust thrust, view few, whisper whispered, wrong along, forth fourth,
  rose rows, poor pour, poor pore, knot not, knows nose, hall haul, blue blew, bean been, bee be, bad bade, ate eight, hour are
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
