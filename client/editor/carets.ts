/**
 * Carets and selections of the others, drawn over the text, and the publishing of one's own. What others send may be
 * anything: whatever cannot be read is not drawn. Places are relative to characters, so that they hold while text moves.
 */

import { Plugin } from '@tiptap/pm/state'
import { Decoration, type EditorView } from '@tiptap/pm/view'
import { readCaret } from './caret-read.ts'
import { DrawnLayer } from './drawn-layer.ts'
import type { EditorHandle } from './editor-handle.ts'
import { firstLineInView } from './line-in-view.ts'
import { readSelection, relativeSelection } from './relative-selection.ts'

/** One's own caret and view are sent no more often than this. Milliseconds. */
const SEND_MS = 80
/** A name is shown for this long after its caret moved. Milliseconds. */
const NAME_MS = 1600

/** Where another person is, as positions of the document. */
export interface Caret {
  client: number
  name: string
  swatch: number
  anchor: number
  head: number
}

export function caretPlugins(handle: EditorHandle): Plugin[] {
  const layer = new DrawnLayer('carets')
  return [layer.plugin, new Plugin({ view: (view) => new Carets(view, handle, layer) })]
}

class Carets {
  private readonly view: EditorView
  private readonly handle: EditorHandle
  private readonly layer: DrawnLayer
  private readonly flags = new Map<number, CaretFlag>()
  private sentCursor = ''
  private sentLine = -1
  private editable: boolean
  private sending: ReturnType<typeof setTimeout> | undefined
  private drawing = 0

  constructor(view: EditorView, handle: EditorHandle, layer: DrawnLayer) {
    this.view = view
    this.handle = handle
    this.layer = layer
    this.editable = view.editable
    handle.awareness.on('change', this.othersMoved)
    document.addEventListener('scroll', this.send, { capture: true, passive: true })
    this.drawLater()
    this.send()
  }

  update(view: EditorView, before: EditorView['state']): void {
    if (view.state.doc !== before.doc) this.drawLater()
    const moved = view.state.doc !== before.doc || !view.state.selection.eq(before.selection)
    if (moved || view.editable !== this.editable) this.send()
    this.editable = view.editable
  }

  destroy(): void {
    this.handle.awareness.off('change', this.othersMoved)
    document.removeEventListener('scroll', this.send, { capture: true })
    clearTimeout(this.sending)
    cancelAnimationFrame(this.drawing)
    for (const flag of this.flags.values()) flag.lower()
  }

  private readonly othersMoved = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    for (const client of removed) this.flags.delete(client)
    if ([...added, ...updated, ...removed].some((client) => client !== this.handle.awareness.clientID)) this.drawLater()
  }

  private drawLater(): void {
    cancelAnimationFrame(this.drawing)
    this.drawing = requestAnimationFrame(() => this.draw())
  }

  /** Usually the marks have moved with the text already, and there is nothing to dispatch. */
  private draw(): void {
    // While a character is composed the text may be ahead of what is shown; places would be off.
    if (this.view.isDestroyed || this.view.composing) return
    readCaret(this.view)
    const marks = caretsIn(this.handle, this.view).flatMap((caret) => this.marksOf(caret))
    if (places(marks) === places(this.layer.drawn(this.view))) return
    this.view.dispatch(this.layer.set(this.view.state.tr, marks))
  }

  private marksOf(caret: Caret): Decoration[] {
    const { client, name, swatch, anchor, head } = caret
    let flag = this.flags.get(client)
    if (!flag?.shows(name, swatch)) {
      flag = new CaretFlag(name, swatch)
      this.flags.set(client, flag)
    }
    flag.moved(`${anchor} ${head}`)
    const { dom } = flag
    const mark = Decoration.widget(head, dom, {
      key: `${client} ${swatch} ${name}`,
      side: 1,
      ignoreSelection: true,
      raw: true,
    })
    if (anchor === head) return [mark]
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    return [mark, Decoration.inline(from, to, { class: `theirs p${swatch}` }, { key: `${client} ${swatch}` })]
  }

  private readonly send = (): void => {
    this.sending ??= setTimeout(() => {
      this.sending = undefined
      this.sendNow()
    }, SEND_MS)
  }

  private sendNow(): void {
    const { awareness, text } = this.handle
    if (this.view.isDestroyed || this.view.composing || awareness.getLocalState() === null) return
    const { doc, selection } = this.view.state
    const cursor = this.view.editable && text.length > 0 ? relativeSelection(text, doc, selection) : null
    if (JSON.stringify(cursor) !== this.sentCursor) {
      this.sentCursor = JSON.stringify(cursor)
      awareness.setLocalStateField('cursor', cursor)
    }
    const line = firstLineInView(this.view)
    if (line !== this.sentLine) {
      this.sentLine = line
      awareness.setLocalStateField('view', { line })
    }
  }
}

/** The small flag on a caret with the person's name, which shows after a move and under the pointer. */
class CaretFlag {
  readonly dom: HTMLElement
  private readonly name: string
  private readonly swatch: number
  private place = ''
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(name: string, swatch: number) {
    this.name = name
    this.swatch = swatch
    this.dom = document.createElement('span')
    this.dom.className = `caret p${swatch}`
    this.dom.setAttribute('aria-hidden', 'true')
    // Drawn by CSS: as text it would be found, read out and walked through by the caret.
    this.dom.dataset.name = name
  }

  shows(name: string, swatch: number): boolean {
    return this.name === name && this.swatch === swatch
  }

  moved(place: string): void {
    if (place === this.place) return
    this.place = place
    this.dom.classList.add('moved')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.lower(), NAME_MS)
  }

  lower(): void {
    clearTimeout(this.timer)
    this.dom.classList.remove('moved')
  }
}

function places(marks: readonly Decoration[]): string {
  return marks
    .map(({ from, to, spec }) => `${from} ${to} ${spec.key}`)
    .sort()
    .join()
}

/** The carets of other people that can be read; those of one's own other tabs are left out. */
export function caretsIn({ awareness, me, text }: EditorHandle, view: EditorView): Caret[] {
  const carets: Caret[] = []
  for (const [client, state] of awareness.getStates()) {
    const user = field(state, 'user')
    const [id, name, swatch] = [field(user, 'id'), field(user, 'name'), field(user, 'swatch')]
    if (client === awareness.clientID || id === me.id || typeof name !== 'string') continue
    const place = readSelection(field(state, 'cursor'), text, view.state.doc)
    if (!place) continue
    const isSwatch = Number.isInteger(swatch) && (swatch as number) >= 1 && (swatch as number) <= 8
    carets.push({ client, name: name.slice(0, 40), swatch: isSwatch ? (swatch as number) : 1, ...place })
  }
  return carets
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
