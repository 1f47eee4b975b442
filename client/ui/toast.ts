/** One short message at the foot of the page for eight seconds, longer while it is hovered or focused, perhaps with Undo. */
import { html, nothing, render } from 'lit'
import { icon } from './icons.ts'
import { announce } from './live-region.ts'

export interface ToastAction {
  /** A verb that names the result; "Undo" if not given. */
  label?: string
  run: () => void
}

const STAYS_MS = 8_000

/** Counts toasts, so that one can tell whether it is still there. */
let shown = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Takes the place of the one before. Returns what takes the action away again, should it stop meaning what it says. */
export function showToast(message: string, action?: ToastAction): () => void {
  announce(message)
  shown += 1
  const mine = shown
  draw(message, action)
  letGo()
  return () => {
    if (mine === shown) draw(message)
  }
}

export function hideToast(): void {
  clearTimeout(timer)
  shown += 1
  render(nothing, toastPlace())
}

function draw(message: string, action?: ToastAction): void {
  const run = () => {
    hideToast()
    action?.run()
  }
  render(
    html`<div class="float toast" role="region" aria-label="Message" @pointerenter=${hold} @pointerleave=${letGo} @focusin=${hold} @focusout=${letGo}>
      <span>${message}</span>
      ${action ? html`<button class="btn tiny" @click=${run}>${action.label ?? 'Undo'}</button>` : nothing}
      <button class="btn tiny icon-only quiet" aria-label="Dismiss" @click=${hideToast}>${icon('x', { small: true })}</button>
    </div>`,
    toastPlace(),
  )
}

function hold(): void {
  clearTimeout(timer)
}

function letGo(): void {
  clearTimeout(timer)
  timer = setTimeout(hideToast, STAYS_MS)
}

/** Within an open modal dialog, which makes everything outside itself inert; back on the page when it closes. */
function toastPlace(): HTMLElement {
  const place = document.getElementById('toast-place') ?? document.createElement('div')
  place.id = 'toast-place'
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
  const home = dialog ?? document.body
  if (place.parentElement === home) return place
  home.append(place)
  dialog?.addEventListener('close', () => document.body.append(place), { once: true })
  return place
}
