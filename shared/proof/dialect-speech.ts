/** Whether people in a story talk dialect: then "we was" and "he don't" in their mouths are meant. */
import type { StoryFacts } from './facts.ts'

/** Words that hardly a story with such talk does without, and hardly another one has. */
const MARKS = [
  "ain't",
  'yer',
  "o'",
  "y'all",
  'ye',
  "nothin'",
  "goin'",
  "somethin'",
  "comin'",
  'wuz',
  'afeared',
  'brung',
  'nowt',
  'owt',
  'summat',
]

export function speaksDialect(facts: Pick<StoryFacts, 'isUsed'>): boolean {
  return MARKS.some((word) => facts.isUsed(word))
}
