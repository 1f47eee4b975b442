/**
 * The keys of the text. Letters are matched by what the key produces, never by where it is; where a layout turns Ctrl
 * Alt into a character, the character wins. Tab is not here: it leaves the text. Nothing is matched while composing.
 */
import { type Command, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { MarkName } from '../../shared/story/attributes.ts'
import { readSelection } from './caret-read.ts'
import {
  eraseSelection,
  insertSceneGap,
  joinBackward,
  joinForward,
  splitLine,
  toggleHeading,
  toggleMark,
} from './commands.ts'
import type { StoryUndo } from './undo.ts'

type Press = (view: EditorView) => boolean

/** `Mod` is Ctrl, and Cmd on a Mac; `Mod-Alt` is Ctrl Cmd there, since Cmd Option opens developer tools. */
export function keyName(event: KeyboardEvent, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey
  const alt = mac ? event.metaKey && event.ctrlKey : event.altKey
  const other = mac ? event.altKey || (event.ctrlKey && !event.metaKey) : event.metaKey
  const key = event.key.length === 1 ? letterOf(event, mod && !alt) : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(key))
  return [other && 'Other', mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('-')
}

export function keysPlugin(usualGap: number, undoing: StoryUndo): Plugin {
  const keys = keyTable(usualGap, undoing)
  const mac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (view.composing || event.isComposing) return false
        const act = keys.get(keyName(event, mac))
        if (!act) return false
        readSelection(view)
        return act(view)
      },
      handleDOMEvents: {
        // The browser's own menu and a phone's gestures come this way, not as keys.
        beforeinput(view, event) {
          const act = inputActs(undoing)[event.inputType]
          if (!act || !view.editable) return false
          event.preventDefault()
          act(view)
          return true
        },
      },
    },
  })
}

function keyTable(usualGap: number, undoing: StoryUndo): Map<string, Press> {
  const undo = always((view) => undoing.undo(view))
  const redo = always((view) => undoing.redo(view))
  const back = firstOf(eraseSelection, joinBackward(usualGap))
  const forward = firstOf(eraseSelection, joinForward(usualGap))
  const table: Record<string, Press> = {
    Enter: press(splitLine(null)),
    'Shift-Enter': press(splitLine(usualGap > 1 ? 1 : null)),
    'Mod-Alt-Enter': press(insertSceneGap(usualGap)),
    Backspace: back,
    'Shift-Backspace': back,
    'Mod-Backspace': back,
    Delete: forward,
    'Mod-Delete': forward,
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
    'Mod-b': markKey('bold'),
    'Mod-i': markKey('italic'),
    'Mod-Shift-x': markKey('strike'),
  }
  for (let level = 0; level <= 6; level += 1) table[`Mod-Alt-${level}`] = always(press(toggleHeading(level)))
  return new Map(Object.entries(table))
}

function inputActs(undoing: StoryUndo): Record<string, Press> {
  return {
    historyUndo: (view) => undoing.undo(view),
    historyRedo: (view) => undoing.redo(view),
    formatBold: markKey('bold'),
    formatItalic: markKey('italic'),
    formatStrikeThrough: markKey('strike'),
    // No other format exists here; the browser must not make one.
    formatUnderline: () => true,
  }
}

function markKey(name: MarkName): Press {
  return always(press(toggleMark(name)))
}

function press(command: Command): Press {
  return (view) => command(view.state, view.dispatch, view)
}

function firstOf(...commands: Command[]): Press {
  return (view) => commands.some((command) => press(command)(view))
}

/** The key is taken even when there is nothing to do, so that the browser does not do something else. */
function always(act: Press): Press {
  return (view) => {
    act(view)
    return true
  }
}

/** On a keyboard of another script Ctrl goes with the Latin letter of the key, as everywhere on that system. */
function letterOf(event: KeyboardEvent, withMod: boolean): string {
  const letter = event.key.toLowerCase()
  if (!withMod || letter.charCodeAt(0) < 0x80) return letter
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : letter
}
