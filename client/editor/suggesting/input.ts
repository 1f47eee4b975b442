/** What suggesting mode takes from keys, the browser's own ways to edit, the clipboard and composing, before anybody else. */
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readSelection } from '../caret-read.ts'
import { keyName } from '../keys.ts'
import { copied } from './copied.ts'
import { type Direction, erase, type Unit } from './erase.ts'

/** Longer than ProseMirror waits after a composition before it reads the line again. Milliseconds. */
const COMPOSED_MS = 40

/** What is done to the mode from here. */
export interface Input {
  undo(): boolean
  redo(): boolean
  finish(): void
  composed(): void
}

export function inputPlugin(mode: Input, usualGap: number): Plugin {
  const mac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
  return new Plugin({
    props: {
      transformCopied: copied,
      handleKeyDown(view, event) {
        if (view.composing || event.isComposing) return false
        const act = KEYS[keyName(event, mac)]
        if (!act || (act.word && mac)) return false
        readSelection(view)
        act.press(mode, view, usualGap)
        return true
      },
      handleDOMEvents: {
        beforeinput(view, event) {
          if (!view.editable || view.composing || event.isComposing || !event.cancelable) return false
          if (!input(mode, view, event, usualGap)) return false
          event.preventDefault()
          return true
        },
        compositionend() {
          setTimeout(mode.composed, COMPOSED_MS)
          return false
        },
        blur() {
          // A composition is over when the text has lost the keyboard, whatever the input method says.
          setTimeout(mode.composed, COMPOSED_MS)
          return false
        },
      },
    },
  })
}

interface Key {
  word?: boolean
  press(mode: Input, view: EditorView, usualGap: number): void
}

const KEYS: Readonly<Record<string, Key>> = {
  'Mod-z': { press: (mode) => mode.undo() },
  'Mod-Shift-z': { press: (mode) => mode.redo() },
  'Mod-y': { press: (mode) => mode.redo() },
  Backspace: erasing('backward', 'letter'),
  'Shift-Backspace': erasing('backward', 'letter'),
  'Mod-Backspace': erasing('backward', 'word'),
  Delete: erasing('forward', 'letter'),
  'Mod-Delete': erasing('forward', 'word'),
}

function erasing(direction: Direction, unit: Unit): Key {
  return { word: unit === 'word', press: (_, view, usualGap) => erase(view, direction, unit, usualGap) }
}

const ERASING: Readonly<Record<string, [Direction, Unit]>> = {
  deleteContentBackward: ['backward', 'letter'],
  deleteContentForward: ['forward', 'letter'],
  deleteWordBackward: ['backward', 'word'],
  deleteWordForward: ['forward', 'word'],
}

/** True when it was done here. What the browser does inside struck words could not be told from typing afterwards. */
function input(mode: Input, view: EditorView, event: InputEvent, usualGap: number): boolean {
  const { inputType } = event
  if (inputType === 'historyUndo') mode.undo()
  else if (inputType === 'historyRedo') mode.redo()
  else if (ERASING[inputType]) erase(view, ...ERASING[inputType], usualGap)
  else if (/^delete(SoftLine|HardLine|EntireSoftLine|Content$)/.test(inputType)) return replaceTarget(view, event, '')
  else if (inputType === 'insertReplacementText') {
    return replaceTarget(view, event, event.dataTransfer?.getData('text/plain') ?? event.data ?? '')
  } else return false
  return true
}

/** The words that the browser means, which need not be the selection. */
function replaceTarget(view: EditorView, event: InputEvent, text: string): boolean {
  const [range] = event.getTargetRanges()
  if (!range) return false
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  const to = view.posAtDOM(range.endContainer, range.endOffset)
  const transaction = view.state.tr.insertText(text, from, to)
  const caret = transaction.doc.resolve(transaction.mapping.map(to))
  view.dispatch(transaction.setSelection(TextSelection.near(caret)).scrollIntoView())
  return true
}
