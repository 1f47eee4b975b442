/** What every editor has to do, in the browser: open a novel, take one's own letters and somebody else's. */
import type { EditorView } from '@tiptap/pm/view'

export interface Contestant {
  /** The novel as a Yjs update, in this contestant's own shape. */
  novel(paragraphs: readonly string[]): Uint8Array
  /** Somebody else with the same novel: answers the update of one letter typed into that paragraph. */
  other(novel: Uint8Array): (paragraph: number) => Uint8Array
  open(novel: Uint8Array, place: HTMLElement): OpenEditor | Promise<OpenEditor>
}

export interface OpenEditor {
  view: EditorView
  /** An update that came from the server. */
  apply(update: Uint8Array): void
}

export interface Workload {
  paragraphs: number
  wordsEach: number
  keys: number
}

export interface Measured {
  /** From the bytes of the story to a first letter typed and laid out, milliseconds. */
  open: number
  /** One's own letter: until the document shows it, and until the page is laid out with it. */
  local: number[]
  localLaidOut: number[]
  remote: number[]
  remoteLaidOut: number[]
}

/** Puts `bench(workload)` on the page for the runner to call. */
export function offer(contestant: Contestant): void {
  Object.assign(window, { bench: (workload: Workload) => measure(contestant, workload) })
}

async function measure(contestant: Contestant, { paragraphs, wordsEach, keys }: Workload): Promise<Measured> {
  const random = dice(4711)
  const novel = contestant.novel(paragraphsOf(paragraphs, wordsEach, random))
  const someone = contestant.other(novel)
  const place = document.createElement('div')
  document.body.append(place)
  await calm()

  const start = performance.now()
  const editor = await contestant.open(novel, place)
  const { view } = editor
  while (view.state.doc.childCount < paragraphs) await calm()
  type(view, 0)
  layOut(view)
  const open = performance.now() - start

  const measured: Measured = { open, local: [], localLaidOut: [], remote: [], remoteLaidOut: [] }
  for (let key = -WARM_UP; key < keys; key += 1) {
    const own = random(paragraphs)
    const position = middleOf(view, own)
    await calm()
    const typed = timed(() => view.dispatch(view.state.tr.insertText('e', position)), view)
    const update = someone(random(paragraphs))
    const size = view.state.doc.content.size
    await calm()
    const from = performance.now()
    editor.apply(update)
    while (view.state.doc.content.size === size) await new Promise(requestAnimationFrame)
    const shown = performance.now() - from
    layOut(view)
    const laidOut = performance.now() - from
    if (key < 0) continue
    measured.local.push(typed.shown)
    measured.localLaidOut.push(typed.laidOut)
    measured.remote.push(shown)
    measured.remoteLaidOut.push(laidOut)
  }
  return measured
}

const WARM_UP = 20

function timed(act: () => void, view: EditorView): { shown: number; laidOut: number } {
  const start = performance.now()
  act()
  const shown = performance.now() - start
  layOut(view)
  return { shown, laidOut: performance.now() - start }
}

function type(view: EditorView, paragraph: number): void {
  view.dispatch(view.state.tr.insertText('e', middleOf(view, paragraph)))
}

function middleOf(view: EditorView, paragraph: number): number {
  let position = 0
  for (let index = 0; index < paragraph; index += 1) position += view.state.doc.child(index).nodeSize
  return position + Math.floor(view.state.doc.child(paragraph).nodeSize / 2)
}

/** Asking for a measure makes the browser lay out what has changed. */
function layOut(view: EditorView): void {
  view.dom.getBoundingClientRect()
}

/** Lets the browser finish what it has put off, so that it is in nobody's time. */
function calm(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })
}

function paragraphsOf(count: number, words: number, random: (below: number) => number): string[] {
  const vocabulary = ['the', 'house', 'was', 'quiet', 'until', 'morning', 'and', 'nobody', 'had', 'spoken', 'of', 'it']
  return Array.from({ length: count }, () =>
    Array.from({ length: words }, () => vocabulary[random(vocabulary.length)]).join(' '),
  )
}

/** The same numbers for everybody. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}
