/** What a rule is. A rule is one file in `rules/`, exports one constant of these types, and has one entry in `rules.ts`. */
import type { StoryFacts, WordCount } from './facts.ts'
import type { Kind, Level, Spot } from './finding.ts'
import type { ProseLine } from './prose-line.ts'
import type { Settings } from './settings.ts'
import type { Speller } from './speller.ts'
import type { LineSummary } from './summary.ts'
import type { Tagger } from './tagger.ts'

interface AnyRule {
  /** Kebab-case, the file's name; never changed, as dismissals are kept under it. */
  name: string
  level: Level
  kind: Kind
  /** A few words for a list: "Doubled word". */
  title: string
  /** Two or three plain sentences for somebody who knows no grammar terms. */
  explain: string
  example: { wrong: string; right: string }
  /** The section of a style manual or grammar, or why there is none. */
  source: string
  /** Says no more than that something is wrong: silent wherever another rule says what, over the same words. */
  givesWay?: boolean
}

/** What a line rule may look at besides its line. */
export interface LineContext {
  facts: StoryFacts
  settings: Settings
  previous: ProseLine | null
  next: ProseLine | null
  /** Of the story's dialect; null where no dictionary was loaded: find nothing that needs one. */
  speller: Speller | null
  /** Of the other dialect: right there is not wrong spelling, only another dialect. */
  otherSpeller: Speller | null
  tagger: Tagger | null
}

/** Looks at one line and its neighbours; must find the same for the same. The words of a story are not its business. */
export interface LineRule extends AnyRule {
  check(line: ProseLine, context: LineContext): Iterable<Spot>
  /** Reads its tables, so that the first line does not have to wait for all of them at once. May be left out; changes no finding. */
  prepare?(context: Pick<LineContext, 'speller'>): void
  /** Corrections that are too slow for every line, made for one finding when somebody looks at it. */
  suggest?(line: ProseLine, spot: Pick<Spot, 'offset' | 'length'>, story: StoryView): readonly string[]
}

/** The story as a story rule sees it. */
export interface StoryView {
  lines: readonly ProseLine[]
  /** One for each line. */
  summaries: readonly LineSummary[]
  /** Lower-case word → how often it stands where. */
  words: ReadonlyMap<string, WordCount>
  facts: StoryFacts
  settings: Settings
  speller: Speller | null
  otherSpeller: Speller | null
  tagger: Tagger | null
}

export interface StorySpot extends Spot {
  /** 0-based. */
  line: number
}

/** Looks at the whole story after every edit: walk the summaries, open a line's tokens only where something is wrong. */
export interface StoryRule extends AnyRule {
  checkStory(story: StoryView): Iterable<StorySpot>
  suggest?(line: ProseLine, spot: Pick<Spot, 'offset' | 'length'>, story: StoryView): readonly string[]
}

export type Rule = LineRule | StoryRule
