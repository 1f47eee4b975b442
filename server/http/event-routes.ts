/**
 * GET /api/events: one `library` event per change, as server-sent events. What happened before the stream was open, or
 * while it was broken, is not told: a browser lists the stories anew whenever the stream opens.
 */
import { Hono } from 'hono'
import type { LibraryEvent } from '../../shared/wire/api.ts'
import { TooOften } from '../auth/too-often.ts'
import { says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** So that proxies and sleeping laptops notice a dead stream, milliseconds. */
const HEARTBEAT = 20_000

/** Events that may wait for a reader who does not read; then the stream ends and the browser comes back anew. */
const MOST_WAITING = 500

/** Streams of one account at once: more than anybody looks at, too few to keep the server busy with one person. */
const MOST_STREAMS = 20

export function eventRoutes({ feed, doors }: Parts): WebApp {
  const app = new Hono<Web>()
  const route = says({ summary: 'What changes in my library, live', tag: 'events', media: ['text/event-stream'] })

  /** Account → streams that are open or about to be. */
  const streams = new Map<string, number>()
  const count = (account: string, change: 1 | -1) => {
    const open = (streams.get(account) ?? 0) + change
    if (open > MOST_STREAMS) throw new TooOften('You have more pages open than one person can read.', 10)
    if (open > 0) streams.set(account, open)
    else streams.delete(account)
  }

  app.get('/api/events', route, async (c) => {
    const actor = signedIn(c)
    const account = actor.user?.id ?? ''
    const ticket = c.var.entry?.ticket.hash ?? ''
    const encoder = new TextEncoder()
    let stream: ReadableStreamDefaultController<Uint8Array> | null = null
    let ended = false
    const end = () => {
      if (ended) return
      ended = true
      count(account, -1)
      leave()
      forget()
      clearInterval(heart)
      try {
        stream?.close()
      } catch (error) {
        // The browser was faster.
        if (!(error instanceof TypeError)) throw error
      }
      stream = null
    }
    const send = (text: string) => {
      if (!stream) return
      stream.enqueue(encoder.encode(text))
      if ((stream.desiredSize ?? 0) < -MOST_WAITING) end()
    }
    const tell = (event: LibraryEvent) => send(`event: library\ndata: ${JSON.stringify(event)}\n\n`)
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = controller
        // Said at once, so that the browser knows it is connected.
        send('retry: 2000\n: open\n\n')
      },
      cancel: () => end(),
    })
    count(account, 1)
    const leave = await feed.subscribe(actor, tell).catch((error: unknown) => {
      count(account, -1)
      throw error
    })
    const forget = doors.add(ticket, end)
    const heart = setInterval(() => send(': still here\n\n'), HEARTBEAT)
    heart.unref()
    // The session may have ended while the library was read.
    await doors.look(ticket)
    c.header('Content-Type', 'text/event-stream')
    c.header('X-Accel-Buffering', 'no')
    return c.body(body)
  })

  return app
}
