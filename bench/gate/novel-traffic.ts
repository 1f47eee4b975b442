/** A novel as the server has it, and what honest people do to it, as updates made by Yjs. */
import * as Y from 'yjs'
import { RoomLog } from '../../server/rooms/room-log.ts'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { typedNovel } from '../rooms/opening.ts'

const FIRST_AUTHOR = 1

/** The leading "\n" as a stored snapshot, and everything typed as its tail. */
export function novelLog(words: number, updates: number): RoomLog {
  const seed = new Y.Doc()
  seed.clientID = FIRST_AUTHOR
  seed.getText(TEXT_ROOT).insert(0, '\n')
  const snapshot = Y.encodeStateAsUpdate(seed)
  return new RoomLog({
    snapshot,
    stateVector: Y.encodeStateVector(seed),
    upto: 0,
    tail: typedNovel(words, updates).map((update, index) => ({ seq: index + 1, update })),
    clients: new Map([[FIRST_AUTHOR, '']]),
  })
}

export const HABITS = ['typing', 'scattered clicks', 'formatting', 'paste'] as const
/** `letters`: one insertion of one letter for each act, so that an act is a clock. */
export type Habit = (typeof HABITS)[number] | 'letters'

const PARAGRAPH = `${'The house was quiet until morning. '.repeat(12)}\n`

/** What one person who is in step with `whole` sends, one update for each act, at most `acts` of them. */
export function actsOf(whole: Uint8Array, client: number, habit: Habit, acts: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  const text = doc.getText(TEXT_ROOT)
  Y.applyUpdate(doc, whole)
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  let state = client
  const below = (end: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  let place = 1 + below(text.length)
  for (let act = 0; sent.length < acts; act += 1) {
    switch (habit) {
      case 'typing':
        // Somewhere else for each sentence, and a slip of the finger now and then.
        if (act % 80 === 79) place = 1 + below(text.length)
        if (act % 17 === 16 && place > 2) text.delete(--place, 1)
        else text.insert(place++, 'e', {})
        break
      case 'letters':
        if (act % 7 === 6) place = 1 + below(text.length)
        text.insert(place++, 'e', {})
        break
      case 'scattered clicks':
        text.insert(1 + below(text.length), 'e', {})
        break
      case 'formatting': {
        const at = 1 + below(text.length - 60)
        text.format(at, 1 + below(50), {
          [['bold', 'italic', 'strike'][below(3)] ?? 'bold']: below(3) > 0 ? true : null,
        })
        break
      }
      case 'paste':
        text.insert(1 + below(text.length), PARAGRAPH.repeat(8), {})
    }
  }
  doc.destroy()
  return sent
}
