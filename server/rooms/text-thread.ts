/**
 * The worker thread in which Y.Docs of stories are built: for compaction, export and counts, off the path of typing.
 * It holds nothing between two requests.
 */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { draftOfDoc } from '../../shared/story/story-doc.ts'

/** Bytes packed in one buffer: the snapshot first, then the updates in log order. */
export interface TextRequest {
  id: number
  want: 'draft' | 'survey'
  bytes: Uint8Array
  lengths: number[]
}

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
  error?: string
}

parentPort?.on('message', (request: TextRequest) => {
  const reply = read(request)
  const buffers = [reply.snapshot?.buffer, reply.stateVector?.buffer]
  parentPort?.postMessage(
    reply,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  )
})

function read({ id, want, bytes, lengths }: TextRequest): TextReply {
  const doc = new Y.Doc()
  try {
    let at = 0
    doc.transact(() => {
      for (const length of lengths) {
        Y.applyUpdate(doc, bytes.subarray(at, at + length))
        at += length
      }
    })
    // A snapshot made of less than everything would lose text when it takes the place of the log.
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the log of this story has a gap')
    // Only now is the text fetched: of a text that it knows, Yjs tidies up the marks after each remote change, and
    // the snapshot would say more than the log.
    const draft = draftOfDoc(doc)
    const reply: TextReply = {
      id,
      snapshot: Y.encodeStateAsUpdate(doc).slice(),
      stateVector: Y.encodeStateVector(doc).slice(),
    }
    if (want === 'draft') reply.draft = draft
    else reply.survey = surveyOf(draft)
    return reply
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  } finally {
    doc.destroy()
  }
}

function surveyOf(draft: Draft): Survey {
  // Only words and lines are used here; scene gaps would need the story's form.
  const { words, lines } = countsOf(draft, { gap: 2 })
  return { ...titleOf(draft), words, lines }
}
