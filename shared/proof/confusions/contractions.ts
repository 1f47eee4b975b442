/** Contractions without their apostrophe that are words all the same: lets, ill, wont, cant, id. */
import { frames } from '../frames.ts'

export const CONTRACTIONS = frames(
  'A contraction has an apostrophe where letters are left out.',
  `
  ^|. [lets] go|get|see|not|do|just|start|try|take|make|hope|say|talk|play|have|leave|find|head|move|face|keep|eat|hurry|begin|be|call|give|forget|all|both => let's
  ^|.|and|but|so|then|or [ill] be|go|get|kill|take|tell|show|give|see|have|never|make|do|just|come|try|wait|let|find|help|always => I'll
  ^|.|and|but|so|if|then [id] like|love|rather|never|be|have|better|say|go|kill|just => I'd
  i|you|he|she|it|they|we|that|this|@name [wont] be|do|go|let|have|work|happen|tell|help|make|take|even|ever|come|stop|see|get|give|. => won't
  i|you|he|she|it|they|we|@name [cant] => can't
  `,
)
