/**
 * Random sessions of real Yjs clients around one room: several accounts with several tabs, going offline and coming
 * back, typing, deleting, formatting, splitting, joining, undoing. Everything they send is handed to a callback.
 */
import * as Y from 'yjs'
import { encodeStateVector } from '../../server/rooms/encode-update.ts'
import type { Verdict } from '../../server/rooms/gate.ts'
import { judge, STEP2_LIMITS, UPDATE_LIMITS } from '../../server/rooms/gate.ts'
import { RoomLog } from '../../server/rooms/room-log.ts'
import { TextIndex } from '../../server/rooms/text-index.ts'
import { readUpdate } from '../../server/rooms/update-structs.ts'
import type { Role } from '../../shared/roles.ts'
import { draftOfDoc, encodeStory } from '../../shared/story/story-doc.ts'
import { unitsOfDoc, unitsOfOrder } from './item-order.ts'
import { SEED_CLIENT } from './room-under-test.ts'

/** Mulberry32: small, fast, and the same everywhere. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function freshLog(
  lines = ['A title', 'It was a dark night.', '', 'He said nothing \u{1f600} at all.'],
): RoomLog {
  const snapshot = encodeStory({ lines: lines.map((text) => ({ spans: text ? [{ text }] : [] })) }, SEED_CLIENT)
  return new RoomLog({
    snapshot,
    stateVector: Y.encodeStateVectorFromUpdate(snapshot),
    upto: 0,
    tail: [],
    clients: new Map([[SEED_CLIENT, '']]),
  })
}

interface Tab {
  account: string
  role: Role
  doc: Y.Doc
  text: Y.Text
  undo: Y.UndoManager
  online: boolean
  /** Sent by the client, not yet at the server; sent by the server, not yet at the client. */
  up: { step2: boolean; bytes: Uint8Array }[]
  down: Uint8Array[]
}

export interface Tally {
  frames: number
  passed: number
  nothing: number
  readers: number
  early: number
  kinds: Record<string, number>
  failures: string[]
}

/** Plays one session; every verdict that is not a pass is a failure. At the end all tabs must agree with the log. */
export function play(seed: number, steps: number): Tally {
  const random = dice(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const below = (end: number) => Math.floor(random() * end)
  const log = freshLog()
  const tally: Tally = { frames: 0, passed: 0, nothing: 0, readers: 0, early: 0, kinds: {}, failures: [] }
  const tabs: Tab[] = []
  let seq = 0

  const open = (account: string, role: Role): Tab => {
    const doc = new Y.Doc()
    doc.clientID = 1 + below(2 ** 32 - 2)
    const text = doc.getText('text')
    const undo = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set(['user']) })
    const tab: Tab = { account, role, doc, text, undo, online: false, up: [], down: [] }
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && tab.online) tab.up.push({ step2: false, bytes })
    })
    tabs.push(tab)
    return tab
  }
  const connect = (tab: Tab) => {
    tab.online = true
    tab.up.push({ step2: true, bytes: Y.encodeStateAsUpdate(tab.doc, log.stateVector()) })
    tab.down.push(log.answer(Y.encodeStateVector(tab.doc)))
  }
  const disconnect = (tab: Tab) => {
    tab.online = false
    tab.up = []
    tab.down = []
  }
  const deliverUp = (tab: Tab) => {
    const frame = tab.up.shift()
    if (!frame) return
    tally.frames++
    const state = encodeStateVector(log.clocks)
    const verdict = judge(
      frame.bytes,
      log,
      { id: tab.account, role: tab.role },
      frame.step2 ? STEP2_LIMITS : UPDATE_LIMITS,
    )
    tallyVerdict(tally, seed, verdict, frame.bytes, state)
    if (verdict.kind !== 'pass') return
    if (tab.role === 'reader') tally.readers++
    if (!verdict.update) {
      tally.nothing++
      return
    }
    tally.passed++
    seq++
    log.extend([{ seq, update: verdict.update }])
    for (const { kind } of readUpdate(verdict.update, 1e6).sections.flatMap(({ structs }) => structs)) {
      tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1
    }
    for (const other of tabs) if (other !== tab && other.online) other.down.push(verdict.update)
  }
  const deliverDown = (tab: Tab) => {
    const bytes = tab.down.shift()
    if (bytes) Y.applyUpdate(tab.doc, bytes, 'server')
  }

  for (const [account, role] of ACCOUNTS) connect(open(account, role))
  for (const tab of tabs) while (tab.down.length > 0) deliverDown(tab)
  for (let step = 0; step < steps; step++) {
    const tab = pick(tabs)
    const dice100 = below(100)
    if (dice100 < 45) edit(tab, below, pick)
    else if (dice100 < 67) deliverUp(tab)
    else if (dice100 < 89) deliverDown(tab)
    else if (dice100 < 93) {
      // Everything still on its way was sent on the old connection and is lost with it.
      if (tab.online) disconnect(tab)
      else connect(tab)
    } else if (dice100 < 95) {
      if (tabs.length < 9) {
        const [account, role] = pick(ACCOUNTS)
        connect(open(account, role))
      }
    } else if (dice100 < 97) {
      if (log.tailRows > 0) log.compacted(log.head, Y.encodeStateAsUpdate(docOf(log)))
    } else if (tab.role !== 'reader' && tab.text.length > 1) {
      if (below(3) > 0) tab.undo.undo()
      else tab.undo.redo()
    }
  }
  for (const tab of tabs) if (!tab.online) connect(tab)
  for (let moving = true; moving; ) {
    moving = false
    for (const tab of tabs) {
      while (tab.up.length > 0 || tab.down.length > 0) {
        deliverDown(tab)
        deliverUp(tab)
        moving = true
      }
    }
  }
  const stored = docOf(log)
  // As drafts: redundant marks, which Yjs tidies up here and there, cut a delta into more runs.
  const truth = JSON.stringify(draftOfDoc(stored))
  const words = stored.getText('text').toString()
  for (const tab of tabs) {
    // What Yjs tidies up for a reader stays with the reader, and in rare races it is more than redundant.
    const same = tab.role === 'reader' ? tab.text.toString() === words : JSON.stringify(draftOfDoc(tab.doc)) === truth
    if (!same) tally.failures.push(`seed ${seed}: ${tab.account} diverged from the log`)
  }
  const order = unitsOfDoc(stored)
  if (unitsOfOrder(log.text().order).join() !== order.join())
    tally.failures.push(`seed ${seed}: the gate’s order of the text is not Yjs’s`)
  const readBack = TextIndex.of([log.state.snapshot, ...log.state.updates])
  if (unitsOfOrder(readBack.order).join() !== order.join())
    tally.failures.push(`seed ${seed}: the order read back from the log is not Yjs’s`)
  if (words.includes('\ufffd')) tally.failures.push(`seed ${seed}: a pair was cut`)
  const vector = Y.decodeStateVector(Y.encodeStateVector(stored))
  for (const [client, clock] of log.clocks) {
    if ((vector.get(client) ?? 0) !== clock) tally.failures.push(`seed ${seed}: clock of ${client} is wrong`)
  }
  for (const tab of tabs) tab.doc.destroy()
  return tally
}

