/** @y/websocket-server with y-leveldb, which it takes from YPERSISTENCE, at its defaults. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setupWSConnection } from '@y/websocket-server/utils'
import ws, { type WebSocketServer } from 'ws'
import { reportLoad } from '../report-load.ts'

// The ws that this peer brings is older than its types here.
const { Server } = ws as unknown as { Server: typeof WebSocketServer }
const server = createServer()
const sockets = new Server({ server })
sockets.on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () => reportLoad((server.address() as AddressInfo).port))
process.on('SIGTERM', () => process.exit())
