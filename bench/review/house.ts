/** The server and client under measurement, built as they ship, and its people's requests. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { CommandGiven } from '../../shared/review/commands.ts'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import type { CommandsAnswer } from '../../shared/wire/review.ts'
import { bundle, GALLEY_SERVER } from '../build-servers.ts'
import type { HouseReport } from '../house-server.ts'

const root = join(import.meta.dirname, '../..')
const built = join(import.meta.dirname, 'dist')
const MOST_COMMANDS = 200

export async function buildHouse(): Promise<void> {
  await bundle(join(built, 'server'), {
    'house-server': join(root, 'bench/house-server.ts'),
    'sqlite-thread': GALLEY_SERVER['sqlite-thread'] ?? '',
    'text-thread': GALLEY_SERVER['text-thread'] ?? '',
    'text-work-thread': join(root, 'server/stories/text-work-thread.ts'),
  })
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(built, 'client'), emptyOutDir: true },
  })
}

export class House {
  readonly url: string
  readonly people: readonly Person[]
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(child: ChildProcess, folder: string, { url, people }: HouseReport) {
    this.#child = child
    this.#folder = folder
    this.url = url
    this.people = people.map(({ id, cookie }) => new Person(url, id, cookie))
  }

  static async open(): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
    const script = join(built, 'server/house-server.js')
    const child = spawn(process.execPath, [script, folder, join(built, 'client')], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const report = await new Promise<HouseReport>((resolve, reject) => {
      child.once('message', (message) => resolve(message as HouseReport))
      child.once('exit', (code) => reject(new Error(`the server under measurement ended with ${code}`)))
    })
    return new House(child, folder, report)
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGTERM')
    await ended
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export class Person {
  readonly id: string
  readonly cookie: string
  readonly #url: string

  constructor(url: string, id: string, cookie: string) {
    this.#url = url
    this.id = id
    this.cookie = cookie
  }

  /** A new story of these words; answers its id. */
  async takeIn(name: string, text: string): Promise<string> {
    const body = new FormData()
    body.set('file', new File([text], name, { type: 'text/plain' }))
    return ((await this.#post('/api/stories', body)) as { id: string }).id
  }

  /** Sends the commands in their order, as many in a request as one takes. Throws when one is refused. */
  async review(story: string, commands: readonly CommandGiven[]): Promise<void> {
    for (let start = 0; start < commands.length; start += MOST_COMMANDS) {
      const some = commands.slice(start, start + MOST_COMMANDS)
      const body = JSON.stringify({ commands: some })
      const { results } = (await this.#post(`/api/stories/${story}/review`, body)) as CommandsAnswer
      const refused = results.find(({ error }) => error !== null)
      if (refused) throw new Error(`refused: ${refused.error?.message}`)
    }
  }

  /** The story live; resolves once its text is there. */
  async join(story: string): Promise<Joined> {
    const headers = { cookie: this.cookie, origin: this.#url }
    class Signed extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers })
      }
    }
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${this.#url.replace('http', 'ws')}/rooms`, story, doc, {
      WebSocketPolyfill: Signed as never,
      disableBc: true,
    })
    // The provider leaves its own awareness running.
    doc.once('destroy', () => provider.destroy())
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    return { text: doc.getText(TEXT_ROOT), leave: () => doc.destroy() }
  }

  async #post(path: string, body: string | FormData): Promise<unknown> {
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const headers = { cookie: this.cookie, origin: this.#url, ...type }
    const answer = await fetch(`${this.#url}${path}`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}

export interface Joined {
  text: Y.Text
  leave(): void
}
