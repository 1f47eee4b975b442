/**
 * The frame of every dialog: a native modal one with a heading, a close button, a body and a foot. `showDialog` puts it
 * on the page and takes it away again; the browser keeps the keyboard inside and gives it back afterwards.
 */
import { html, nothing } from 'lit'
import { icon } from './icons.ts'
import { LightElement } from './light-element.ts'

let dialogs = 0

export abstract class DialogElement extends LightElement {
  /** Extra class of the dialog: "wide", "palette". */
  protected readonly look: string = ''
  /** One dialog may stand over another. */
  private readonly headingId = `dialog-heading-${++dialogs}`
  private whenClosed: () => void = () => undefined

  /** Puts the dialog on the page; resolves when it was closed. */
  show(): Promise<void> {
    document.body.append(this)
    return new Promise((resolve) => {
      this.whenClosed = resolve
    })
  }

  close(): void {
    this.querySelector('dialog')?.close()
  }

  protected abstract heading(): unknown
  protected abstract body(): unknown

  protected foot(): unknown {
    return nothing
  }

  /** False keeps the dialog open on Esc and on the close button, e.g. while files are being sent. */
  protected mayClose(): boolean {
    return true
  }

  protected override render(): unknown {
    const foot = this.foot()
    return html`
      <dialog class="dialog ${this.look}" aria-labelledby=${this.headingId} @close=${this.closed} @cancel=${this.cancelled}>
        <header>
          <h2 id=${this.headingId}>${this.heading()}</h2>
          <button type="button" class="btn icon-only quiet" aria-label="Close" title="Close" @click=${this.askToClose}>${icon('x')}</button>
        </header>
        <div class="body">${this.body()}</div>
        ${foot === nothing ? nothing : html`<footer>${foot}</footer>`}
      </dialog>
    `
  }

  protected override firstUpdated(): void {
    const dialog = this.querySelector('dialog')
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[autofocus]')?.focus()
  }

  private askToClose(): void {
    if (this.mayClose()) this.close()
  }

  protected cancelled(event: Event): void {
    if (!this.mayClose()) event.preventDefault()
  }

  protected closed(event: Event): void {
    if (event.target !== this.querySelector('dialog')) return
    this.remove()
    this.whenClosed()
  }
}
