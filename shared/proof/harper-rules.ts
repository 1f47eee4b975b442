/**
 * Which of Harper's rules are not asked for, and what a rule of it is called here. Names as in its own configuration,
 * version 2.10; of the others it runs those that it runs by itself.
 */

/** What stands before the name of each of its rules, so that none is taken for one of ours. */
const PREFIX = 'harper/'

/** Made for letters and reports: on stories they are mostly, or only, wrong. */
export const NOT_FOR_FICTION: readonly string[] = [
  'LongSentences',
  'AvoidCurses',
  'UseEllipsisCharacter',
  'EllipsisLength',
  'SpelledNumbers',
  'SentenceCapitalization',
  'UnclosedQuotes',
  'OxfordComma',
  'DisjointPrefixes',
  'CompoundNouns',
  'SplitWords',
  'Spaces',
  'Someone',
  'Everyone',
  'PronounVerbAgreement',
  'LetsConfusion',
  'DiscourseMarkers',
  'Excellent',
  'LeftRightHand',
  'RepeatedWords',
]

/** Our own rules look for the same, and know names, dialect, style sheet and what was dismissed. */
const OURS_ALREADY = ['SpellCheck', 'AnA', 'Dashes', 'Regionalisms', 'OrthographicConsistency', 'MergeWords']

/** In five novels (90,000 clean words) and the seeds each spoke at least once and was never right, or asked for another taste. */
const WRONG_OR_TASTE = [
  'AllThough',
  'AvoidAndAlso',
  'CondenseAllThe',
  'FillerWords',
  'FindOut',
  'HadOf',
  'LikeAsIf',
  'MassNouns',
  'MissingPreposition',
  'MissingTo',
  'Nonetheless',
  'OneOfTheSingular',
  'PossessiveYour',
  'QuantifierNumeralConflict',
  'QuiteQuiet',
  'RegularIrregulars',
  'SomewhatSomething',
  'SubjunctiveWasToWere',
  'ThereAfterCompound',
  'UpdatePlaceNames',
  'WouldNeverHave',
  'WrongNegative',
  'YehToYeah',
]

/** All that are switched off before it reads a story. */
export const HARPER_OFF: readonly string[] = [...NOT_FOR_FICTION, ...OURS_ALREADY, ...WRONG_OR_TASTE]

/** `harper/modal-of` of `ModalOf`: what findings, dismissals and switched-off rules are kept under. */
export function harperRule(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
  return PREFIX + words.toLowerCase().replace(/\d+/g, 'n')
}

export function isHarperRule(rule: string): boolean {
  return rule.startsWith(PREFIX)
}
