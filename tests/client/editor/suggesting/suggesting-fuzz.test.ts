/**
 * Random lives of one suggesting author among editors who write and decide. SUGGEST_SEED=… replays one life, SUGGEST_RUNS=…
 * sets how many there are. The nine laws are those of suggesting mode; each is checked after every step where it can be.
 */
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeltaOp } from '../../../../client/editor/delta-diff.ts'
import { compose } from '../../../../client/editor/suggesting/compose.ts'
import { runsOf } from '../../../../client/editor/suggesting/display.ts'
import { deltaOfTransaction } from '../../../../client/editor/suggesting/display-delta.ts'
import type { OwnProposal, Proposal } from '../../../../client/editor/suggesting/records.ts'
import { PROPOSAL, tokenOf } from '../../../../client/editor/suggesting/token.ts'
import { type Base, sameBase, wordsOf } from '../../../../shared/review/change.ts'
import { standingsOf } from '../../../../shared/story/places.ts'
import { pick, type Random, randomEdit, randomSelection, seededRandom } from '../../../kit/editor-edits.ts'
import { fuzzSeeds, LOW_WATER } from '../../../kit/fuzz-start.ts'
import {
  accepted,
  checkDocument,
  rejected,
  SuggestingDesk,
  visibleCaret,
  written,
} from '../../../kit/suggesting-desk.ts'
import { acceptInto, legalRun, legalRuns, SuggestingRoom } from '../../../kit/suggesting-room.ts'

const OPS = 80
const SEEDS = fuzzSeeds('SUGGEST', 16)

test(`an author alone: the laws hold (${SEEDS.length * OPS} edits)`, { timeout: 600_000 }, () => {
  for (const seed of SEEDS) live(seed, false)
})

test(`an author among editors: the laws hold (${SEEDS.length * OPS} steps)`, { timeout: 600_000 }, () => {
  for (const seed of SEEDS) live(seed, true)
})

function live(seed: number, others: boolean): void {
  const life = new Life(seed)
  try {
    for (let op = 0; op < OPS; op += 1) life.step(others)
    life.acceptAll()
  } catch (error) {
    throw new Error(`SUGGEST_SEED=${seed} after ${life.log.slice(-8).join(' · ')}`, { cause: error })
  } finally {
    life.desk.destroy()
  }
}

class Life {
  readonly log: string[] = []
  desk = new SuggestingDesk(LOW_WATER)
  private readonly random: Random
  private readonly room = new SuggestingRoom(LOW_WATER)
  /** Told by the author, not yet heard by the room. */
  private readonly mail: { changed: OwnProposal[]; withdrawn: string[] }[] = []
  private heardIds = 0
  private lives = 0

  constructor(seed: number) {
    this.random = seededRandom(seed)
  }

  step(others: boolean): void {
    const dice = this.random(100)
    if (dice < 8) this.travel(this.random(3) === 0 ? 'redo' : 'undo')
    else if (dice < 12) this.desk.view.dispatch(randomSelection(this.desk.state, this.random))
    else if (dice < 18) this.compose(others)
    else if (!others || dice < 60) this.edit()
    else if (dice < 74) this.remote()
    else if (dice < 86) this.decide()
    else if (dice < 98) this.receive()
    else this.reload()
    if (others && this.random(3) === 0) this.deliver()
    this.check()
  }

  private edit(): void {
    const { desk, random } = this
    const before = desk.state
    const wholeText = snapshot(desk)
    const { name, transaction } = randomEdit(before, random)
    this.log.push(`${name} on ${written(before.doc)}`)
    const wished = acceptedAfter(before.doc, deltaOfTransaction(transaction))
    desk.view.dispatch(closeHistory(transaction).setMeta('undoStep', true))
    expect(snapshot(desk), 'the text').toBe(wholeText)
    if (!sameBase(accepted(desk.state.doc), wished)) {
      throw new Error(
        `accepted:\n${JSON.stringify(accepted(desk.state.doc))}\ndone directly:\n${JSON.stringify(wished)}`,
      )
    }
    const after = desk.state.doc
    if (after.eq(before.doc)) return
    desk.mode.undo()
    same(desk.state.doc, before.doc, 'undo right after an edit')
    desk.mode.redo()
    same(desk.state.doc, after, 'redo right after undo')
  }

