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
])

function pairs(list: string): (readonly [string, string])[] {
  return list.split(',').map((pair) => {
    const [first, second] = pair.trim().split(' ')
    if (first === undefined || second === undefined) throw new Error(`no pair: ${pair}`)
    return [first, second] as const
  })
}
