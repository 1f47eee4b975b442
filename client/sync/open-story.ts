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
import { awaySentence } from './access-words.ts'
import { sendCommands } from './api.ts'
import { holdsUnsaved } from './forget-kept.ts'
import { Keep, lacks } from './keep.ts'
import { unsentRemarks } from './kept-aside.ts'
import { forgetKept, openKeptDatabase } from './kept-database.ts'
import { draftWords, forgetDrafts } from './kept-drafts.ts'
import { openKeptReview } from './kept-review-database.ts'
import { type Answer, askStory, askWhoIAm, forgetStory, lastStory } from './last-answers.ts'
import { type LeftWords, leftWords } from './left-words.ts'
import { type PresentPerson, watchPresence } from './presence.ts'
import type { OpenReview } from './review.ts'
import { ReviewSync } from './review-sync.ts'
import { connectRoom, type RoomConnection } from './room-socket.ts'
import type { SaveState } from './save-state.ts'
import { SaveTracker } from './save-tracker.ts'
import { type AccessChange, StoryAccess } from './story-access.ts'
import { insertedWords, unsavedWords } from './unsaved-words.ts'

export interface StoryHandle {
  /** As the server last described it. */
  readonly story: Story
  readonly me: Person
  /** Null once access has ended; what is here can still be read. */
  readonly role: ReadonlySignal<Role | null>
  /** The last change of the role during this visit. */
  readonly change: ReadonlySignal<AccessChange | null>
  /** What this person typed and the server will not take: set aside in this browser, to be taken away or discarded. */
  readonly left: ReadonlySignal<LeftWords | null>
  /** True once the document holds edits that the server refused: open the story anew. Nothing is sent or received any more. */
  readonly outdated: ReadonlySignal<boolean>
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly awareness: Awareness
  /** The story's usual gap. */
  readonly gap: number
  readonly save: ReadonlySignal<SaveState>
  readonly people: ReadonlySignal<readonly PresentPerson[]>
  readonly review: OpenReview
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
 * Rejects with a Refusal (`signed-out`, `not-found`, `unavailable`…) whose message can be shown as it is. Of a story that
 * the server no longer shows this browser keeps nothing but words that were never saved; kept-aside.ts lists those.
 */
export async function openStory(id: string): Promise<StoryHandle> {
  const asked = askStory(id)
  asked.catch(() => undefined) // judged below, after the session's answer
  const me = await askWhoIAm()
  try {
    return await open(await asked, me)
  } catch (error) {
    if (!(error instanceof Refusal) || !BARRED.includes(error.code)) throw error
    await letGo(id, me, error.message)
    throw error
  }
}

async function letGo(id: string, me: Person, why: string): Promise<void> {
  const drafts = draftWords(me.id, id)
  if (drafts !== '' || (await holdsUnsaved(me.id, id))) {
    const store = openKeptDatabase(me.id, id)
    const remarks = [await unsentRemarks(me.id, id), drafts].filter(Boolean).join('\n\n')
    const note = { title: lastStory(id)?.title ?? '', why, at: new Date().toISOString() }
    await store.setAside({ ...note, ...(remarks !== '' && { remarks }) })
    store.close()
  }
  forgetDrafts(me.id, id)
  forgetStory(id)
  await forgetKept(me.id, id)
}

const BARRED: readonly string[] = ['not-found', 'forbidden', 'gone']

const ENDED: Record<number, string> = {
  [CLOSE.signedOut]: 'You were signed out here. Sign in again to save; your words are kept in this browser.',
  [CLOSE.forbidden]: 'You may no longer work on this story.',
  [CLOSE.gone]: 'This story was deleted.',
}

const REPLACED_WHY = 'The server holds another version of this story: it was restored or replaced.'
const REPLACED = `${REPLACED_WHY} What this browser had is kept aside. Copy your words, then reload the page.`

const SPOILT = 'This browser’s copy of the story was damaged.'

async function open({ value: story, live }: Answer<Story>, me: Person): Promise<StoryHandle> {
  const channel = new BroadcastChannel(`galley/${me.id}/${story.id}`)
  const { doc, keep, tracker, filled, aside, left } = await fill(story, me, channel)
  const text = doc.getText(TEXT_ROOT)
  const awareness = new Awareness(doc)
  const presence = watchPresence(awareness, text, me)
  const access = new StoryAccess({ role: story.role, title: story.title, text, keep, tracker, left })
  let connection: RoomConnection | null = null
  let open = true
  const review = new ReviewSync({
    me: me.id,
    role: access.role,
    store: openKeptReview(me.id, story.id),
    post: (commands) => sendCommands(story.id, commands),
    applyText: (update) => Y.applyUpdate(doc, update, connection?.origin),
    askAfter: (seq) => connection?.askReview(seq),
    told: (notes) => tracker.tell({ type: 'notes', notes }),
    announce: () => {
      if (open) channel.postMessage('outbox')
    },
  })
  await review.begin()
  const replaced = signal(false)
  let arrived: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    arrived = resolve
  })
  if (filled) arrived()

  /** Other tabs have to see that what was kept is aside. */
  const tellAside = () => {
    if (open) channel.postMessage('aside')
  }
  const end = (message: string, signedOut: boolean) => {
    connection?.close()
    tracker.tell({ type: 'ended', message, at: Date.now() })
    void access.ended(message, { aside: !signedOut }).then(tellAside)
  }
  /** The document has what the server refused: the two are kept apart from now on. */
  const cut = () => {
    connection?.close()
    tracker.tell({ type: 'ended', message: access.change.peek()?.sentence ?? '', at: Date.now() })
    tellAside()
  }
  /** What the server says of the story now; null when it says nothing. The connection is over where it says no. */
  const ask = async (): Promise<Story | null> => {
    try {
      return (await askStory(story.id)).value
    } catch (error) {
      if (error instanceof Refusal && [...BARRED, 'signed-out'].includes(error.code)) {
        end(error.message, error.code === 'signed-out')
      }
      return null
    }
  }
  /** Whether the role is such that the document may be sent. Nobody tells a role that changed while nobody was connected. */
  const learn = async (): Promise<boolean> => {
    const now = await ask()
    if (now === null) return access.role.peek() !== null
    return access.learned(now.role)
  }
  let sureOfRole = live
  /** What the server must have, as known before it was asked what it has: other tabs type and are acknowledged meanwhile. */
  let hadBefore = new Map<number, number>()
  /** The last word of the room before it closed a connection. */
  let lastWord = ''
  connection = connectRoom({
    origin: location.origin.replace(/^http/, 'ws'),
    story: story.id,
    doc,
    awareness,
    watch: {
      connecting() {
        hadBefore = keep.acknowledged()
      },
      online() {
        lastWord = ''
        tracker.tell({ type: 'online', at: Date.now() })
        review.online()
      },
      offline(opened) {
        sureOfRole = false
        tracker.tell({ type: 'offline', at: Date.now() })
        review.offline()
        // A socket that is refused does not say why; the story's own address does.
        if (!opened) void ask()
      },
      ended: (code) => end(lastWord || (ENDED[code] ?? ''), code === CLOSE.signedOut),
      sent: (frame) => tracker.tell({ type: 'sent', frame, at: Date.now() }),
      saved(frame) {
        tracker.tell({ type: 'saved', frame })
        keep.acknowledge(tracker.facts.acknowledged)
      },
      refused({ frame, code, message }) {
        tracker.tell({ type: 'refused', frame, message })
        if (frame === 0) lastWord = message
        // One update may be too large where the first exchange of a connection is not.
        if (code === 'too-large' && frame > 1) connection?.again()
      },
      role: (frame) => void access.told(frame).then((good) => good || cut()),
      synced: () => arrived(),
      reviewAfter: () => review.after(),
      review: (frame, update) => review.take(frame, update),
      async admit(server) {
        await keep.absorb()
        if (!sureOfRole && !(await learn())) {
          if (access.role.peek() !== null) cut()
          return false
        }
        sureOfRole = true
        if (!lacks(server, hadBefore)) return true
        await keep.setAside({ title: story.title, why: REPLACED_WHY, at: new Date().toISOString() })
        replaced.value = true
        tracker.tell({ type: 'ended', message: REPLACED, at: Date.now() })
        return false
      },
    },
  })

  channel.onmessage = ({ data }) => {
    if (data === 'aside') {
      if (tracker.facts.link !== 'ended') void keep.renew()
      return
    }
    if (data === 'outbox') {
      void review.absorb()
      return
    }
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
    role: access.role,
    change: access.change,
    left: access.left,
    outdated: access.outdated,
    doc,
    text,
    awareness,
    gap: story.form.gap,
    save: tracker.state,
    people: presence.people,
    review,
    replaced,
    aside,
    ready,
    unsaved: () => [unsavedWords(text, keep.unacknowledged()), review.unsaved()].filter(Boolean).join('\n\n'),
    async close() {
      removeEventListener('online', look)
      removeEventListener('offline', look)
      awareness.setLocalState(null)
      connection?.close()
      presence.stop()
      await review.close()
      await keep.close()
      open = false
      channel.close()
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
  tracker: SaveTracker
  filled: boolean
  aside: string | null
  left: LeftWords | null
}

/** A document with what this browser kept; a new one when that was spoilt, or holds edits that may not be sent any more. */
async function fill(story: Story, me: Person, channel: BroadcastChannel): Promise<Filled> {
  let aside: string | null = null
  let left: LeftWords | null = null
  const at = new Date().toISOString()
  for (let attempt = 1; ; attempt += 1) {
    const doc = new Y.Doc()
    const tracker = new SaveTracker()
    const keep = new Keep(openKeptDatabase(me.id, story.id), doc, may(story.role, 'write'), {
      edited: (count) => tracker.tell({ type: 'edited', count, at: Date.now() }),
      kept: (through) => tracker.tell({ type: 'kept', through, at: Date.now() }),
      fault: (fault) => tracker.tell({ type: 'store', fault }),
      announce: () => channel.postMessage('kept'),
    })
    const note = (found: 'spoilt' | 'barred') => ({
      title: story.title,
      why: found === 'spoilt' ? SPOILT : awaySentence(story.role),
      at,
    })
    const found = await keep.begin({ read: attempt === 1, note })
    if (found === 'filled' || found === 'empty') return { doc, keep, tracker, filled: found === 'filled', aside, left }
    if (found === 'spoilt') aside = insertedWords(keep.unacknowledged())
    else left = leftWords(note(found), doc.getText(TEXT_ROOT), keep.unacknowledged(), keep.aside)
    tracker.stop()
    doc.destroy()
  }
}
