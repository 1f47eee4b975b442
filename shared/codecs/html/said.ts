/** What is said about a story, as HTML that is XHTML as well: who, when, what, the answers, and what became of it. */
import type { Edition, EditionNote, EditionSuggestion } from '../edition.ts'
import { escapeXml } from '../xml/write-xml.ts'

/** Paragraphs, without what holds them. */
export function saidHtml(thread: EditionNote | EditionSuggestion, { people }: Pick<Edition, 'people'>): string {
  const nameOf = (key: string) => people.get(key) ?? ''
  const entry = (by: string, at: string, body: string) =>
    `<p><b>${escapeXml(nameOf(by))}</b> <time datetime="${escapeXml(at)}">${escapeXml(at.slice(0, 10))}</time>${body === '' ? '' : `: ${withBreaks(body)}`}</p>`
  const first =
    'reason' in thread ? entry(thread.by, thread.at, thread.reason) : entry(thread.by, thread.at, noteText(thread))
  const replies = thread.replies.map(({ by, at, body }) => entry(by, at, body)).join('')
  const end =
    'resolved' in thread && thread.resolved ? `<p>Resolved by ${escapeXml(nameOf(thread.resolved.by))}.</p>` : ''
  return first + replies + end
}

/** With what a margin would show beside it. */
function noteText({ kind, label, mustFix, body }: EditionNote): string {
  const about = [kind === 'comment' || kind === 'tag' ? '' : kind, label ?? '', mustFix ? 'must fix' : ''].filter(
    (word) => word,
  )
  return [about.length > 0 ? `[${about.join(', ')}]` : '', body].filter((part) => part !== '').join(' ')
}

function withBreaks(body: string): string {
  return body.split(/\r?\n/).map(escapeXml).join('<br />')
}
