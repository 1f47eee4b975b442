/** A finding in words: its rule's title, a correction as it is offered, the words around it. */
import type { Finding } from '../../../shared/proof/finding.ts'
import { letterChanges } from '../../../shared/proof/letter-changes.ts'
import { plainRuleName } from '../../../shared/proof/rule-name.ts'
import type { CheckedLine, RuleFacts } from '../../sync/checking.ts'

export function ruleTitle(rule: string, rules: ReadonlyMap<string, Pick<RuleFacts, 'title'>>): string {
  return rules.get(rule)?.title ?? plainRuleName(rule)
}

/** "¶" for a new line; a word for what is to be taken away. */
export function offerWords(replacement: string): string {
  return replacement === '' ? 'Take it away' : replacement.replaceAll('\n', ' ¶ ')
}

/** Words beside a correction that has no letters of its own: nobody can tell one `,”` from another. */
export function besides(
  { offset, length, replacements }: Finding,
  { text }: Pick<CheckedLine, 'text'>,
): { before: string; after: string } {
  const line = text ?? ''
  const plain = replacements.every((replacement) => !/\p{L}/u.test(replacement))
  if (!plain || replacements.length === 0) return { before: '', after: '' }
  const before = /[\p{L}\p{N}’'-]+\s?$/u.exec(line.slice(0, offset))?.[0] ?? ''
  const after = /^\s?[\p{L}\p{N}’'-]+/u.exec(line.slice(offset + length))?.[0] ?? ''
  return { before, after }
}

export interface Around {
  before: string
  words: string
  after: string
}

/** UTF-16 code units before and after, to whole words. */
export function around({ offset, length }: Finding, { text }: CheckedLine, most = { before: 24, after: 40 }): Around {
  const line = text ?? ''
  const end = offset + length
  let [from, to] = [Math.max(0, offset - most.before), Math.min(line.length, end + most.after)]
  while (from > 0 && from < offset && !/\s/.test(line[from - 1] ?? '')) from += 1
  while (to < line.length && to > end && !/\s/.test(line[to] ?? '')) to -= 1
  return {
    before: `${from > 0 ? '…' : ''}${line.slice(from, offset)}`,
    words: line.slice(offset, end),
    after: `${line.slice(end, to)}${to < line.length ? '…' : ''}`,
  }
}

/** What goes, what comes and what stays, where a correction is shown. */
export interface ReplacedPiece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** UTF-16 code units of what stays between two changes, beyond which its middle is left out. */
const STAYS = 48

/** Of many words only the letters that change go and come: `letterChanges`. "¶" for a new line. */
export function replacedPieces(words: string, replacement: string): ReplacedPiece[] {
  const pieces: ReplacedPiece[] = []
  let at = 0
  const put = (kind: ReplacedPiece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text })
  }
  for (const { from, to, insert } of letterChanges(words, replacement)) {
    put('same', shortened(words.slice(at, from)))
    put('gone', words.slice(from, to))
    put('new', insert.replaceAll('\n', ' ¶ '))
    at = to
  }
  put('same', shortened(words.slice(at)))
  return pieces
}

function shortened(words: string): string {
  if (words.length <= STAYS) return words
  return `${words.slice(0, STAYS / 2).replace(/\S*$/, '')}… ${words.slice(-STAYS / 2).replace(/^\S*\s/, '')}`
}
