/** Fixed phrases that want an apostrophe: Valentine's Day, New Year's Eve, a moment's notice, for God's sake. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const holidayApostrophe: LineRule = {
  name: 'holiday-apostrophe',
  level: 'default',
  kind: 'punctuation',
  title: 'Missing apostrophe',
  explain:
    'Names of holidays and some set phrases have an apostrophe before or after the s: Valentine’s Day, April Fools’ Day, a moment’s notice.',
  example: { wrong: 'Happy Valentines Day!', right: 'Happy Valentine’s Day!' },
  source: 'Chicago Manual of Style 17th ed. 8.89 (holidays), 7.24 (genitive with units of time).',
  *check(line, { facts }) {
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const token = line.tokens[first]!
      const right = dressed(frame.right, token.text, facts.forms.apostrophe)
      yield {
        offset: token.start,
        length: token.end - token.start,
        message: frame.why,
        replacements: [right],
        sure: true,
      }
    }
  },
}

const TABLE = frameTable([
  ...frames(
    'The name of this day has an apostrophe.',
    `
    [valentines] day|eve|gift|gifts|present|presents|card|cards|chocolate|chocolates|dance|party|date => valentine's
    happy [valentines] . => valentine's
    new [years] eve|day|resolution|resolutions|party|kiss => year's
    [mothers] day => mother's
    [fathers] day => father's
    april [fools] day => fools'
    st|saint|. [patricks] day => patrick's
    [seasons] greetings => season's
    all [saints] day => saints'
    all [souls] day => souls'
    all [hallows] eve => hallows'
    `,
  ),
  ...frames(
    'This set phrase has an apostrophe.',
    `
    a|the|one [moments] notice|hesitation|peace|rest|thought|pause|silence|delay => moment's
    a [seconds] hesitation|thought|pause|notice => second's
    a|one|this|hard|honest [days] work|journey|ride|rest|worth|travel|march|training|pay => day's
    a|one [weeks] work|journey|ride|rest|worth|travel|pay|vacation|notice => week's
    a|one [hours] drive|walk|ride|sleep|rest|work => hour's
    two|three|few|four [weeks] notice|worth => weeks'
    for [gods] sake => god's
    for [heavens] sake => heaven's
    for [christs] sake => christ's
    for [petes] sake => pete's
    at [arms] length => arm's
    a [stones] throw => stone's
    a [hairs] breadth => hair's
    at|by [deaths] door => death's
    for [goodness] sake => goodness'
    an|one|this|last [hours] drive|walk|ride|sleep|rest|work|journey|notice|delay|flight|peace|worth|pay => hour's
    a|one|this|next|last [years] supply|wages|salary|pay|rent|work|worth|end|experience|time|imprisonment => year's
    a|one [months] rent|pay|wages|salary|notice|work|worth|supply|time|journey|rest => month's
    a|one [days] notice|supply|wages|drive|sail|ride|wage|rest|growth => day's
    a|one|this|last [nights] sleep|rest|lodging|work|stay => night's
    a|one|good|full|decent|last|this [nights] sleep|rest => night's
    a|the|one [moments] reflection|respite|distraction|weakness|warning|doubt|relief|attention|consideration => moment's
    a|one [minutes] silence|peace|rest|walk|thought|notice => minute's
    a|one|two|three [dollars] worth => dollar's
    the [suns] rays|light|warmth|heat|glare|glow|surface|position => sun's
    the [moons] rays|light|warmth|heat|glare|glow|surface|position => moon's
    the [worlds] oldest|biggest|greatest|best|worst|smallest|most|largest|finest|fastest|strongest|tallest|first|last|only|end => world's
    at [worlds] end => world's
    at [days] end => day's
    at [journeys] end => journey's
    at [years] end => year's
    the|a [lions] share|den|roar|mane => lion's
    [devils] advocate => devil's
    [crows] nest|feet => crow's
    [fools] gold|errand|paradise => fool's
    [birds] eye => bird's
    [bulls] eye => bull's
    @poss|a|the [drivers] seat|license|licence|door|side => driver's
    [masters] degree|thesis => master's
    [bachelors] degree|party => bachelor's
    [writers] block => writer's
    a [lovers] quarrel|spat|tiff => lovers'
    [hells] bells => hell's
    no [mans] land => man's
    the [girls] bathroom|restroom|changing|locker|toilet|toilets|dormitory => girls'
    the [boys] bathroom|restroom|changing|locker|toilet|toilets|dormitory => boys'
    the [ladies] bathroom|restroom|changing|locker|toilet|toilets|dormitory => ladies'
    the [mens] bathroom|restroom|changing|locker|toilet|toilets|dormitory => men's
    the [womens] bathroom|restroom|changing|locker|toilet|toilets|dormitory => women's
    my|a|the|his|her [stones] throw => stone's
    @prep the|a|his|her|my|our|their [cars] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => car's
    @prep the|a|his|her|my|our|their [trucks] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => truck's
    @prep the|a|his|her|my|our|their [vans] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => van's
    @prep the|a|his|her|my|our|their [buses] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => bus's
    @prep the|a|his|her|my|our|their [trains] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => train's
    @prep the|a|his|her|my|our|their [ships] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => ship's
    @prep the|a|his|her|my|our|their [boats] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => boat's
    @prep the|a|his|her|my|our|their [houses] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => house's
    @prep the|a|his|her|my|our|their [trees] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => tree's
    @prep the|a|his|her|my|our|their [rooms] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => room's
    @prep the|a|his|her|my|our|their [books] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => book's
    @prep the|a|his|her|my|our|their [swords] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => sword's
    @prep the|a|his|her|my|our|their [rivers] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => river's
    @prep the|a|his|her|my|our|their [beds] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => bed's
    @prep the|a|his|her|my|our|their [tables] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => table's
    @prep the|a|his|her|my|our|their [doors] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => door's
    @prep the|a|his|her|my|our|their [castles] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => castle's
    @prep the|a|his|her|my|our|their [citys] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => city's
    @prep the|a|his|her|my|our|their [villages] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => village's
    @prep the|a|his|her|my|our|their [towns] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => town's
    @prep the|a|his|her|my|our|their [buildings] roof|hood|bonnet|trunk|engine|headlights|windshield|windscreen|bumper|edge|deck|hull|mast|bow|stern|branches|bark|ceiling|cover|spine|pages|hilt|blade|bank|banks|surface|foot|headboard|handle|walls|gates|entrance|outskirts => building's
    `,
  ),
])
