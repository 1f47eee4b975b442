/**
 * What is said about a story, as HTML that is XHTML as well: who, when, what, the answers, and what became of it. People
 * read it, and read-said.ts does: what that needs beyond the words are `data-` attributes.
 */
import type { Edition, EditionNote, EditionSuggestion } from '../edition.ts'
import { escapeXml } from '../xml/write-xml.ts'
import { WORDS_CLASS } from './own-marks.ts'

/** Paragraphs, without what holds them. */
export function saidHtml(thread: EditionNote | EditionSuggestion, { people }: Pick<Edition, 'people'>): string {
  const nameOf = (key: string) => people.get(key) ?? ''
  const entry = (by: string, at: string, body: string, about = '') => {
    const words = body === '' ? '' : `<span class="${WORDS_CLASS}">${withBreaks(body)}</span>`
    const said = [about === '' ? '' : `[${escapeXml(about)}]`, words].filter((part) => part !== '').join(' ')
    return `<p><b>${escapeXml(nameOf(by))}</b> <time datetime="${escapeXml(at)}">${escapeXml(at.slice(0, 10))}</time>${said === '' ? '' : `: ${said}`}</p>`
  }
  const first =
    'reason' in thread
      ? entry(thread.by, thread.at, thread.reason)
      : goneHtml(thread) + entry(thread.by, thread.at, thread.body, aboutOf(thread, nameOf))
  const replies = thread.replies.map(({ by, at, body }) => entry(by, at, body)).join('')
  const end =
    'resolved' in thread && thread.resolved ? `<p>Resolved by ${escapeXml(nameOf(thread.resolved.by))}.</p>` : ''
  return first + replies + end
}

/** Of the aside that holds it, with a blank before each. `key`: by which the words in the text name it. */
export function saidAttributes(
  thread: EditionNote | EditionSuggestion,
  key: string,
  { people }: Pick<Edition, 'people'>,
): string {
  if ('reason' in thread) return ` data-suggestion="${key}"`
  const { kind, label, mustFix, assigned, resolved } = thread
  return [
    ` data-note="${key}" data-kind="${kind}"`,
    label === null ? '' : ` data-label="${escapeXml(label)}"`,
    mustFix ? ' data-must-fix="true"' : '',
    assigned === null ? '' : ` data-for="${escapeXml(people.get(assigned) ?? '')}"`,
    resolved ? ' data-state="resolved"' : '',
  ].join('')
}

/** What a margin would show beside it. */
function aboutOf({ kind, label, mustFix, assigned }: EditionNote, nameOf: (key: string) => string): string {
  const named = kind === 'comment' || kind === 'tag' ? '' : kind
  return [named, label ?? '', mustFix ? 'must fix' : '', assigned === null ? '' : `for ${nameOf(assigned)}`]
    .filter((word) => word)
    .join(', ')
}

function goneHtml({ place, quote }: EditionNote): string {
  return place || quote === '' ? '' : `<p>On words that are gone: <q>${withBreaks(quote)}</q></p>`
}

function withBreaks(body: string): string {
  return body.split(/\r?\n/).map(escapeXml).join('<br />')
}
