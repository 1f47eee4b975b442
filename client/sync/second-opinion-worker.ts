/**
 * Harper away from the page and from our own checker: loads it from this house when somebody wants its opinion, and reads
 * one line at a time. Which line comes next is the page's business, so that a line that was changed is never waited for.
 * Its answer carries a content policy of its own (server/http/security-headers), as WebAssembly is compiled here only.
 */
import { LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import { prepareHarper, readWithHarper } from '../../shared/proof/harper-reader.ts'
import type { Remark } from '../../shared/proof/second-opinion.ts'
import type { Dialect } from '../../shared/proof/style-sheet.ts'

export type SecondOrder =
  /** For a story of this dialect, whose own words these are. Answered by `ready`. */
  { kind: 'prepare'; dialect: Dialect; words: readonly string[] } | { kind: 'read'; text: string }

export type SecondAnswer =
  /** Bytes of the engine that have come so far, as they are unpacked. */
  | { kind: 'loading'; bytes: number }
  | { kind: 'ready' }
  | { kind: 'read'; text: string; remarks: Remark[] }
  /** Nothing will be read. */
  | { kind: 'failed'; message: string }

/** Between two words of progress. */
const TOLD_BYTES = 200_000

let linter: LocalLinter | null = null
/** One order after the other: a linter that is being set up must not be asked. */
let turn = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<SecondOrder>) => {
  turn = turn
    .then(() => carryOut(data))
    .catch((error: unknown) => {
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    })
})

async function carryOut(order: SecondOrder): Promise<void> {
  if (order.kind === 'prepare') {
    linter ??= await load()
    await prepareHarper(linter, order.dialect, order.words)
    answer({ kind: 'ready' })
  } else if (linter) {
    answer({ kind: 'read', text: order.text, remarks: await readWithHarper(linter, order.text) })
  }
}

async function load(): Promise<LocalLinter> {
  const plain = globalThis.fetch
  // It fetches its file itself and tells nobody how far it is; that is seen from here.
  globalThis.fetch = async (input, init) => counted(await plain(input, init))
  try {
    await slimBinary.setup()
  } finally {
    globalThis.fetch = plain
  }
  return new LocalLinter({ binary: slimBinary })
}

function counted(response: Response): Response {
  if (!response.ok) throw new Error(`${new URL(response.url).pathname}: ${response.status}`)
  let [bytes, told] = [0, 0]
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, stream) {
      bytes += chunk.byteLength
      if (bytes - told >= TOLD_BYTES) {
        told = bytes
        answer({ kind: 'loading', bytes })
      }
      stream.enqueue(chunk)
    },
  })
  const { status, headers } = response
  return new Response(response.body?.pipeThrough(counter) ?? null, { status, headers })
}

function answer(message: SecondAnswer): void {
  postMessage(message)
}
