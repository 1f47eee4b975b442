/** Two words written as one, or one as two: alot, infront, each other, himself. */
import { closedCompound } from '../closed-compounds.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const splitWord: LineRule = {
  name: 'split-word',
  level: 'default',
  kind: 'spelling',
  title: 'One word or two',
  explain: 'Some words are written apart (a lot, in front, no one) and some together (himself, another, whenever).',
  example: { wrong: 'He stood infront of her alot.', right: 'He stood in front of her a lot.' },
  source: 'Chicago Manual of Style 17th ed. 5.250; Merriam-Webster’s Collegiate Dictionary.',
  *check(line, { facts, speller, otherSpeller }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = line.tokens[first]!.start
      const length = line.tokens[last]!.end - offset
      const right = dressed(frame.right, line.text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right], sure: true }
    }
    if (speller === null || otherSpeller === null) return
    const { tokens } = line
    for (let at = 1; at < tokens.length; at += 1) {
      const second = tokens[at]!
      const first = tokens[at - 1]!
      if (second.shape !== 'lower' || first.kind !== 'word' || second.start !== first.end + 1) continue
      if (first.shape === 'Capital' && facts.isName(first.text)) continue
      const right = closedCompound(first.lower, second.lower, [speller, otherSpeller])
      if (right === null) continue
      yield {
        offset: first.start,
        length: second.end - first.start,
        message: 'This is written as one word.',
        replacements: [dressed(right, first.text, null)],
      }
    }
  },
}

const TABLE = frameTable([
  ...frames(
    'This is written as two words.',
    `
    [alot] => a lot
    [abit] => a bit
    [alittle] => a little
    [afew] => a few
    [aswell] => as well
    [atleast] => at least
    [atmost] => at most
    [infront] => in front
    [infact] => in fact
    [inspite] => in spite
    [inorder] => in order
    [incase] .|he|she|i|they|we|you|it|of|the => in case
    [noone] => no one
    [eachother] => each other
    [ofcourse] => of course
    [thankyou] => thank you
    [everytime] => every time
    [eventhough] => even though
    [evenif] => even if
    [kindof] => kind of
    [sortof] => sort of
    [outof] => out of
    [highschool] => high school
    [nevermind] => never mind
    for|in|after|quite|once [awhile] => a while
    !the|of|an|his|her|my|your|their|our|more|and [everyday] .|since|after|before|when|for|until|he|she|i|they|we|with|at => every day
    [apartof] => a part of
    [rightaway] => right away
    [allright] => all right
    [upto] => up to
    [aslong] => as long
    [assoon] => as soon
    [eachtime] => each time
    [inbetween] .|the|his|her|them|two => in between
    `,
  ),
  ...frames(
    'This is written as one word.',
    `
    [him self] => himself
    [them selves] => themselves
    [it self] => itself
    [it's self] => itself
    [its self] !esteem|image => itself
    [her self] .|to|in|on|with|from|and|up => herself
    [my self] .|to|in|on|with|from|and|up => myself
    [our selves] => ourselves
    [an other] !worldly => another
    [never the less] => nevertheless
    [where ever] he|she|they|you|we|i|it|the => wherever
    [when ever] he|she|they|you|we|i|it|the => whenever
    [with out] a|the|any|him|her|his|my|your|their|them|me|you|it|even|another => without
    [through out] the|his|her|their|my|all => throughout
    [any where] .|near|else|in => anywhere
    [every where] .|he|she|they|i|in => everywhere
    [some where] .|in|else|near|around => somewhere
    [some how] => somehow
    [some times] .|he|she|they|i|it|you => sometimes
    [mean while] => meanwhile
    [other wise] => otherwise
    [there fore] => therefore
    `,
  ),
])
