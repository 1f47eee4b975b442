/** The catalogue: every rule there is, by name. A new rule is one import and one entry, both in the order of the alphabet. */
import type { Rule } from './rule.ts'
import { absoluteComma } from './rules/absolute-comma.ts'
import { actionAfterComma } from './rules/action-after-comma.ts'
import { adverbTag } from './rules/adverb-tag.ts'
import { agreement } from './rules/agreement.ts'
import { apostropheForm } from './rules/apostrophe-form.ts'
import { article } from './rules/article.ts'
import { auxiliaryForm } from './rules/auxiliary-form.ts'
import { blankLine } from './rules/blank-line.ts'
import { commaSplice } from './rules/comma-splice.ts'
import { comparison } from './rules/comparison.ts'
import { compoundHyphen } from './rules/compound-hyphen.ts'
import { confusion } from './rules/confusion.ts'
import { dashForm } from './rules/dash-form.ts'
import { dialectSpelling } from './rules/dialect-spelling.ts'
import { doubledWord } from './rules/doubled-word.ts'
import { echo } from './rules/echo.ts'
import { ellipsisForm } from './rules/ellipsis-form.ts'
import { endMark } from './rules/end-mark.ts'
import { epithet } from './rules/epithet.ts'
import { extraWord } from './rules/extra-word.ts'
import { filterWord } from './rules/filter-word.ts'
import { holidayApostrophe } from './rules/holiday-apostrophe.ts'
import { honorific } from './rules/honorific.ts'
import { indirectQuestion } from './rules/indirect-question.ts'
import { interjectionComma } from './rules/interjection-comma.ts'
import { inventedCapital } from './rules/invented-capital.ts'
import { longSentence } from './rules/long-sentence.ts'
import { lostLine } from './rules/lost-line.ts'
import { lostStop } from './rules/lost-stop.ts'
import { lostWord } from './rules/lost-word.ts'
import { missingApostrophe } from './rules/missing-apostrophe.ts'
import { missingArticle } from './rules/missing-article.ts'
import { missingWord } from './rules/missing-word.ts'
import { nearName } from './rules/near-name.ts'
import { nounNumber } from './rules/noun-number.ts'
import { numberForm } from './rules/number-form.ts'
import { oddEndMarks } from './rules/odd-end-marks.ts'
import { openingComma } from './rules/opening-comma.ts'
import { participleComma } from './rules/participle-comma.ts'
import { pastTime } from './rules/past-time.ts'
import { pluralApostrophe } from './rules/plural-apostrophe.ts'
import { povSlip } from './rules/pov-slip.ts'
import { preposition } from './rules/preposition.ts'
import { pronounCase } from './rules/pronoun-case.ts'
import { properCapital } from './rules/proper-capital.ts'
import { questionMark } from './rules/question-mark.ts'
import { questionOrder } from './rules/question-order.ts'
import { quoteForm } from './rules/quote-form.ts'
import { quoteKind } from './rules/quote-kind.ts'
import { rankCapital } from './rules/rank-capital.ts'
import { relativeComma } from './rules/relative-comma.ts'
import { runOn } from './rules/run-on.ts'
import { saidBookism } from './rules/said-bookism.ts'
import { sceneBreak } from './rules/scene-break.ts'
import { sentenceCapital } from './rules/sentence-capital.ts'
import { sheetSpelling } from './rules/sheet-spelling.ts'
import { spaceForm } from './rules/space-form.ts'
import { speechAfterBeat } from './rules/speech-after-beat.ts'
import { spelling } from './rules/spelling.ts'
import { splitWord } from './rules/split-word.ts'
import { strayCapital } from './rules/stray-capital.ts'
import { strayComma } from './rules/stray-comma.ts'
import { strayQuote } from './rules/stray-quote.ts'
import { subjectVerb } from './rules/subject-verb.ts'
import { tagCapital } from './rules/tag-capital.ts'
import { tagComma } from './rules/tag-comma.ts'
import { tenseDrift } from './rules/tense-drift.ts'
import { tenseSlip } from './rules/tense-slip.ts'
import { titleDot } from './rules/title-dot.ts'
import { twoSpeakers } from './rules/two-speakers.ts'
import { unclosedQuote } from './rules/unclosed-quote.ts'
import { unmarkedThought } from './rules/unmarked-thought.ts'
import { verbFit } from './rules/verb-fit.ts'
import { verbForm } from './rules/verb-form.ts'
import { verbPattern } from './rules/verb-pattern.ts'
import { vocativeComma } from './rules/vocative-comma.ts'

export const RULES: readonly Rule[] = [
  absoluteComma,
  actionAfterComma,
  adverbTag,
  agreement,
  apostropheForm,
  article,
  auxiliaryForm,
  blankLine,
  commaSplice,
  comparison,
  compoundHyphen,
  confusion,
  dashForm,
  dialectSpelling,
  doubledWord,
  echo,
  ellipsisForm,
  endMark,
  epithet,
  extraWord,
  filterWord,
  holidayApostrophe,
  honorific,
  indirectQuestion,
  interjectionComma,
  inventedCapital,
  longSentence,
  lostLine,
  lostStop,
  lostWord,
  missingApostrophe,
  missingArticle,
  missingWord,
  nearName,
  nounNumber,
  numberForm,
  oddEndMarks,
  openingComma,
  participleComma,
  pastTime,
  pluralApostrophe,
  povSlip,
  preposition,
  pronounCase,
  properCapital,
  questionMark,
  questionOrder,
  quoteForm,
  quoteKind,
  rankCapital,
  relativeComma,
  runOn,
  saidBookism,
  sceneBreak,
  sentenceCapital,
  sheetSpelling,
  spaceForm,
  speechAfterBeat,
  spelling,
  splitWord,
  strayCapital,
  strayComma,
  strayQuote,
  subjectVerb,
  tagCapital,
  tagComma,
  tenseDrift,
  tenseSlip,
  titleDot,
  twoSpeakers,
  unclosedQuote,
  unmarkedThought,
  verbFit,
  verbForm,
  verbPattern,
  vocativeComma,
]
