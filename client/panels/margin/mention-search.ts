/** Naming people while writing: which "@…" the caret is in, who may be meant, and what the words become. */
import type { Named } from './note-body.ts'

/** At most so many are offered. */
const MOST_OFFERED = 6
/** A name that is still being typed is no longer than that, UTF-16 code units. */
const LONGEST = 40

export interface Mention {
  /** Index of the "@". */
  from: number
  /** What stands between it and the caret. */
  query: string
}

/** Null when the caret is in no "@…". A name may hold spaces, so one to three words are looked at. */
export function mentionAt(text: string, caret: number): Mention | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret)
  const found = /(?<![\p{L}\p{N}])@([^\s@]*(?: [^\s@]+){0,2})$/u.exec(before)
  return found ? { from: caret - found[0].length, query: found[1] ?? '' } : null
}

/** People one of whose names begins with the query, or the whole of it; those who match earlier first. */
export function peopleFor<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLowerCase()
  const rank = ({ name }: Person) => {
    const lower = name.toLowerCase()
    if (lower.startsWith(wanted)) return 0
    return lower.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2
  }
  return people
    .filter((person) => rank(person) < 2 && person.name.toLowerCase() !== wanted)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .slice(0, MOST_OFFERED)
}

/** The words with the name in place of the "@…", and where the caret stands then. */
export function withMention(text: string, caret: number, { from }: Mention, name: string): [string, number] {
  const after = text.slice(caret)
  const put = `@${name}${/^\s/.test(after) ? '' : ' '}`
  return [text.slice(0, from) + put + after, from + put.length]
}