  /** Raw steps in one go, while frames come in; put in order at its end. */
  private compose(others: boolean): void {
    const { desk, random } = this
    const wholeText = snapshot(desk)
    this.log.push(`compose on ${written(desk.state.doc)}`)
    const before = desk.state.doc
    let wished = accepted(before)
    let delta: DeltaOp[] = []
    desk.view.composing = true
    for (let count = random(4); count >= 0; count -= 1) {
      const { transaction } = randomEdit(desk.state, random)
      delta = compose(delta, deltaOfTransaction(transaction))
      wished = acceptedAfter(before, delta)
      desk.view.dispatch(transaction)
    }
    expect(snapshot(desk), 'the text while composing').toBe(wholeText)
    const held = others && random(2) === 0
    if (held) this.receive(true)
    desk.view.composing = false
    desk.mode.composed()
    if (!held && !sameBase(accepted(desk.state.doc), wished)) {
      throw new Error(
        `composed:\n${JSON.stringify(accepted(desk.state.doc))}\ndone directly:\n${JSON.stringify(wished)}`,
      )
    }
  }

  private travel(way: 'undo' | 'redo'): void {
    const wholeText = snapshot(this.desk)
    this.log.push(`${way} on ${written(this.desk.state.doc)}`)
    this.desk.mode[way]()
    expect(snapshot(this.desk), `the text after ${way}`).toBe(wholeText)
  }

  private remote(): void {
    const { random, room } = this
    room.edit((text) => {
      const at = 1 + random(text.length)
      const length = Math.min(random(6), text.length - at)
      const kind = random(4)
      if (kind === 0 && length > 0 && whole(text, at, length)) text.delete(at, length)
      else if (kind === 1 && length > 0 && whole(text, at, length))
        text.format(at, length, { [pick(random, ['bold', 'gap', 'block'])]: pick(random, [true, 2, null]) })
      else if (whole(text, at, 0)) text.insert(at, pick(random, ['x', 'mud ', '\n', 'a\nb', '字']), {})
    })
    this.log.push('others write')
  }

  private decide(): void {
    const { random, room } = this
    if (room.open.size === 0) return
    const record = pick(random, [...room.open.values()])
    if (random(3) === 0) room.reject(record)
    else if (!room.accept(record)) this.log.push('stale')
    this.log.push(`decided ${record.id}`)
  }

  /** The next frame reaches the author. */
  private receive(composing = false): void {
    const { desk, room } = this
    const frame = room.frames.shift()
    if (!frame) return
    const { update, decisions } = frame
    this.log.push(
      `receive ${decisions.map(({ id, accepted: yes }) => `${yes ? 'accept' : 'reject'} ${id}`)} on ${written(desk.state.doc)}`,
    )
    const apply = () => {
      if (update) Y.applyUpdate(desk.doc, update)
    }
    if (decisions.length === 0) {
      apply()
      return
    }
    const [decision] = decisions
    const seen = accepted(desk.state.doc)
    const caret = visibleCaret(desk.state)
    // What the author took back meanwhile, all of it or a part, is not seen; then its acceptance is somebody else's edit.
    const now = desk.records().find(({ id }) => id === decision!.id)
    const lives = now !== undefined && holdsAll(now, decision!)
    desk.mode.settle(decisions, apply)
    for (const { id } of decisions) desk.told.delete(id)
    if (composing || !decision!.accepted || !lives) return
    if (!sameBase(accepted(desk.state.doc), seen)) {
      throw new Error(
        `accepting changed what is seen:\n${JSON.stringify(seen)}\n${JSON.stringify(accepted(desk.state.doc))}`,
      )
    }
    expect(visibleCaret(desk.state), 'the caret after accepting').toBe(caret)
  }

