/** Hocuspocus with its SQLite extension, both at their defaults. */
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import { reportLoad } from '../report-load.ts'

const folder = process.argv[2] ?? 'data'
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(folder, 'hocuspocus.sqlite') })],
})
await server.listen()
reportLoad(server.address.port)
