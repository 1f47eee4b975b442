/**
 * What the story page shows of a change of rights: the callout's facts, which outlive the handle they came from, the
 * toast for what needs no callout, and the words kept aside in this browser.
 */
import { effect } from '@preact/signals-core'
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import '../../panels/save/access-callout.ts'
import { openAside } from '../../panels/save/aside-dialog.ts'
import { type KeptWords, listAside } from '../../sync/kept-aside.ts'
import type { LeftWords } from '../../sync/left-words.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import type { SaveState } from '../../sync/save-state.ts'
import type { AccessChange } from '../../sync/story-access.ts'
import { showToast } from '../../ui/toast.ts'

export class AccessView implements ReactiveController {
  /** Kept aside for this account; [] until listed. */
  kept: readonly KeptWords[] = []
  private change: AccessChange | null = null
  private left: LeftWords | null = null
  private user = ''
  private stops: (() => void)[] = []
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.forget()
  }

  /** Listens to this handle and to no other; `gained` and `outdated` are the page's to answer. */
  follow(handle: StoryHandle, { gained, outdated }: { gained: () => void; outdated: () => void }): void {
    this.stop()
    this.user = handle.me.id
    this.stops = [
      effect(() => {
        const change = handle.change.value
        if (change) this.changed(change, gained)
      }),
      effect(() => {
        const left = handle.left.value
        if (left) this.lost(left)
      }),
      effect(() => {
        if (handle.outdated.value) outdated()
      }),
    ]
    void this.list()
  }

  /** Another story, or none. */
  forget(): void {
    this.stop()
    this.change = null
    this.left = null
    this.host.requestUpdate()
  }

  /** The state for the bar: what one typed and may no longer save goes before all else, until it is put away. */
  mark(save: SaveState, mayWrite: boolean): SaveState {
    const { left, change } = this
    if (mayWrite || !left || left.words === '') return save
    return { kind: 'left', count: left.count, reason: change?.sentence ?? left.why }
  }

  /** True when the callout here says why nothing is saved. */
  get speaks(): boolean {
    return this.change !== null || this.left !== null
  }

  callout(save: SaveState): TemplateResult {
    return html`<access-callout ?open=${save.kind !== 'saved'} .change=${this.change} .left=${this.left} .done=${this.done}></access-callout>`
  }

  readonly openKept = (): void => {
    void openAside(this.kept, (kept) => {
      this.kept = kept
      if (this.left && !kept.some((words) => words.kept === this.left?.kept)) this.left = null
      this.host.requestUpdate()
    })
  }

  private stop(): void {
    for (const stop of this.stops) stop()
    this.stops = []
  }

  private changed(change: AccessChange, gained: () => void): void {
    this.change = change.kind === 'lost' || change.kind === 'ended' ? change : null
    if (change.kind === 'gained') gained()
    if (!this.change) showToast(change.kind === 'gained' ? `${change.sentence} You can write now.` : change.sentence)
    this.host.requestUpdate()
  }

  private lost(left: LeftWords): void {
    this.left = left
    if (left.kept !== null) void this.list()
    this.host.requestUpdate()
  }

  private readonly done = (discarded: boolean): void => {
    this.left = null
    if (this.change?.kind === 'lost') this.change = null
    if (discarded) void this.list()
    this.host.requestUpdate()
  }

  private async list(): Promise<void> {
    this.kept = await listAside(this.user)
    this.host.requestUpdate()
  }
}
