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
    `,
  ),
])
