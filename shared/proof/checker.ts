/**
 * Keeps the findings of one story while it is edited. An edit makes its line and the two beside it anew, and whatever
 * lines name a word whose standing it changed; the rest stays. Nothing runs by itself: the owner calls `step` as often
 * as it has time, and may edit in between.
 *
 * Order of work: summaries of all new lines, then the facts (which may make further lines stale), then the line rules
 * on stale lines, preferred ones first, then the story rules over the summaries, each an unbroken piece of work.
 */
import { AskedWords } from './asked-words.ts'
import { ChangedEntries } from './changed-entries.ts'
import { type StoryFacts, Tally } from './facts.ts'
import type { Finding } from './finding.ts'
import { hash } from './hash.ts'
import { approvedWords, isStanding, type Standing, standingOf } from './known-words.ts'
import { Preparation } from './preparation.ts'
import { ProseLine, type SourceLine } from './prose-line.ts'
import type { LineContext, LineRule, Rule, StoryRule, StoryView } from './rule.ts'
import { type RuleFault, RuleGuard } from './rule-guard.ts'
import { RULES } from './rules.ts'
import { type Settings, USUAL } from './settings.ts'
import { type Found, shownFindings } from './shown-findings.ts'
import type { Spellers } from './speller.ts'
import { type LineSummary, mentions, summarise } from './summary.ts'
import type { Tagger } from './tagger.ts'

export interface Tools {
  spellers: Spellers
  tagger: Tagger | null
}

export const NO_TOOLS: Tools = { spellers: { 'en-US': null, 'en-GB': null }, tagger: null }

export interface Progress {
  /** Lines still to be done; 0 when all findings stand. */
  left: number
  /** Lines whose findings may have changed in this step, 0-based, ascending. */
  changed: readonly number[]
}

/** All findings of a story at once, by line and offset, with corrections. Pure: the same for the same arguments. */
export function check(
  lines: readonly SourceLine[],
  settings: Settings,
  tools: Tools = NO_TOOLS,
  rules = RULES,
): Finding[] {
  const checker = new Checker(settings, tools, rules)
  checker.open(lines)
  checker.step()
  return checker.findings().map((finding) => {
    const replacements = finding.replacements.length > 0 ? finding.replacements : checker.suggest(finding)
    return { ...finding, replacements }
  })
}

/** What is kept of a line. */
interface Entry {
  line: ProseLine
  /** Null until its turn comes. */
  summary: LineSummary | null
  fromLine: Found[]
  fromStory: Found[]
  stale: boolean
  /** No longer in the story. */
  gone: boolean
}

/** What a story rule takes of a step's budget, in lines. */
const STORY_COST = 20

export class Checker {
  #settings: Settings
  #tools: Tools
  readonly #lineRules: LineRule[] = []
  readonly #storyRules: StoryRule[] = []
  readonly #ruleNamed: ReadonlyMap<string, Rule>
  #entries: Entry[] = []
  #tally = new Tally()
  #standing = new Map<string, Standing>()
  #approved: ReadonlyMap<string, Standing>
  #facts: StoryFacts
  #off: ReadonlySet<string>
  #dismissed: ReadonlySet<string>
  readonly #asked = new AskedWords<Entry>()
  #unsummarised = 0
  /** No line before it is unsummarised. */
  #summarisedTo = 0
  #stale = 0
  /** The story rules have to look again. */
  #storyStale = true
  /** Their work as far as it is done; null when they have to begin. */
  #story: { view: StoryView; found: Map<number, Found[]>; done: number } | null = null
  /** Where the scan for work goes on; moved back by edits and `prefer`. */
  #at = 0
  readonly #changed = new ChangedEntries<Entry>()
  readonly #guard = new RuleGuard(() => this.#changed.addAll(this.#entries))
  readonly #preparation = new Preparation(this.#lineRules, this.#guard)

