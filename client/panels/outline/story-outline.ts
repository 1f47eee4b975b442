/** The list of headings and scenes, as a template of data; the page says what a click does. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OutlineEntry } from '../../../shared/story/counts.ts'
import './story-outline.css'
import { outlineRows } from './outline-tree.ts'

export interface OutlineOptions {
  entries: readonly OutlineEntry[]
  /** The caret's line, from 1. */
  line: number
  mayWrite: boolean
  /** Line from 1. */
  go: (line: number) => void
}

export function storyOutline({ entries, line, mayWrite, go }: OutlineOptions): TemplateResult {
  const rows = outlineRows(entries, line)
  return html`<h2>Outline</h2>
    ${rows.length === 0 ? html`<p class="empty-outline small hush">${emptyWords(mayWrite)}</p>` : nothing}
    <ol>
      ${rows.map(({ entry, words, depth, current }) => {
        const quoted = entry.kind === 'scene' ? 'serif' : ''
        return html`<li>
          <button
            class="entry depth-${Math.min(depth, 3)}"
            aria-current=${current ? 'location' : nothing}
            @click=${() => go(entry.line + 1)}
          >
            <span class="label ${quoted}">${entry.label === '' ? 'Empty line' : entry.label}</span>
            <span class="num">${words.toLocaleString('en')}<span class="unseen"> words</span></span>
          </button>
        </li>`
      })}
    </ol>`
}

function emptyWords(mayWrite: boolean): string {
  return mayWrite
    ? 'Headings and scenes appear here. Put the caret in a line and press Ctrl Alt 1.'
    : 'This story has no headings and no scene gaps.'
}
