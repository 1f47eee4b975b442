import { describe, expect, test } from 'vitest'
import { spelling } from '../../../../shared/proof/rules/spelling.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const fixed = (story: string) => fixWith(spelling, story, {}, SPELLERS)
const found = (story: string, settings = {}) =>
  findWith(spelling, story, settings, SPELLERS).map(({ line, offset, length }) =>
    story.split(/\n+/)[line]!.slice(offset, offset + length),
  )

describe('spelling', () => {
  test('parts that no dictionary has make a rhyme where they are two, and a slip where it is one', () => {
    expect(found('She sang umpt-y-iddy to it.')).toEqual([])
    expect(found('It was a half-finnished-off thing.')).toEqual(['half-finnished-off'])
  })

  test.each([
    ['She appologized for the wierd noise.', 'She apologized for the weird noise.'],
    ['He recieved a peice of cake.', 'He received a piece of cake.'],
    ['They dont know.', "They don't know."],
    ['“They dont know,” he said.', '“They don’t know,” he said.'],
    ["He would'nt go.", "He wouldn't go."],
    ['There was alot of it.', 'There was a lot of it.'],
    ['Definately not.', 'Definitely not.'],
    ['He spoke english.', 'He spoke English.'],
    ['His freind’s hat', 'His friend’s hat'],
    ['a two-storey, half-finnished house', 'a two-storey, half-finished house'],
    ['TOMMORROW is another day', 'TOMORROW is another day'],
    ['All of a suddden he was puzzzled.', 'All of a sudden he was puzzled.'],
    ["She could'nt and he did'nt.", "She couldn't and he didn't."],
    ['Nobody sings the twelveth one.', 'Nobody sings the twelfth one.'],
    ['She whispred to the gaurd.', 'She whispered to the guard.'],
  ])('%s', (wrong, right) => {
    expect(fixed(wrong)).toBe(right)
  })

  test.each([
    'She goes to Hinamori with Kurosaki every day.',
    "It was Naruto's hat, Sakura-chan, Sasuke-kun's eyes, pro-Uchiha, Neji-san.",
    "I'm goin' to give 'em what's comin', 'cause they've been askin' for it.",
    "'Tis the season, y'all. Ma'am, it's four o'clock, c'mon.",
    "They'd've gone; who'll say they shouldn't've? That'd do.",
    'I-I c-can’t b-believe w-what you said. N-no!',
    'Nooo! Stoooop! Sakuraaaa! Yesss!',
    'Hmm. Ahahaha! Pfft, tch, tsk, ugh, argh, shh, mhm, uh-huh, hehe.',
    'a well-known pink-haired twenty-one-year-old ex-soldier',
    'the café’s naïve fiancée, déjà vu, a cliché',
    'Write to kai@hotarumail.com or look at www.kunoichi.org/zzyx.',
    'In MCMXCIV the FBI and the NYPD came, THWACK, and R2D2 too.',
    'The doorframe, the countertop, his longsword, her spellbook and the starship',
    'her neighbour’s favorite grey theater',
    'The clock went tock, tock, and the rain glip glip glip.',
    '“I brung two dozen, an’ I ain’t afeared,” he said.',
    '“Kess, come on!”',
    '“Hallo!” A silver wyrm, his greaves, her destrier, and the oneshots; a cr-r-eature, p’r’aps.',
    'He snuck in, kneeled, and dreamt.',
    'The torchlit hall, unshed tears, a catlike, overbright smile, amusedly, knowest, goeth, hearthstone',
    'a nutfudge, the squirearchy and a kittiedoolie',
    "He was reg'lar put out by the gov'ment's lite'ature, ’tain’t so, Mist' Hale.",
    'Mon ami, voilà! A gipsy, despatched at once.',
    'her solicitudes, his bruisings, ruddily, spiritlessly, matronliness, deadness',
    'a clean-limbed, dark-visaged, white-counterpaned, good-naturedly told tale',
    '',
    'forget-me-nots, has-beens, go-getters, highty-tighty, nighty-night',
    'It was per‑fect‑ly bles-sed.',
    'Quicker’n him, the cap’n’s feelin’s, an’ no mistake.',
    '“I take it into considera—”',
    '“They simp—ly are! We—we can—th—think of it.”',
    'in the healths, diplomacies and twilights, pinnacled and surpliced, the bloomiest place',
    'You have carte blanche, nous verrons. A partie carrée.',
    'a shopwindow, the woodbox, a longhaired man',
    '…',
    '“Rock ’n’ roll,” he said.',
  ])('silent: %s', (right) => {
    expect(found(right)).toEqual([])
  })

  test.each([
    'infront',
    'eachother',
    'atleast',
    'happyness',
    'truely',
    'completly',
    'unecessary',
    'slowely',
    'unfortunatly',
    'freind',
  ])('no compound or derived form: %s', (wrong) => {
    expect(found(`the ${wrong} thing`)).toHaveLength(1)
  })

  test('a word is learnt by its capitals, and a coinage by its use, if it is like no other word', () => {
    expect(found('Zorblax came. Then came Zorblax.')).toEqual([])
    expect(found('Devestated, she left.')).toEqual(['Devestated'])
    expect(found('the vrellix, a vrellix, one vrellix')).toEqual([])
    expect(found('she appologized, he appologized, they appologized')).toHaveLength(3)
  })

  test('a word that is spelt alike three times is meant so, if the story shows that its author knows the other', () => {
    const story = '“A hoss,” he said. “My hosses. Thet hoss, and thet hoss, and thet one.” That was all.'
    expect(found(story)).toEqual([])
    expect(found('He had thet. She had thet. They had thet. And that was all.')).toEqual([])
    expect(found('His freind, her freind, a freind. A friend.')).toEqual(['freind', 'freind', 'freind'])
  })

  test('a coinage joined by hyphens is judged by its parts', () => {
    expect(found('Breathe oxy-helium in your magno-caulked, collapsium-plated boots.')).toEqual([])
    expect(found('Then Zorbo-rau swam, and with Zorbo came zorbo-rau’s kin.')).toEqual([])
    expect(found('a freindly-looking and half-finnished man')).toEqual(['freindly-looking', 'half-finnished'])
  })

  test('a word that is spelt alike twice, or has its plural beside it, is meant so, unless it is nearly another', () => {
    expect(found('He heard a forsh.')).toEqual(['forsh'])
    expect(found('He heard a forsh. Nobody spoke of a forsh.')).toEqual([])
    expect(found('One forsh of ten forshs.')).toEqual([])
    expect(found('dessicated husks and dessicated leaves')).toEqual(['dessicated', 'dessicated'])
    expect(found('his freind and her freind')).toEqual(['freind', 'freind'])
    expect(found('half a percant, a percant more, and one percent')).toEqual(['percant', 'percant'])
  })

  test('in a speech with three words that nobody spells so, it is the accent', () => {
    expect(found('“Tey are debeloping ebery teory,” he said.')).toEqual([])
    expect(found('He was debeloping ebery teory.')).toEqual(['debeloping', 'ebery', 'teory'])
    expect(found('“We are debeloping the theory,” he said.')).toEqual(['debeloping'])
  })

  test('what science puts before a word makes another', () => {
    expect(found('A micrometeor, some hyperspatial bioengineers, a planetwide and monkeylike thing')).toEqual([])
    expect(found('the multipule interveiw')).toEqual(['multipule', 'interveiw'])
  })

  test('among dialect an unknown word is dialect, unless a finger slipped', () => {
    expect(found('“I recken he’s onless, an’ we was goin’ there, weren’t nothin’ else.”')).toEqual([])
    expect(found('“I rcekon we was goin’ there, weren’t nothin’ else.”')).toEqual(['rcekon'])
    expect(found('I recken he went.')).toEqual(['recken'])
  })

  test('where people of the story talk dialect, one mark of it nearby is enough', () => {
    expect(found('“I never saw sech a thing, mister,” he said.')).toEqual(['sech'])
    expect(found('“I ain’t going.”\n\n“You never saw sech a thing, reckon,” he said.')).toEqual([])
    expect(found('“I ain’t going.”\n\n“You never saw sech a thing,” he said.')).toEqual(['sech'])
  })

  test('an older word, or one of country speech, is right', () => {
    expect(
      found('She vailed her fan; the carking landlord had betted hatfuls of louis-d’or on the pig-styes.'),
    ).toEqual([])
    expect(found('“Cain’t say I do,” he said. “Them young uns took the autymobile.”')).toEqual([])
    expect(found('Two uns stood there.')).toEqual(['uns'])
  })

  test('a long dash stands for what is not to be printed', () => {
    expect(found('“Who the ⸺ing devil is Lord Wemb⸺?”')).toEqual([])
    expect(found('Who the wroking devil is it?')).toEqual(['wroking'])
  })

  test('a word given up before its middle is no slip, and a whole one before a dash is', () => {
    expect(found('“The one wond—I mean the good one.”')).toEqual([])
    expect(found('“The one wond of mine.”')).toEqual(['wond'])
    expect(found('“The one becuase—I mean the good one.”')).toEqual(['becuase'])
  })

  test('what follows a little foreign word is foreign, unless a finger slipped', () => {
    expect(found('She drank a crème de menthe.')).toEqual([])
    expect(found('She drank a menthe.')).toEqual(['menthe'])
    expect(found('She said, en becuase.')).toEqual(['becuase'])
  })

  test('what stands after a title is a name', () => {
    expect(found('They sent Mr. Thaught and Lady Peopel.')).toEqual([])
    expect(found('They sent it. Peopel came.')).toEqual(['Peopel'])
  })

  test('a first letter may be drawn into a syllable', () => {
    expect(found('“Per-lease, you ber-rute, with that ber-loodstained knife!”')).toEqual([])
    expect(found('What a ber-roote!')).toEqual(['ber-roote'])
  })

  test('a finger that stays on a key makes no drawn-out word', () => {
    expect(found('Her bedrooom was stilll full of tobaccco.')).toEqual(['bedrooom', 'stilll', 'tobaccco'])
    expect(found('Sooo pleeease, suddden, nooo!')).toEqual(['suddden'])
  })

  test('what is made like a word, but lies near a common one, is a slip', () => {
    expect(found('He stoped and admited that he realy was responsable, the deerest wooman.')).toEqual(
      'stoped admited realy responsable deerest wooman'.split(' '),
    )
  })

  test('what is made of a word that the story has is meant', () => {
    const rays = ' The ray was hot.'
    expect(found(`He rayed the man dead.`)).toEqual(['rayed'])
    expect(found(`He rayed the man dead.${rays}`)).toEqual([])
  })

  test('a prefix is no word that has lost its space', () => {
    expect(found('She looked incuriously at the underservant. They ran outof it.')).toEqual(['outof'])
  })

  test('a word of the list is right, wherever it stands', () => {
    expect(found('The appologizer came.')).toEqual(['appologizer'])
    expect(found('The appologizer came.', { words: [{ word: 'appologizer', kind: 'term' }] })).toEqual([])
  })

  test('a first word that is close to no common one may be a name', () => {
    expect(found('Etherege came. "Kurosakki," he said.')).toEqual([])
    expect(fixed('Suddnly he came.')).toBe('Suddenly he came.')
  })

  test('without a dictionary it is silent', () => {
    expect(findWith(spelling, 'She appologized.')).toEqual([])
  })
})