  constructor(settings: Settings = USUAL, tools: Tools = NO_TOOLS, rules: readonly Rule[] = RULES) {
    this.#settings = settings
    this.#tools = tools
    this.#ruleNamed = new Map(rules.map((rule) => [rule.name, rule]))
    for (const rule of rules) {
      if ('check' in rule) this.#lineRules.push(rule)
      else this.#storyRules.push(rule)
    }
    this.#approved = approvedWords(settings)
    this.#off = new Set(settings.off)
    this.#dismissed = new Set(settings.dismissed)
    this.#facts = this.#makeFacts()
  }

  /** Begins again with another story. */
  open(lines: readonly SourceLine[]): void {
    this.#entries = []
    this.#tally = new Tally()
    this.#standing = new Map()
    this.#asked.clear()
    this.#unsummarised = this.#stale = 0
    this.change(0, 0, lines)
  }

  /** `removed` lines from `from` on are gone, and `lines` stand in their place. Costs nothing until `step`. */
  change(from: number, removed: number, lines: readonly SourceLine[]): void {
    if (from < 0 || removed < 0 || from + removed > this.#entries.length) {
      throw new RangeError(`change: no lines ${from} to ${from + removed} in a story of ${this.#entries.length}`)
    }
    const entries = lines.map(
      (source): Entry => ({
        line: new ProseLine(source),
        summary: null,
        fromLine: [],
        fromStory: [],
        stale: true,
        gone: false,
      }),
    )
    for (const gone of removed === 0 && from === this.#entries.length
      ? []
      : this.#entries.slice(from, from + removed)) {
      if (gone.summary) this.#tally.remove(gone.summary)
      else this.#unsummarised -= 1
      if (gone.stale) this.#stale -= 1
      this.#changed.delete(gone)
      gone.gone = true
    }
    this.#entries = [...this.#entries.slice(0, from), ...entries, ...this.#entries.slice(from + removed)]
    this.#unsummarised += entries.length
    this.#summarisedTo = Math.min(this.#summarisedTo, from)
    this.#changed.moved(this.#entries.length)
    this.#stale += entries.length
    const [before, after] = [this.#entries[from - 1], this.#entries[from + entries.length]]
    if (before) this.#spoil(before)
    if (after) this.#spoil(after)
    this.#spoilStory(true)
    this.#at = Math.max(0, from - 1)
  }

  /** Other wishes, or tools that have arrived. Dismissals, rules switched off and muting cost nothing; most others all. */
  use(settings: Settings, tools: Tools = this.#tools): void {
    const before = this.#settings
    this.#settings = settings
    this.#off = new Set(settings.off)
    this.#dismissed = new Set(settings.dismissed)
    const approved = approvedWords(settings)
    const words = new Set([...this.#approved.keys(), ...approved.keys()])
    this.#approved = approved
    this.#refreshStandings(words)
    const sameWork =
      before.level === settings.level &&
      before.dialect === settings.dialect &&
      JSON.stringify(before.sheet) === JSON.stringify(settings.sheet) &&
      tools === this.#tools
    this.#tools = tools
    if (!sameWork) this.#spoilAll()
    this.#preparation.restart()
    this.#spoilStory(true)
    this.#changed.addAll(this.#entries)
  }

  /** Line rules look at these lines before others: what is on the screen. */
  prefer(from: number): void {
    this.#at = Math.min(Math.max(0, from), this.#entries.length)
  }

  /** Does up to `most` lines' worth of work; tells of no line while rules prepare. An edit's findings stand once `left` is 0. */
  step(most = Number.POSITIVE_INFINITY): Progress {
    let [budget, isPreparing] = [this.#summarise(most), false]
    if (this.#unsummarised === 0) {
      this.#refreshFacts()
      budget = this.#preparation.goOn(budget, this.#tool(), (rule) => this.#isWanted(rule))
      isPreparing = budget <= 0
      budget = this.#checkLines(budget)
      if (this.#stale === 0 && this.#storyStale) this.#checkStory(budget)
    }
    const left = this.#unsummarised + this.#stale + (this.#storyStale ? 1 : 0)
    return { left, changed: isPreparing ? [] : this.#changed.take(this.#entries) }
  }

  /** By line, offset and rule. Those of lines not yet done are missing. */
  findings(): Finding[] {
    return this.#entries.flatMap((_, line) => this.findingsOf(line))
  }

  /** By offset and rule; without what is dismissed, muted or switched off. */
  findingsOf(line: number): Finding[] {
    const entry = this.#entries[line]
    if (entry === undefined) throw new RangeError(`findingsOf: no line ${line} in a story of ${this.#entries.length}`)
    const found = [...entry.fromLine, ...entry.fromStory].filter(({ rule }) => !this.#guard.has(rule.name))
    return shownFindings(entry.line, line, found, {
      off: this.#off,
      dismissed: this.#dismissed,
      muteDialogue: this.#settings.muteDialogue,
    })
  }

  /** The corrections of a finding, made now if the rule makes them on demand. */
  suggest(finding: Pick<Finding, 'rule' | 'line' | 'offset' | 'length' | 'replacements'>): readonly string[] {
    if (finding.replacements.length > 0) return finding.replacements
    const entry = this.#entries[finding.line]
    const rule = this.#ruleNamed.get(finding.rule)
    if (entry === undefined || !rule?.suggest) return []
    return this.#guard.run(rule, () => rule.suggest!(entry.line, finding, this.#view()))
  }

  /** Rules that threw: each is out of work from then on, whatever the story becomes, and none of its findings is shown. */
  get faults(): readonly RuleFault[] {
    return this.#guard.faults
  }

  /** The story as the story rules see it; lines that have not been read yet are missing from its summaries. */
  get story(): StoryView {
    return this.#view()
  }

  #summarise(most: number): number {
    let budget = most
    if (this.#unsummarised === 0) return budget
    for (; this.#unsummarised > 0; this.#summarisedTo += 1) {
      const entry = this.#entries[this.#summarisedTo]!
      if (entry.summary) continue
      if (budget <= 0) return 0
      entry.summary = summarise(entry.line)
      this.#tally.add(entry.summary)
      this.#unsummarised -= 1
      budget -= 1
    }
    return budget
  }

  #refreshFacts(): void {
    const touched = this.#tally.touched()
    this.#refreshStandings(touched)
    for (const entry of this.#asked.misled(touched, (word) => this.#isUsed(word))) if (!entry.gone) this.#spoil(entry)
    const facts = this.#makeFacts()
    if (facts.version === this.#facts.version) return
    this.#facts = facts
    this.#spoilAll()
  }

  #makeFacts(): StoryFacts {
    const forms = this.#tally.forms(this.#settings.sheet)
    const dialect = this.#tally.dialect(this.#settings)
    return {
      isName: (word) => this.#standingNow(word) === 'name',
      isKnown: (word) => isStanding(this.#standingNow(word)),
      isFrequent: (word) => this.#standingNow(word) === 'frequent',
      isTwice: (word) => this.#standingNow(word) === 'twice',
      isUsed: (word) => this.#asked.told(word, this.#isUsed(word)),
      forms,
      dialect,
      version: hash(dialect, ...Object.values(forms).map((form) => form ?? '')),
    }
  }

  #standingNow(word: string): Standing {
    const lower = word.toLowerCase()
    return this.#standing.get(lower.includes('’') ? lower.replaceAll('’', "'") : lower) ?? 'none'
  }

  #isUsed(word: string): boolean {
    return (this.#tally.words.get(word)?.lower ?? 0) > 0
  }

  #refreshStandings(words: Iterable<string>): void {
    const changed = new Set<string>()
    for (const word of words) {
      const learnt = standingOf(word, this.#tally.words.get(word))
      const approved = this.#approved.get(word) ?? 'none'
      const standing = approved === 'name' || !isStanding(learnt) ? (approved === 'none' ? learnt : approved) : learnt
      if (standing === (this.#standing.get(word) ?? 'none')) continue
      if (standing === 'none') this.#standing.delete(word)
      else this.#standing.set(word, standing)
      changed.add(word)
    }
    if (changed.size === 0) return
    for (const [at, { summary }] of this.#entries.entries()) {
      if (summary === null || !mentions(summary, changed)) continue
      // The neighbours as well: a rule may look across.
      for (const near of [at - 1, at, at + 1]) if (this.#entries[near]) this.#spoil(this.#entries[near])
    }
  }

  #spoil(entry: Entry): void {
    if (entry.stale) return
    entry.stale = true
    this.#stale += 1
  }

  #spoilAll(): void {
    for (const entry of this.#entries) this.#spoil(entry)
  }

  #checkLines(most: number): number {
    let budget = most
    const entries = this.#entries
    const context: LineContext = {
      ...this.#tool(),
      facts: this.#facts,
      settings: this.#settings,
      previous: null,
      next: null,
    }
    for (let seen = 0; this.#stale > 0 && seen <= entries.length; seen += 1, this.#at += 1) {
      if (this.#at >= entries.length) this.#at = 0
      const entry = entries[this.#at]!
      if (!entry.stale) continue
      if (budget <= 0) return 0
      context.previous = entries[this.#at - 1]?.line ?? null
      context.next = entries[this.#at + 1]?.line ?? null
      this.#asked.asking = entry
      entry.fromLine = this.#findIn(entry.line, context)
      this.#asked.asking = null
      entry.stale = false
      this.#stale -= 1
      this.#changed.add(entry, this.#at)
      budget -= 1
    }
    return budget
  }

  #findIn(line: ProseLine, context: LineContext): Found[] {
    const found: Found[] = []
    if (line.tokens.length === 0) return found
    for (const rule of this.#lineRules) {
      if (!this.#isWanted(rule)) continue
      for (const spot of this.#guard.run(rule, () => rule.check(line, context))) found.push({ rule, spot })
    }
    return found
  }

  /** Rule by rule, as far as the budget goes; what they find is shown when the last of them has looked. */
  #checkStory(most: number): void {
    this.#story ??= { view: this.#view(), found: new Map(), done: 0 }
    const { view, found } = this.#story
    for (let budget = most; this.#story.done < this.#storyRules.length; budget -= STORY_COST) {
      if (budget <= 0) return
      const rule = this.#storyRules[this.#story.done]!
      this.#story.done += 1
      if (!this.#isWanted(rule)) continue
      for (const spot of this.#guard.run(rule, () => rule.checkStory(view))) {
        const list = found.get(spot.line)
        if (list) list.push({ rule, spot })
        else found.set(spot.line, [{ rule, spot }])
      }
    }
    for (const [line, entry] of this.#entries.entries()) {
      const fresh = found.get(line) ?? []
      if (fresh.length > 0 || entry.fromStory.length > 0) this.#changed.add(entry, line)
      entry.fromStory = fresh
    }
    this.#spoilStory(false)
  }

  #spoilStory(stale: boolean): void {
    this.#storyStale = stale
    this.#story = null
  }

  #isWanted(rule: Rule): boolean {
    return rule.level === 'default' || this.#settings.level === 'style'
  }

  #tool(): Pick<LineContext, 'speller' | 'otherSpeller' | 'tagger'> {
    const { spellers, tagger } = this.#tools
    const isBritish = this.#facts.dialect === 'en-GB'
    const [british, american] = [spellers['en-GB'], spellers['en-US']]
    return { speller: isBritish ? british : american, otherSpeller: isBritish ? american : british, tagger }
  }

  #view(): StoryView {
    const summaries: LineSummary[] = []
    for (const { summary } of this.#entries) if (summary) summaries.push(summary)
    const lines = this.#entries.map(({ line }) => line)
    return { lines, summaries, words: this.#tally.words, facts: this.#facts, settings: this.#settings, ...this.#tool() }
  }
}
