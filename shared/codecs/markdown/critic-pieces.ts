/**
 * CriticMarkup as a sequence of pieces, and the sequence as text. `{++ins++}`, `{--del--}`, `{~~old~>new~~}`,
 * `{==words==}{>>what is said<<}` (CriticMarkup 1.0). A proposed line end is one inside of the marks.
 */

export type Piece =
  | { kind: 'plain'; text: string }
  | { kind: 'highlight'; text: string }
  | { kind: 'insert'; text: string; suggestion: string }
  | { kind: 'delete'; text: string; suggestion: string }
  /** Of the highlight, the proposal or the comment directly before it; `alone`: of the point where it stands. */
  | { kind: 'comment'; text: string; alone: boolean }

/** Appends, joining what belongs together. */
export function pushPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (piece.kind !== 'comment' && piece.text === '') return
  const joins =
    (last?.kind === 'plain' && piece.kind === 'plain') ||
    (last?.kind === piece.kind && 'suggestion' in piece && 'suggestion' in last && piece.suggestion === last.suggestion)
  if (last && joins) last.text += piece.text
  else pieces.push({ ...piece })
}

export function criticText(pieces: readonly Piece[]): string {
  let out = ''
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    const next = pieces[at + 1]
    if (piece.kind === 'plain') out += piece.text
    else if (piece.kind === 'highlight') out += `{==${piece.text}==}`
    else if (piece.kind === 'insert') out += `{++${piece.text}++}`
    else if (piece.kind === 'comment') {
      const before = pieces[at - 1]
      // Otherwise it would be taken for one on what stands before it.
      if (piece.alone && before && before.kind !== 'plain') out += '{====}'
      out += `{>>${piece.text}<<}`
    } else if (
      next?.kind === 'insert' &&
      next.suggestion === piece.suggestion &&
      !`${piece.text}${next.text}`.includes('\n')
    ) {
      out += `{~~${piece.text}~>${next.text}~~}`
      at += 1
    } else out += `{--${piece.text}--}`
  }
  return out
}

/**
 * "Ann 2026-03-04T05:06:07Z: what she says", so that no sign of Markdown or CriticMarkup is in it. `change`: a number that all
 * pieces of one suggestion have, as in "Ann 2026-03-04T05:06:07Z, change 2:"; null where it is in one piece.
 */
export function commentText(by: string, at: string, body: string, change: number | null = null): string {
  const said = `${by} ${at}${change === null ? '' : `, change ${change}`}: ${body}`.trimEnd()
  return said.replace(/[\n\\`*_[\]<>&{}~+=#]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