  /** What the author told so far, or some of it, reaches the room. */
  private deliver(): void {
    const { desk } = this
    const records = desk.records()
    const changed = records.filter((record) => this.room.open.get(record.id) !== record)
    this.mail.push({ changed, withdrawn: desk.withdrawn.slice(this.heardIds).map(({ id }) => id) })
    this.heardIds = desk.withdrawn.length
    while (this.mail.length > 0 && this.random(2) === 0) {
      const { changed: now, withdrawn } = this.mail.shift()!
      this.room.hear(now, withdrawn)
    }
  }

  private reload(): void {
    const { desk } = this
    const records = desk.records()
    const state = Y.encodeStateAsUpdate(desk.doc)
    const before = desk.state.doc
    this.lives += 1
    this.heardIds = 0
    const unheard = desk.withdrawn.map(({ id }) => id)
    this.mail.push({ changed: [], withdrawn: unheard })
    desk.destroy()
    this.desk = new SuggestingDesk(state, `l${this.lives}-`, records)
    same(this.desk.state.doc, before, 'a reload')
    this.log.push('reload')
  }

  private check(): void {
    const { desk } = this
    checkDocument(desk.state.doc, desk.text, desk.records())
    expect(desk.mismatches).toEqual([])
    // Only what had words that others took out.
    const stand = standingsOf(desk.text, new Map(desk.stale.map(({ id, anchor }) => [id, anchor])))
    for (const { id, base } of desk.stale)
      if (base.length === 0 || !stand.get(id)?.gone) throw new Error(`${id} is not stale`)
    if (!sameBase(rejected(desk.state.doc), legalRuns(desk.text))) throw new Error('rejecting all is not the text')
  }

  /** In any order, none of them is stale, and the text becomes what the author saw. */
  acceptAll(): void {
    const { desk, random } = this
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(desk.doc))
    const text = copy.getText('text')
    const records = desk.records()
    while (records.length > 0) {
      const [record] = records.splice(random(records.length), 1)
      expect(acceptInto(text, record!), `${record!.id} is stale`).toBe(true)
    }
    if (!sameBase(legalRuns(text), accepted(desk.state.doc))) {
      throw new Error(
        `all accepted: ${JSON.stringify(text.toDelta())}\nseen: ${JSON.stringify(accepted(desk.state.doc))}`,
      )
    }
    copy.destroy()
  }
}

/** What is seen after a change that is done directly: struck words are not seen, whatever happens to them. */
function acceptedAfter(doc: Node, delta: ReturnType<typeof deltaOfTransaction>): Base {
  const out: Base = []
  let at = 0
  const rest = { retain: doc.content.size - doc.childCount }
  for (const op of compose(delta, [])) {
    if ('insert' in op) out.push(...legalRun(op.insert, op.attributes))
    else {
      const length = 'delete' in op ? op.delete : op.retain
      if ('retain' in op) keep(at, at + length, op.attributes ?? {})
      at += length
    }
  }
  keep(at, rest.retain, {})
  return out

  function keep(from: number, to: number, changes: Record<string, unknown>): void {
    for (const { text, attributes } of runsOf(doc, from, to)) {
      if (tokenOf(attributes[PROPOSAL])?.kind !== 'del') out.push(...legalRun(text, { ...attributes, ...changes }))
    }
  }
}

/** Whether an author's record still has everything that an earlier version of it had. */
function holdsAll(now: Proposal, then: Proposal): boolean {
  const inserted = ({ change }: Proposal) => change.map((op) => ('insert' in op ? op.insert : '')).join('')
  return wordsOf(now.base).includes(wordsOf(then.base)) && inserted(now).includes(inserted(then))
}

function same(one: Node, other: Node, what: string): void {
  if (!one.eq(other)) throw new Error(`${what}:\n${written(one)}\n${one}\nshould be\n${written(other)}\n${other}`)
}

function snapshot({ doc, text }: SuggestingDesk): string {
  return `${JSON.stringify(text.toDelta())} ${Y.encodeStateAsUpdate(doc).length}`
}

/** Whether neither end cuts a surrogate pair. */
function whole(text: Y.Text, at: number, length: number): boolean {
  const all = text.toString()
  return [at, at + length].every((index) => !/[\ud800-\udbff]/.test(all[index - 1] ?? ''))
}
