/**
 * Opens a story for a page: the text from this browser's store at once, then from the server, kept in step with both,
 * with a save state that is always true. The page closes the handle when it leaves the story.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Refusal } from '../../shared/refusals.ts'
import { may, type Role } from '../../shared/roles.ts'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import type { Story } from '../../shared/wire/api.ts'
import { CLOSE } from '../../shared/wire/frames.ts'
import type { Person } from '../../shared/wire/people.ts'
import { holdsUnsaved } from './forget-kept.ts'
import { Keep } from './keep.ts'
import { forgetKept, openKeptDatabase } from './kept-database.ts'
import { askStory, askWhoIAm, forgetStory, lastStory } from './last-answers.ts'
import { type PresentPerson, watchPresence } from './presence.ts'
import { connectRoom, type RoomConnection } from './room-socket.ts'
import type { SaveState } from './save-state.ts'
import { SaveTracker } from './save-tracker.ts'
import { insertedWords, unsavedWords } from './unsaved-words.ts'

export interface StoryHandle {
  /** As the server last described it. */
  readonly story: Story
  readonly me: Person
  readonly role: Role
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly awareness: Awareness
  /** The story's usual gap. */
  readonly gap: number
  readonly save: ReadonlySignal<SaveState>
  readonly people: ReadonlySignal<readonly PresentPerson[]>
  /** True once the server turned out to hold another text under this id (restored from a backup): open the story anew. */
  readonly replaced: ReadonlySignal<boolean>
  /** Null as a rule. Else what this browser kept was spoilt and is set aside: what one had typed there and not sent, or "". */
  readonly aside: string | null
  /** Resolves when the first content is there, from this browser or from the server. Never rejects. */
  readonly ready: Promise<void>
  /** The words of this person that are not on the server, for "Copy my words"; "" when all are. */
  unsaved(): string
  /** Ends the connection and the presence; resolves when what was typed is kept. */
  close(): Promise<void>
}

/**
 * Rejects with a Refusal (`signed-out`, `not-found`, `unavailable`…) whose message can be shown as it is. A story that
 * the server no longer shows still opens, without a connection, while this browser holds words that were never saved.
 */
export async function openStory(id: string): Promise<StoryHandle> {
  const asked = askStory(id)
  asked.catch(() => undefined) // judged below, after the session's answer
  const me = await askWhoIAm()
  try {
    return await open(await asked, me, null)
  } catch (error) {
    if (!(error instanceof Refusal) || !BARRED.includes(error.code)) throw error
    const last = lastStory(id)
    if (last && (await holdsUnsaved(me.id, id))) return open(last, me, error.message)
    forgetStory(id)
    await forgetKept(me.id, id)
    throw error
  }
}

const BARRED: readonly string[] = ['not-found', 'forbidden', 'gone']

const ENDED: Record<number, string> = {
  [CLOSE.signedOut]: 'You were signed out here. Sign in again to save; your words are kept in this browser.',
  [CLOSE.forbidden]: 'You may no longer work on this story. Copy your words if you need them.',
  [CLOSE.gone]: 'This story was deleted. Copy your words if you need them.',
}

const REPLACED =
  'The server holds another version of this story: it was restored or replaced. What this browser had is kept aside. Copy your words, then reload the page.'

async function open(story: Story, me: Person, barred: string | null): Promise<StoryHandle> {
  const tracker = new SaveTracker()
  const channel = new BroadcastChannel(`galley/${me.id}/${story.id}`)
  const { doc, keep, filled, aside } = await fill(story, me, tracker, channel)
  const text = doc.getText(TEXT_ROOT)
  const awareness = new Awareness(doc)
  const presence = watchPresence(awareness, text, me)
  const replaced = signal(false)
  let arrived: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    arrived = resolve
  })
  if (filled || barred !== null) arrived()

  let connection: RoomConnection | null = null
  /** A socket that is refused does not say why; the story's own address does. */
  const knock = async () => {
    try {
      await askStory(story.id)
    } catch (error) {
      if (!(error instanceof Refusal) || ![...BARRED, 'signed-out'].includes(error.code)) return
      connection?.close()
      tracker.tell({ type: 'ended', message: error.message, at: Date.now() })
    }
  }
  if (barred === null) {
    connection = connectRoom({
      origin: location.origin.replace(/^http/, 'ws'),
      story: story.id,
      doc,
      awareness,
      watch: {
        online: () => tracker.tell({ type: 'online', at: Date.now() }),
        offline(opened) {
          tracker.tell({ type: 'offline', at: Date.now() })
          if (!opened) void knock()
        },
        ended: (code) => tracker.tell({ type: 'ended', message: ENDED[code] ?? '', at: Date.now() }),
        sent: (frame) => tracker.tell({ type: 'sent', frame, at: Date.now() }),
        saved(frame) {
          tracker.tell({ type: 'saved', frame })
          keep.acknowledge(tracker.facts.acknowledged)
        },
        refused({ frame, code, message }) {
          tracker.tell({ type: 'refused', frame, message })
          // One update may be too large where the first exchange of a connection is not.
          if (code === 'too-large' && frame > 1) connection?.again()
        },
        synced: () => arrived(),
        async admit(server) {
          await keep.absorb()
          if (!keep.isAheadOf(server)) return true
          await keep.setAside()
          replaced.value = true
          tracker.tell({ type: 'ended', message: REPLACED, at: Date.now() })
          return false
        },
      },
    })
  } else {
    tracker.tell({ type: 'ended', message: barred, at: Date.now() })
  }

  channel.onmessage = () => {
    // Online, the other tab's edits come through the server.
    if (tracker.facts.link !== 'online') void keep.absorb()
  }
  // The browser's word about the network is a reason to look, not an answer.
  const look = () => {
    if (tracker.facts.link !== 'ended') connection?.again()
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (!tracker.mayLeave) event.preventDefault()
  }
  addEventListener('online', look)
  addEventListener('offline', look)
  addEventListener('beforeunload', warn)

  return {
    story,
    me,
    role: story.role,
    doc,
    text,
    awareness,
    gap: story.form.gap,
    save: tracker.state,
    people: presence.people,
    replaced,
    aside,
    ready,
    unsaved: () => unsavedWords(text, keep.unacknowledged()),
    async close() {
      removeEventListener('online', look)
      removeEventListener('offline', look)
      awareness.setLocalState(null)
      connection?.close()
      presence.stop()
      channel.close()
      await keep.close()
      removeEventListener('beforeunload', warn)
      tracker.stop()
      awareness.destroy()
      doc.destroy()
    },
  }
}

interface Filled {
  doc: Y.Doc
  keep: Keep
  filled: boolean
  aside: string | null
}

/** A document with what this browser kept; a new one when that was spoilt. */
async function fill(story: Story, me: Person, tracker: SaveTracker, channel: BroadcastChannel): Promise<Filled> {
  let aside: string | null = null
  for (let attempt = 1; ; attempt += 1) {
    const doc = new Y.Doc()
    const keep = new Keep(openKeptDatabase(me.id, story.id), doc, may(story.role, 'write'), {
      edited: (count) => tracker.tell({ type: 'edited', count, at: Date.now() }),
      kept: (through) => tracker.tell({ type: 'kept', through, at: Date.now() }),
      fault: (fault) => tracker.tell({ type: 'store', fault }),
      announce: () => channel.postMessage('kept'),
    })
    const found = await keep.begin({ read: attempt === 1 })
    if (found !== 'spoilt') return { doc, keep, filled: found === 'filled', aside }
    aside = insertedWords(keep.unacknowledged())
    doc.destroy()
  }
}
