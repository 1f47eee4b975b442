/**
 * The worker thread in which Y.Docs of stories are built: for compaction, export, counts, the noting of direct writing and
 * decisions, off the path of typing. Between two requests it holds nothing but the stories that were decided on last.
 */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { draftOfDoc, textOf } from '../../shared/story/story-doc.ts'
import { decide, type Proposal } from './decide.ts'
import { directEdits, type Piece } from './direct-edits.ts'
import { docOf, HeldDocs, takeIn } from './held-docs.ts'
import type { Decision } from './ledger.ts'
import { type LostThread, returnedWords } from './returned-words.ts'

/** Bytes packed in one buffer: the snapshot first, then the updates in log order. */
interface Packed {
  id: number
  bytes: Uint8Array
  lengths: number[]
}

/** Of the updates packed, those of the last rows are told as direct writing, if any rows are given. */
export interface ReadRequest extends Packed {
  want: 'draft' | 'survey'
  rows: { user: string; at: number }[]
}

export interface DecideRequest extends Packed {
  want: 'decide'
  story: string
  /** Packed is the whole story; else what came since the last request of this story. */
  whole: boolean
  proposals: readonly Proposal[]
  waiting: readonly LostThread[]
}

export type TextRequest = ReadRequest | DecideRequest

/** What a library shows of a story. */
export interface Survey {
  title: string
  opening: string
  words: number
  lines: number
}

export interface TextReply {
  id: number
  snapshot?: Uint8Array
  stateVector?: Uint8Array
  draft?: Draft
  survey?: Survey
  pieces?: Piece[]
  decision?: Decision
  /** The story is not held any more: the request must come again with the whole of it. */
  lost?: true
  error?: string
}

const held = new HeldDocs()

parentPort?.on('message', (request: TextRequest) => {
  const reply = answer(request)
  const buffers = [reply.snapshot?.buffer, reply.stateVector?.buffer]
  parentPort?.postMessage(
    reply,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  )
})

function answer(request: TextRequest): TextReply {
  try {
    return request.want === 'decide' ? decideIn(request) : read(request)
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) }
  }
}

function read({ id, want, rows, ...packed }: ReadRequest): TextReply {
  const updates = unpacked(packed)
  const written = updates.splice(updates.length - rows.length)
  // A snapshot made of less than everything would lose text when it takes the place of the log; this throws then.
  const doc = docOf(updates)
  try {
    const pieces = directEdits(
      doc,
      rows.map((row, index) => ({ ...row, update: written[index] as Uint8Array })),
    )
    const draft = draftOfDoc(doc)
    const reply: TextReply = {
      id,
      snapshot: Y.encodeStateAsUpdate(doc).slice(),
      stateVector: Y.encodeStateVector(doc).slice(),
      pieces,
    }
    if (want === 'draft') reply.draft = draft
    else reply.survey = surveyOf(draft)
    return reply
  } finally {
    doc.destroy()
  }
}

function decideIn({ id, story, whole, proposals, waiting, ...packed }: DecideRequest): TextReply {
  const known = whole ? undefined : held.get(story)
  if (!whole && !known) return { id, lost: true }
  try {
    const doc = known ?? docOf(unpacked(packed))
    if (known) takeIn(known, unpacked(packed))
    held.set(story, doc)
    const decision = decide(doc, proposals)
    const arrived = decision.outcomes.map(({ anchor }) => anchor)
    return { id, decision: { ...decision, returned: returnedWords(textOf(doc), waiting, arrived) } }
  } catch (error) {
    held.drop(story)
    throw error
  }
}

function unpacked({ bytes, lengths }: Omit<Packed, 'id'>): Uint8Array[] {
  let at = 0
  return lengths.map((length) => {
    at += length
    return bytes.subarray(at - length, at)
  })
}

function surveyOf(draft: Draft): Survey {
  // Only words and lines are used here; scene gaps would need the story's form.
  const { words, lines } = countsOf(draft, { gap: 2 })
  return { ...titleOf(draft), words, lines }
}
