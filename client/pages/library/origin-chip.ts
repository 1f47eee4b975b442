/** <origin-chip>: says when a story and the file it came from differ. All chips of a library ask once, together. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OriginsAnswer } from '../../../shared/wire/api.ts'
import { ApiError } from '../../sync/api.ts'
import { listOrigins } from '../../sync/file-api.ts'
import { icon } from '../../ui/icons.ts'

/** Milliseconds that chips wait for each other, and for the text to rest. */
const TOGETHER_MS = 1_500

let asking: ReturnType<typeof listOrigins> | null = null

@customElement('origin-chip')
export class OriginChip extends LitElement {
  @property() story = ''
  /** When its text was changed last; asks anew when it is another. */
  @property() changed = ''
  @state() private origin: OriginsAnswer['origins'][number] | null = null

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('changed') || changes.has('story')) void this.ask()
  }

  protected override render() {
    const { name, story, file } = this.origin ?? { name: null }
    if (name === null || (story === 'same' && file === 'same')) return nothing
    if (file === 'changed')
      return chip('warn', 'triangle-alert', 'File changed on disk', `${name} was changed by somebody else`)
    if (file === 'gone') return chip('warn', 'triangle-alert', 'File gone', `${name} is not there any more`)
    return chip('', 'folder-sync', 'Differs from its file', `${name} was not written back yet`)
  }

  private async ask(): Promise<void> {
    asking ??= new Promise((resolve, reject) => {
      setTimeout(() => {
        asking = null
        listOrigins().then(resolve, reject)
      }, TOGETHER_MS)
    })
    try {
      this.origin = (await asking).get(this.story) ?? null
    } catch (error) {
      // Offline, or signed out: the library says so itself.
      if (!(error instanceof ApiError)) throw error
    }
  }
}

function chip(tone: string, name: Parameters<typeof icon>[0], words: string, title: string) {
  return html`<span class="chip ${tone}" title=${title}>${icon(name, { small: true })}${words}</span>`
}

declare global {
  interface HTMLElementTagNameMap {
    'origin-chip': OriginChip
  }
}
