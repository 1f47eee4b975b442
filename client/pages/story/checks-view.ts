/**
 * The checker on the story page, before it is loaded and after: starts it when the text is there and the browser is idle, for
 * who may propose; says where its parts stand on the page. What it does is story-checks'.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { nothing, type TemplateResult } from 'lit'
import { may } from '../../../shared/roles.ts'
import type { StoryEditor, WritingMode } from '../../editor/story-editor.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import type { ChecksParts } from './checks-parts.ts'
import type { OwnSuggestions } from './own-suggestions.ts'

export interface ChecksBound {
  handle: StoryHandle
  editor: StoryEditor
  own: () => OwnSuggestions | null
  nameOf: (account: string) => string
  named: ReadonlySignal<unknown>
}

/** Milliseconds after which it starts even if the browser is not idle. */
const SOON_MS = 2_000

export class ChecksView {
  readonly mode = signal<WritingMode>('edit')
  private readonly host: HTMLElement & { requestUpdate(): void }
  private parts: ChecksParts | null = null
  private bound: ChecksBound | null = null
  private stopRole = (): void => {}

  constructor(host: ChecksView['host']) {
    this.host = host
  }

  bind(bound: ChecksBound): void {
    this.forget()
    this.bound = bound
    const { handle } = bound
    this.stopRole = effect(() => {
      if (!may(handle.role.value, 'propose')) this.end()
      else if (!this.parts) whenIdle(() => void this.begin(bound))
    })
  }

  forget(): void {
    this.stopRole()
    this.stopRole = () => {}
    this.bound = null
    this.end()
  }

  private async begin(bound: ChecksBound): Promise<void> {
    const { ChecksParts } = await import('./checks-parts.ts')
    await bound.handle.review.ready
    if (this.bound !== bound || this.parts || !may(bound.handle.role.peek(), 'propose')) return
    this.parts = new ChecksParts(this.host, { ...bound, mode: this.mode })
    this.host.requestUpdate()
  }

  private end(): void {
    if (!this.parts) return
    this.parts.stop()
    this.parts = null
    this.host.requestUpdate()
  }

  /** In the margin's place; `nothing` while the margin is to stand there. */
  panel(): TemplateResult | typeof nothing {
    return this.parts?.panel() ?? nothing
  }

  strip(): TemplateResult | typeof nothing {
    return this.parts?.strip() ?? nothing
  }

  /** Gives the margin its place back. */
  close(): void {
    this.parts?.close()
  }

  /** What lies over the text. */
  over(): TemplateResult | typeof nothing {
    return this.parts?.over() ?? nothing
  }

  commands(): PaletteCommand[] {
    return this.parts?.commands() ?? []
  }

  /** True when the key was the checker's; then it is done. */
  press(event: KeyboardEvent): boolean {
    return this.parts?.press(event) ?? false
  }
}

function whenIdle(run: () => void): void {
  // Safari has no such call.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: SOON_MS })
  else setTimeout(run, SOON_MS / 4)
}
