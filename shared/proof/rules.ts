/** The catalogue: every rule there is, by name. A new rule is one import and one entry, both in the order of the alphabet. */
import type { Rule } from './rule.ts'
import { actionAfterComma } from './rules/action-after-comma.ts'
import { article } from './rules/article.ts'
import { compoundHyphen } from './rules/compound-hyphen.ts'
import { confusion } from './rules/confusion.ts'
import { doubledWord } from './rules/doubled-word.ts'
import { ellipsisForm } from './rules/ellipsis-form.ts'
import { holidayApostrophe } from './rules/holiday-apostrophe.ts'
import { honorific } from './rules/honorific.ts'
import { interjectionComma } from './rules/interjection-comma.ts'
import { nearName } from './rules/near-name.ts'
import { numberForm } from './rules/number-form.ts'
import { properCapital } from './rules/proper-capital.ts'
import { questionMark } from './rules/question-mark.ts'
import { sheetSpelling } from './rules/sheet-spelling.ts'
import { speechAfterBeat } from './rules/speech-after-beat.ts'
import { spelling } from './rules/spelling.ts'
import { splitWord } from './rules/split-word.ts'
import { tagCapital } from './rules/tag-capital.ts'
import { tagComma } from './rules/tag-comma.ts'
import { verbForm } from './rules/verb-form.ts'
import { vocativeComma } from './rules/vocative-comma.ts'

export const RULES: readonly Rule[] = [
  actionAfterComma,
  article,
  compoundHyphen,
  confusion,
  doubledWord,
  ellipsisForm,
  holidayApostrophe,
  honorific,
  interjectionComma,
  nearName,
  numberForm,
  properCapital,
  questionMark,
  sheetSpelling,
  speechAfterBeat,
  spelling,
  splitWord,
  tagCapital,
  tagComma,
  verbForm,
  vocativeComma,
]
