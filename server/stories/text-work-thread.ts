/** The worker thread in which whole texts are read, written and compared. It holds nothing between two jobs. */
import { parentPort } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { type JobName, perform, type TextJobs, type WorkStage } from './text-work.ts'

/** One at a time: the next is sent after the answer. */
export type TextRequest = { [Name in JobName]: { name: Name; ask: TextJobs[Name]['ask'] } }[JobName]

export type TextReply =
  /** The thread can be given work. */
  | { kind: 'ready' }
  /** How far the work is. */
  | { kind: 'stage'; stage: WorkStage; done: number; all: number }
  | { kind: 'done'; answer: TextJobs[JobName]['answer'] }
  | { kind: 'refused'; code: RefusalCode; message: string }
  | { kind: 'failed'; message: string }

const port = parentPort
if (!port) throw new Error('text-work-thread.ts runs only as a worker thread')

port.on('message', ({ name, ask }: TextRequest) => {
  const reply = replyTo(name, ask)
  port.postMessage(reply, buffersOf(reply))
})
port.postMessage({ kind: 'ready' } satisfies TextReply)

function replyTo<Name extends JobName>(name: Name, ask: TextJobs[Name]['ask']): TextReply {
  try {
    return {
      kind: 'done',
      answer: perform(name, ask, (stage, done, all) =>
        port?.postMessage({ kind: 'stage', stage, done, all } satisfies TextReply),
      ),
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, message: error.message }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The big parts of an answer are handed over, not copied. */
function buffersOf(reply: TextReply): ArrayBuffer[] {
  if (reply.kind !== 'done') return []
  const buffers = Object.values(reply.answer).map((value) => (value instanceof Uint8Array ? value.buffer : null))
  return [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]
}
