/** Marks at the end of a sentence that do not go together: ?. ,. two dots, a full stop after a closing mark that has one. */
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks } from '../question.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'

export const oddEndMarks: LineRule = {
  name: 'odd-end-marks',
  level: 'default',
  kind: 'punctuation',
  title: 'Odd marks together',
  explain:
    'A sentence has one end: a full stop, a question mark or an exclamation mark, or “?!” where it asks and cries. Two dots are ' +
    'neither a full stop nor an ellipsis.',
  example: { wrong: 'Is he dying?.!', right: 'Is he dying?!' },
  source: 'Chicago Manual of Style 17th ed. 6.120-6.125; New Hart’s Rules 4.9.',
  *check(line, { facts }) {
    const { text } = line
    yield* outside(line)
    if (!ODD.test(text)) return
    for (const found of text.matchAll(CLUSTER)) {
      const spot = clusterSpot(text, found.index, found[0], facts.forms.ellipsis ?? '...')
      if (spot) yield spot
    }
    for (const found of text.matchAll(AFTER_QUOTE)) {
      const [whole, mark = '', quote = ''] = found
      yield {
        offset: found.index,
        length: whole.length,
        message: 'The mark before the quotation mark ends the sentence already.',
        replacements: [(mark === ',' ? '.' : mark) + quote],
        sure: true,
      }
    }
  },
}

/** “Monday”. She left: the full stop after the marks of a speech that is a sentence by itself. */
function* outside(line: ProseLine): Generator<Spot> {
  const { tokens } = line
  for (const { start, end, closed, speech, depth } of line.quotations) {
    if (!closed || !speech || depth > 0) continue
    const close = line.tokenAt(end - 1)
    const stop = tokens[close + 1]
    const last = tokens[close - 1]
    if (stop?.text !== '.' || stop.start !== end || last?.kind !== 'word' || last.end !== end - 1) continue
    const open = line.tokenAt(start)
    const before = tokens[open - 1]
    if (tokens[open + 1]!.shape === 'lower' || (before !== undefined && !isStop(before))) continue
    const isQuestion = asks(tokens, open + 1, close)
    yield {
      offset: last.start,
      length: stop.end - last.start,
      message: 'The full stop of a speech belongs within the quotation marks.',
      replacements: (isQuestion ? ['?', '.'] : ['.']).map((mark) => `${last.text}${mark}${tokens[close]!.text}`),
    }
  }
}

/** Nearly every line is past this: two marks side by side, of which one is no ! or ?, or a mark after a closing one. */
const ODD = /[.,?!][.,]|[.,][?!]|[.,?!]["'”’]\./

const CLUSTER = /[.,?!]{2,}/g

const AFTER_QUOTE = /([.,?!])(["'”’]+)\.(?!\.)/g

function clusterSpot(text: string, offset: number, cluster: string, ellipsis: string): Spot | null {
  if (/^[?!]+$/.test(cluster) || /\.{3}/.test(cluster) || /^[?!]+\.\.$/.test(cluster)) return null
  const before = /[\p{L}\d.]+$/u.exec(text.slice(Math.max(0, offset - 12), offset))?.[0] ?? ''
  const isShort = isAbbreviated(before)
  const rest = text.slice(offset + cluster.length)
  const right = cluster === '..' ? twoDots(rest, ellipsis, isShort) : mended(cluster, rest, isShort)
  if (right === null || /^\S*[\\/]/.test(rest) || /\d$/.test(before)) return null
  const [first] = right
  return {
    offset,
    length: cluster.length,
    message: cluster === '..' ? 'Two dots are no ellipsis.' : `“${cluster}” is one mark too many.`,
    replacements: right,
    sure: first !== undefined && right.length === 1 && /[?!]/.test(cluster),
  }
}

function twoDots(rest: string, ellipsis: string, isShort: boolean): string[] | null {
  if (/^\s*\.(?:\s|$)/.test(rest)) return null
  if (isShort) return ['.']
  return /^\s*["'”’]?\s*(?:\p{Lu}|$)/u.test(rest) ? ['.', ellipsis] : [ellipsis, '.']
}

function mended(cluster: string, rest: string, isShort: boolean): string[] | null {
  if (isShort && /^\.[,?!]+$/.test(cluster)) return null
  const asks = cluster.includes('?')
  const cries = cluster.includes('!')
  if (asks || cries) return [`${asks ? '?' : ''}${cries ? '!' : ''}`]
  if (/^,+$/.test(cluster)) return [',']
  return /^["'”’]?\s*(?:\p{Lu}|$)/u.test(rest) ? ['.', ','] : [',', '.']
}

/** Its own full stop ends it: etc. Jr. p.m. J. U.S. */
function isAbbreviated(before: string): boolean {
  return (
    before.includes('.') ||
    /^(?:\p{L}|etc|jr|sr|mr|mrs|ms|dr|st|no|vs|inc|ltd|co|prof|rev|esq|ph|vol|pp|al|ave|rd|dept|est)$/iu.test(before)
  )
}
