/**
 * GET /api/events: one `library` event per change, as server-sent events. What happened before the stream was open, or
 * while it was broken, is not told: a browser lists the stories anew whenever the stream opens.
 */
import { Hono } from 'hono'
import type { LibraryEvent } from '../../shared/wire/api.ts'
import { says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** So that proxies and sleeping laptops notice a dead stream, milliseconds. */
const HEARTBEAT = 20_000

/** Events that may wait for a reader who does not read; then the stream ends and the browser comes back anew. */
const MOST_WAITING = 500

export function eventRoutes({ feed, doors }: Parts): WebApp {
  const app = new Hono<Web>()
  const route = says({ summary: 'What changes in my library, live', tag: 'events', media: ['text/event-stream'] })

  app.get('/api/events', route, async (c) => {
    const actor = signedIn(c)
    const ticket = c.var.entry?.ticket.hash ?? ''
    const encoder = new TextEncoder()
    let stream: ReadableStreamDefaultController<Uint8Array> | null = null
    const end = () => {
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
    const leave = await feed.subscribe(actor, tell)
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
