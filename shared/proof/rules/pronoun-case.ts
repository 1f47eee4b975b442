/** I for me and me for I: between you and I, with he and his brother; in narration also "me and him went". */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const pronounCase: LineRule = {
  name: 'pronoun-case',
  level: 'default',
  kind: 'grammar',
  title: 'I or me',
  explain:
    'Who does something is “I”, “he”, “she”; to whom it is done is “me”, “him”, “her”. Two people side by side change nothing: ' +
    'leave the other one out, and the ear tells (with you and I → with I → with me).',
  example: { wrong: 'It stays between you and I.', right: 'It stays between you and me.' },
  source: 'Chicago Manual of Style 17th ed. 5.35–5.36 (case of pronouns).',
  *check(line, { facts }) {
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const { start: offset, end, text } = line.tokens[first]!
      if (frame.why === DOER && line.isSpeech(offset)) continue
      // I.W.W.
      if (text === 'I' && /^\.\p{L}/u.test(line.text.slice(end))) continue
      const right = frame.right === 'I' ? 'I' : dressed(frame.right, text === 'I' ? 'i' : text, facts.forms.apostrophe)
      yield { offset, length: end - offset, message: frame.why, replacements: [right] }
    }
  },
}

const DONE_TO = 'After “with”, “to”, “between” and the like stands “me”, “him”, “her”.'

const DOER = 'Who does something is “I”, “he”, “she”.'

const TABLE = frameTable([
  ...frames(
    DONE_TO,
    `
    between|with|from|beside|behind|against|near|toward|towards you|him|her|them|@name and [i] !said|am|was|had|thought|think|have|will|would|could|did|do|should|shall|went|came|saw|knew|felt|got|took|sat|stood|looked|can|are|were|must|may => me
    between|with|from|beside|behind|against|near|toward|towards [he] and => him
    between|with|from|beside|behind|against|near|toward|towards [she] and => her
    between|with|from|beside|behind|against|near|toward|towards [they] and => them
    between|with|from|beside|behind|against|near|toward|towards [i] and you|him|her|them|@name => me
    to [he] and => him
    to [she] and => her
    @poss father|mother|brother|sister|friend and [me] was|were|had|went|came|sat|stood|could|would => I
    `,
  ),
  ...frames(
    'Whose it is says “his”, “her”, “their”.',
    `
    raised|shook|turned|lifted|lowered|opened|closed|held|nodded [he|him] head|hand|hands|eyes|arm|arms|mouth|fist => his
    raised|shook|turned|lifted|lowered|opened|closed|held|nodded [she] head|hand|hands|eyes|arm|arms|mouth|fist => her
    raised|shook|turned|lifted|lowered|opened|closed|held|nodded [they|them] heads|hands|eyes|arms|mouths => their
    `,
  ),
  ...frames(
    DONE_TO,
    `
    with|beside|behind|at|from|to|near|without|towards|toward [i] . => me
    with|beside|behind|at|from|between|towards|toward [he] . => him
    to|for|about|near|without [he] . => him
    to|for|about|near|without [she] . => her
    to|for|about|near|without [they] . => them
    with|beside|behind|at|from|between|towards|toward [she] . => her
    with|beside|behind|at|from|between|towards|toward [they] . => them
    with|beside|behind|at|from|between|towards|toward [we] . => us
    `,
  ),
  ...frames(
    'Leave “she said” out, and the ear tells: the woman who could, so “who”.',
    `
    !@prep [whom] i|you|he|she|we|they|@name said|thought|knew|believed|supposed|hoped|felt|says|thinks|knows|believes|feared|suspected|claimed was|were|is|are|could|would|should|might|must|will|can => who
    !@prep [whom] the|all|his|her|their|everybody|everyone|people|many|some|most *? *? said|thought|believed|knew|claimed|feared was|were|is|are|would|could => who
    !@prep [whom] i|you|we|they say|think|know|believe|suppose|hope|feel|fear|suspect|claim was|were|is|are|could|would|should|might|must|will|can => who
    `,
  ),
  ...frames(
    DOER,
    `
    ^|but|that|because|when|so|where @name|he|she and [me] was|were|had|went|came|sat|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => I
    ^|but|that|because|when|so|where @name|he|she and [him] was|were|had|went|came|sat|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => he
    ^|but|that|because|when|so|where @name|he and [her] was|were|had|went|came|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => she
    ^|but|that|because|when|so|where [him] and @name|me|her|i was|were|had|went|came|sat|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => he
    ^|but|that|because|when|so|where [her] and @name|me|him|i was|were|had|went|came|sat|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => she
    ^|but|that|because|when|so|where [me] and @name|him|her|he|she was|were|had|went|came|sat|stood|could|would|walked|ran|looked|got|have|are|will|can|did|do|want|know => I
    ^ [her] smiled|walked|went|was|could|would|said|came|stood|ran => she
    ^ [him] smiled|went|was|had|could|would|walked|ran|looked|said|came|stood => he
    ^ [them] went|were|had|could|would|walked|ran|looked|said|came|stood => they
    `,
  ),
])
