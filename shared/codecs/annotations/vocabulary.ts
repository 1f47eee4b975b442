/** The words of the W3C Web Annotation vocabulary that we write and read, and our own beside them. */

/** §3.3.5 of the model. */
export const MOTIVATION_NAMES = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const

export type Motivation = (typeof MOTIVATION_NAMES)[number]

/**
 * `status`: open, resolved, accepted or rejected. `change`: what a suggestion does, as JSON, where its new words alone do not
 * say it. `was`: words that an accepted one replaced. `rule`: of the checker. `mustFix`: true of a note that must be dealt with.
 */
const OWN = ['status', 'change', 'was', 'rule', 'mustFix'] as const

/** Never looked up, by us at least. */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  Object.fromEntries(OWN.map((word) => [word, `urn:galley:word:${word}`])),
]
