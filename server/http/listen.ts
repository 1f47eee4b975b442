/** Binds the app to a port, with its sockets, and takes it down again. */
import type { Server } from 'node:http'
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { Refusal } from '../../shared/refusals.ts'
import type { Config } from '../config.ts'
import { MOST_FRAME } from './room-route.ts'
import type { WebApp } from './web.ts'

export interface Listening {
  port: number
  /** Where programs on this machine reach it, without a slash at the end. */
  url: string
  /** Takes no more requests, waits `patience` milliseconds for those under way, then cuts them. */
  close(patience?: number): Promise<void>
}

/** Throws `unavailable` when the port is in use or not allowed. Port 0 takes a free one. */
export async function listen(app: WebApp, { host, port }: { host: string; port: number }): Promise<Listening> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME, perMessageDeflate: false })
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: sockets as WebSocketServerLike },
  }) as Server
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(refusalFor(error, host, port)))
    server.listen(port, host, done)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('listen: the server has no port')
  return {
    port: address.port,
    url: `http://${numberOf(host)}:${address.port}`,
    close: async (patience = 3000) => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, patience)
      await closed
      clearTimeout(cut)
    },
  }
}

/** Where people open it, without a path: what the configuration says, or else this machine. */
export function originOf({ url, host }: Pick<Config, 'url' | 'host'>, port: number): string {
  return url?.origin ?? `http://${nameOf(host)}:${port}`
}

/** The host of an address that a browser on this machine can open, by name where it can: no browser makes a passkey for a number. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** As `nameOf`, without a look-up: what a name means first may not be what was bound. */
function numberOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function refusalFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal('unavailable', `Port ${port} is in use already; stop what uses it, or choose another by --port.`)
  }
  if (error.code === 'EACCES')
    return new Refusal('unavailable', `Port ${port} needs more rights; choose one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Refusal('unavailable', `This machine has no address "${host}"; choose another by --host.`)
  }
  return error
}
