/**
 * What one proposes of a single character, as it stands in the document of suggesting mode: a mark on a letter, an
 * attribute of a line for its "\n". The three ways: a proposed character (not in the text), a struck one, a reformatted one.
 */
/** As `Attributes` of delta-diff, which cannot be imported here: the schema stands on this file. */
type Attributes = Record<string, unknown>

/** Name of the mark, of the line attribute, and of the key in deltas of the displayed document. */
export const PROPOSAL = 'proposal'

/** `ins`: in the document only. `del`: in the text, proposed to go. `fmt`: in the text, shown as proposed. */
export type TokenKind = 'ins' | 'del' | 'fmt'

export interface Token {
  kind: TokenKind
  /** Of the record it belongs to. */
  id: string
  /** The text's own attributes of a `fmt` character; empty for the others. */
  was: Attributes
}

/** Null for a character of the text of which nothing is proposed. */
export function tokenOf(value: unknown): Token | null {
  if (typeof value !== 'string' || value === '') return null
  const [first, second] = [value.indexOf('|'), value.indexOf('|', 4)]
  const was = value.slice(second + 1)
  return {
    kind: value.slice(0, first) as TokenKind,
    id: value.slice(first + 1, second),
    was: was === '' ? {} : (JSON.parse(was) as Attributes),
  }
}

/** `was` is written in one order always, so that equal tokens are equal strings. Ids hold no "|". */
export function writeToken(kind: TokenKind, id: string, was: Attributes = {}): string {
  const keys = Object.keys(was).sort()
  return `${kind}|${id}|${keys.length === 0 ? '' : JSON.stringify(was, keys)}`
}

/** The same token in another record. */
export function withId(value: string, id: string): string {
  const { kind, was } = tokenOf(value)!
  return writeToken(kind, id, was)
}

/** How a token is drawn; null for none. The record's id stands in `data-record`. */
export function proposalLook(value: unknown): { tag: string; attributes: Record<string, string> } | null {
  const token = tokenOf(value)
  if (!token) return null
  const { kind, id } = token
  const tag = kind === 'fmt' ? 'span' : kind
  return {
    tag,
    attributes: { class: kind === 'fmt' ? 'format mine' : 'mine', 'data-record': id, 'data-proposed': kind },
  }
}
