/** Holds what a contestant said of a text against the key: what it found, what it corrected, what it made up. */
import type { Flag } from './contestants.ts'
import { isCertain, type Mark } from './mark.ts'

export interface Tallied {
  marks: number
  found: number
  /** Found, and the first correction of one flag there makes the text right. */
  exact: number
}

/** Only certain errors are tallied, found or missed; a flag on a matter of style is neither for nor against. */
export interface Score {
  families: Map<string, Tallied>
  all: Tallied
  flags: number
  /** Flags that touch no mark, be it of style. */
  idle: Flag[]
  /** Marks nobody flagged, and those flagged without the right first correction. */
  missed: Mark[]
  inexact: Mark[]
}

/** Code units that a flag may stand away from its error: the word beside a lost comma is where one underlines. */
const NEAR = 1

export function score(text: string, marks: readonly Mark[], flags: readonly Flag[]): Score {
  const families = new Map<string, Tallied>()
  const all: Tallied = { marks: 0, found: 0, exact: 0 }
  const touching = new Set<Flag>()
  const missed: Mark[] = []
  const inexact: Mark[] = []
  for (const mark of marks) {
    const here = flags.filter((flag) => touches(flag, mark))
    for (const flag of here) touching.add(flag)
    if (!isCertain(mark)) continue
    const isFound = here.length > 0
    const isExact = here.some((flag) => corrects(text, flag, mark))
    if (!isFound) missed.push(mark)
    else if (!isExact) inexact.push(mark)
    const family = families.get(mark.family) ?? { marks: 0, found: 0, exact: 0 }
    families.set(mark.family, family)
    for (const tallied of [family, all]) {
      tallied.marks += 1
      if (isFound) tallied.found += 1
      if (isExact) tallied.exact += 1
    }
  }
  return { families, all, flags: flags.length, idle: flags.filter((flag) => !touching.has(flag)), missed, inexact }
}

function touches(flag: Flag, mark: Mark): boolean {
  return flag.offset <= mark.offset + mark.length + NEAR && flag.offset + flag.length + NEAR >= mark.offset
}

function corrects(text: string, flag: Flag, mark: Mark): boolean {
  if (flag.replacement === null) return false
  const from = Math.min(flag.offset, mark.offset)
  const to = Math.max(flag.offset + flag.length, mark.offset + mark.length)
  const after = (offset: number, length: number, words: string): string =>
    text.slice(from, offset) + words + text.slice(offset + length, to)
  const got = after(flag.offset, flag.length, flag.replacement)
  return [mark.replacement, ...(mark.also ?? [])].some((words) => after(mark.offset, mark.length, words) === got)
}

/** Several texts as one. */
export function together(scores: readonly Score[]): Score {
  const families = new Map<string, Tallied>()
  const all: Tallied = { marks: 0, found: 0, exact: 0 }
  const add = (to: Tallied, from: Tallied): void => {
    to.marks += from.marks
    to.found += from.found
    to.exact += from.exact
  }
  for (const one of scores) {
    add(all, one.all)
    for (const [name, tallied] of one.families) {
      const family = families.get(name) ?? { marks: 0, found: 0, exact: 0 }
      families.set(name, family)
      add(family, tallied)
    }
  }
  return {
    families,
    all,
    flags: scores.reduce((sum, { flags }) => sum + flags, 0),
    idle: scores.flatMap(({ idle }) => idle),
    missed: scores.flatMap(({ missed }) => missed),
    inexact: scores.flatMap(({ inexact }) => inexact),
  }
}
