/** A whole Galley as it ships, with people already in: an owner, an editor and four proofreaders. Tells the bench where and how to come in. */
import { join } from 'node:path'
import { createAccount } from '../server/auth/accounts.ts'
import { beginSession } from '../server/auth/sessions.ts'
import { startServer } from '../server/http/start-server.ts'

/** Their cookies; the owner first. */
export interface HouseReport {
  url: string
  people: { id: string; cookie: string }[]
}

const NAMES = ['Ruth Adeyemi', 'Tomás Rey', 'June Park', 'Ines Weil', 'Oren Falk', 'Mia Sand']

const [folder = 'data', client = 'client'] = process.argv.slice(2)
const server = await startServer(
  {
    port: 0,
    host: '127.0.0.1',
    data: join(folder, 'data'),
    stories: join(folder, 'none'),
    exports: join(folder, 'exports'),
    url: null,
    proxies: 0,
    openid: null,
    webhook: null,
  },
  { client },
)
const people: HouseReport['people'] = []
for (const [number, name] of NAMES.entries()) {
  const user = await createAccount(server.desk, { name, owner: number === 0 })
  const libraryRole = number === 1 ? 'editor' : 'proofreader'
  if (number > 0) await server.storage.people.updateUser(user.id, { libraryRole })
  people.push({ id: user.id, cookie: `galley_session=${await beginSession(server.desk, user, 'bench')}` })
}
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => void server.close().then(() => process.exit()))
process.send?.({ url: server.url, people } satisfies HouseReport)
