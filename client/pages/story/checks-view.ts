/**
 * The checker on the story page, before it is loaded and after: starts it when the text is there and the browser is idle, for
 * who may propose; says where its parts stand on the page. What it does is story-checks'.
 */
import { effect } from '@preact/signals-core'
import { nothing, type TemplateResult } from 'lit'
import { may } from '../../../shared/roles.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import type { ChecksBound } from './checks-bound.ts'
import type { ChecksParts } from './checks-parts.ts'

/** Milliseconds after which it starts even if the browser is not idle. */
const SOON_MS = 2_000

export class ChecksView {
  private readonly host: HTMLElement & { requestUpdate(): void }
  private readonly bound: ChecksBound
  private parts: ChecksParts | null = null
  private stopped = false
  private readonly stopRole: () => void

  constructor(host: ChecksView['host'], bound: ChecksBound) {
    this.host = host
    this.bound = bound
    this.stopRole = effect(() => {
      if (!may(bound.handle.role.value, 'propose')) this.end()
      else if (!this.parts) whenIdle(() => void this.begin())
    })
  }

  /** Before the story's handle closes. */
  stop(): void {
    this.stopped = true
    this.stopRole()
    this.end()
  }

  private async begin(): Promise<void> {
    const { handle } = this.bound
    const part = await checksParts()
    if (!part) {
      // Nobody asked for it yet, so nothing is said.
      addEventListener('online', () => void this.begin(), { once: true })
      return
    }
    await handle.review.ready
    if (this.stopped || this.parts || !may(handle.role.peek(), 'propose')) return
    this.parts = new part.ChecksParts(this.host, this.bound)
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

/** Null when the server cannot be reached. */
async function checksParts(): Promise<typeof import('./checks-parts.ts') | null> {
  try {
    return await import('./checks-parts.ts')
  } catch (error) {
    console.warn(error)
    return null
  }
}

function whenIdle(run: () => void): void {
  // Safari has no such call.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: SOON_MS })
  else setTimeout(run, SOON_MS / 4)
}
