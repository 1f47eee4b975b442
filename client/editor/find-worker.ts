/**
 * Runs regular expressions away from the page, so that one that never ends can be ended from outside. It says "ready"
 * once, then answers each order with the matches, in the order of the text.
 */
import { type FindMatch, type FindQuery, MOST_MATCHES, matchesIn, patternOf } from './find-matches.ts'

export interface FindOrder {
  number: number
  query: FindQuery
  lines: readonly string[]
}

/** `ready` comes first, without a number. */
export type FindAnswer = { ready: true } | { ready: false; number: number; matches: FindMatch[] }

addEventListener('message', ({ data }: MessageEvent<FindOrder>) => {
  const pattern = patternOf(data.query)
  const matches: FindMatch[] = []
  for (const [line, text] of data.lines.entries()) {
    const found = matchesIn(text, line, pattern, MOST_MATCHES - matches.length)
    for (const match of found) matches.push(match)
    if (matches.length >= MOST_MATCHES) break
  }
  answer({ ready: false, number: data.number, matches })
})

function answer(message: FindAnswer): void {
  postMessage(message)
}

answer({ ready: true })
