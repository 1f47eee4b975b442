/** The corrections as they will go back to the file: changed lines with one of context, struck and underlined words. */
import { html, nothing, type TemplateResult } from 'lit'
import type { ChangesAnswer, DiffLine } from '../../../shared/wire/api.ts'
import { counted } from '../../ui/times.ts'

/** At most this many stretches are drawn; the rest is counted. */
const MOST = 100

export function changesView({ hunks, truncated }: ChangesAnswer): TemplateResult {
  const more = hunks.length - MOST
  return html`<ol class="changes" tabindex="0" aria-label="Changed lines">
      ${hunks
        .slice(0, MOST)
        .map(
          (hunk) =>
            html`<li>${hunk.lines.map((line) => html`<p><span class="num">${numberOf(line)}</span>${words(line)}</p>`)}</li>`,
        )}
    </ol>
    ${more > 0 || truncated ? html`<p class="small hush">${moreWords(more, truncated)}</p>` : nothing}`
}

/** "Same as the file that came in, byte for byte", "12 lines differ from the file that came in". `packed`: not read as it is. */
export function changesSummary({ differs, identical }: Pick<ChangesAnswer, 'differs' | 'identical'>, packed: boolean) {
  if (identical && packed) return 'The words are those of the file that came in'
  if (identical) return 'Same as the file that came in, byte for byte'
  if (differs === 0) return 'No words differ; only line ends or the file’s form do'
  return `${counted(differs, 'line')} ${differs === 1 ? 'differs' : 'differ'} from the file that came in`
}

function moreWords(more: number, truncated: boolean): string {
  if (truncated) return 'More changes follow than can be shown here; the file has them all.'
  return `${counted(more, 'more place')} ${more === 1 ? 'is' : 'are'} not shown; the file has them all.`
}

function numberOf({ was, now }: DiffLine): string {
  return String(now ?? was ?? '')
}

function words({ was, now, spans }: DiffLine): TemplateResult {
  const bare = spans.every(({ text }) => text === '')
  return html`<span class="words"
    >${spans.map(({ kind, text }) => (kind === 'gone' ? html`<del>${text}</del>` : kind === 'new' ? html`<ins>${text}</ins>` : text))}${
      bare
        ? html`<i class="hush">${now === null ? 'line removed' : was === null ? 'line added' : 'empty line'}</i>`
        : nothing
    }</span
  >`
}
