/**
 * The switch of the second opinion on the story page: off until this person wants it in this browser, and then nothing of it
 * has been loaded; on, it lays Harper's findings beside ours. Knows when to begin; the reading is sync's.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { SecondSwitch } from '../../panels/checks/checks-context.ts'
import type { CheckedLine } from '../../sync/checking.ts'
import type { SecondOpinionHandle, SecondOpinionParts, SecondProgress } from '../../sync/second-opinion.ts'

export interface SecondChecksParts extends Omit<SecondOpinionParts, 'checking'> {
  checking: SecondOpinionParts['checking'] & { readonly lines: ReadonlySignal<readonly CheckedLine[]> }
  account: string
  /** The first line on the screen. */
  lineInView: () => number
}

const keyOf = (account: string) => `galley/${account}/second-opinion`

export class SecondChecks implements SecondSwitch {
  readonly on = signal(false)
  readonly progress: ReadonlySignal<SecondProgress | null>
  /** The checker's lines, with the second opinion's findings while it is on. */
  readonly lines: ReadonlySignal<readonly CheckedLine[]>
  private readonly parts: SecondChecksParts
  private readonly handle = signal<SecondOpinionHandle | null>(null)
  private readonly broken = signal<SecondProgress | null>(null)
  private readonly stopWaiting: () => void

  constructor(parts: SecondChecksParts) {
    const { checking } = parts
    this.parts = parts
    this.lines = computed(() => (this.handle.value?.lines ?? checking.lines).value)
    this.progress = computed(() => {
      if (!this.on.value) return null
      return this.broken.value ?? this.handle.value?.progress.value ?? { kind: 'loading', bytes: 0 }
    })
    this.on.value = isWanted(parts.account)
    // Our own findings first: they are what one came for.
    this.stopWaiting = effect(() => {
      if (this.on.value && !this.handle.peek() && checking.left.value === 0) void this.begin()
    })
  }

  turn(on: boolean): void {
    keepWanted(this.parts.account, on)
    this.end()
    this.on.value = on
  }

  stop(): void {
    this.stopWaiting()
    this.on.value = false
    this.end()
  }

  private async begin(): Promise<void> {
    try {
      const { startSecondOpinion } = await import('../../sync/second-opinion.ts')
      if (!this.on.peek() || this.handle.peek()) return
      const handle = startSecondOpinion(this.parts)
      handle.prefer(this.parts.lineInView())
      this.handle.value = handle
      addEventListener('scrollend', this.scrolled)
    } catch (error) {
      this.broken.value = { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  private end(): void {
    removeEventListener('scrollend', this.scrolled)
    const handle = this.handle.peek()
    this.handle.value = null
    this.broken.value = null
    handle?.stop()
  }

  private readonly scrolled = (): void => this.handle.peek()?.prefer(this.parts.lineInView())
}

function isWanted(account: string): boolean {
  try {
    return localStorage.getItem(keyOf(account)) === 'on'
  } catch (error) {
    console.warn(error)
    return false
  }
}

function keepWanted(account: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(keyOf(account), 'on')
    else localStorage.removeItem(keyOf(account))
  } catch (error) {
    // A full or forbidden store: then it is so for this visit.
    console.warn(error)
  }
}