const ACCOUNTS: readonly [string, Role][] = [
  ['ann', 'editor'],
  ['bob', 'maintainer'],
  ['ann', 'editor'],
  ['rae', 'reader'],
]

function tallyVerdict(tally: Tally, seed: number, verdict: Verdict, bytes: Uint8Array, state: Uint8Array): void {
  if (verdict.kind === 'pass') return
  if (verdict.kind === 'early') tally.early++
  const why = 'message' in verdict ? verdict.message : ''
  tally.failures.push(
    `seed ${seed}: ${verdict.kind} ${why} ${Buffer.from(bytes).toString('hex')} at ${Buffer.from(state).toString('hex')}`,
  )
}

/** Exactly what the log says: a text that is fetched before the updates are applied would be tidied up by Yjs. */
function docOf(log: RoomLog): Y.Doc {
  const doc = new Y.Doc()
  const { snapshot, updates } = log.state
  for (const bytes of [snapshot, ...updates]) Y.applyUpdate(doc, bytes)
  return doc
}

function edit({ role, doc, text }: Tab, below: (end: number) => number, pick: <T>(from: readonly T[]) => T): void {
  if (role === 'reader' || text.length === 0) return
  // Yjs itself diverges when a pair of surrogates is cut; the editor never does that.
  const now = text.toString()
  const whole = (index: number) => (/[\udc00-\udfff]/.test(now[index] ?? '') ? index + 1 : index)
  const at = whole(1 + below(text.length))
  const length = whole(Math.min(text.length, at + 1 + below(8))) - at
  doc.transact(() => {
    switch (below(9)) {
      case 0:
      case 1:
      case 2:
        text.insert(at, pick(['e', 'two words', 'ü\u{1f600}ß', '—', '\t']), {})
        break
      case 3:
        text.applyDelta([
          { retain: at },
          { insert: 'bold', attributes: { bold: true } },
          { insert: '\n', attributes: { gap: 1 + below(3) } },
        ])
        break
      case 4:
      case 5:
        if (length > 0) text.delete(at, length)
        break
      case 6:
        if (length > 0) text.format(at, length, { [pick(['bold', 'italic', 'strike'])]: pick([true, null]) })
        break
      case 7: {
        const line = now.indexOf('\n', below(text.length))
        if (line >= 0)
          text.format(line, 1, pick([{ gap: 3 }, { gap: null }, { block: 2 }, { block: null }, { eol: 'w' }]))
        break
      }
      default: {
        // Everything but the leading line end replaced, as by "replace all" or a big paste.
        if (below(12) > 0) break
        text.delete(1, text.length - 1)
        text.applyDelta([
          { retain: 1 },
          { insert: 'Anew.\n', attributes: {} },
          { insert: 'x'.repeat(below(400)), attributes: {} },
        ])
      }
    }
  }, 'user')
}
