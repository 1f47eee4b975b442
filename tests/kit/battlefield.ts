/**
 * A server on a real port with honest people in one story who type numbered tokens, and a check that nothing has
 * happened to them: no token lost or doubled, everybody and the export agree, names are what they were.
 */
import { type Decoder, readVarString, readVarUint } from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createAccount } from '../../server/auth/accounts.ts'
import { OPERATOR } from '../../server/auth/actor.ts'
import type { StoredUser } from '../../server/storage/storage.ts'
import { startStory } from '../../server/stories/start-story.ts'
import type { Role } from '../../shared/roles.ts'
import { MESSAGE, type RefusedFrame } from '../../shared/wire/frames.ts'
import type { Field } from './attacker.ts'
import { AttackSocket } from './attacker-frames.ts'
import { until } from './room-under-test.ts'
import { type ServerUnderTest, startUnderTest } from './server-under-test.ts'

/** A real Yjs doc over y-websocket's own provider, with Galley's answers listened to. */
export class HonestEditor {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly refusals: RefusedFrame[] = []
  readonly name: string
  saved = 0

  constructor(url: string, story: string, name: string, headers: Record<string, string>, doc = new Y.Doc()) {
    class Signed extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers })
      }
    }
    this.name = name
    this.doc = doc
    doc.getText('text')
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/rooms`, story, doc, {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      params: { galley: '1' },
      disableBc: true,
      maxBackoffTime: 200,
    })
    const listeners = this.provider.messageHandlers as unknown as Record<number, (_: unknown, from: Decoder) => void>
    listeners[MESSAGE.saved] = (_, from) => {
      this.saved = readVarUint(from)
    }
    listeners[MESSAGE.refused] = (_, from) => void this.refusals.push(JSON.parse(readVarString(from)) as RefusedFrame)
  }

  get text(): Y.Text {
    return this.doc.getText('text')
  }

  async synced(): Promise<this> {
    await until(() => this.provider.synced, `${this.name} is in step`)
    return this
  }

  /** At the beginning of some line, so that no token is typed into another. */
  type(token: string, at: number): void {
    const starts = [...this.text.toString().matchAll(/\n/g)].map(({ index }) => index + 1)
    this.text.insert(starts[at % starts.length] ?? 1, token, {})
  }

  /** Client id → name, as this person sees it; without their own. */
  get seen(): Map<number, string> {
    const states = [...this.provider.awareness.getStates()]
    return new Map(
      states
        .filter(([client]) => client !== this.doc.clientID)
        .map(([client, state]) => [client, (state as { user?: { name?: string } }).user?.name ?? '']),
    )
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

export interface Battlefield {
  server: ServerUnderTest
  story: string
  ann: HonestEditor
  bob: HonestEditor
  /** Has shown herself and not written. */
  carol: HonestEditor
  field(): Field
  /** A connection of somebody with this role; one account for each role. */
  attacker(role: Role): Promise<AttackSocket>
  honest(name: string, role: Role): Promise<HonestEditor>
  account(name: string, role: Role | null): Promise<{ user: StoredUser; headers: Record<string, string> }>
  /** Ann and Bob type, one token each. */
  typeOn(): void
  /**
   * Fails unless all is as if there had been no attack. With `tokens` false it is enough that everybody agrees; `quick`
   * asks neither a newcomer nor the export.
   */
  holds(what: string, options?: { tokens?: boolean; quick?: boolean }): Promise<void>
  end(): Promise<void>
}

export async function openBattlefield(): Promise<Battlefield> {
  const server = await startUnderTest({ stories: null })
  const { token } = await server.owner()
  const lines = Array.from({ length: 12 }, (_, line) => `Line ${line} of the story${line === 6 ? ' \u{1f600}' : ''}.`)
  const story = (await startStory(server.desk, OPERATOR, { name: 'Besieged', text: lines.join('\n\n') })).id
  const account = async (name: string, role: Role | null) => {
    const user = await createAccount(server.desk, { name, owner: false })
    if (role) await server.storage.people.setRole(story, user.id, role)
    return { user, headers: { cookie: await server.cookie(user), origin: server.url } }
  }
  const editors: HonestEditor[] = []
  const honest = async (name: string, role: Role) => {
    const editor = new HonestEditor(server.url, story, name, (await account(name, role)).headers)
    editors.push(editor)
    return editor.synced()
  }
  const [ann, bob, carol] = [
    await honest('Ann', 'editor'),
    await honest('Bob', 'editor'),
    await honest('Carol', 'editor'),
  ]
  const newcomer = await account('Fresh', 'reader')
  const accounts = new Map<Role, Promise<{ headers: Record<string, string> }>>()
  const sockets: AttackSocket[] = []
  const clients = [...((await server.storage.rooms.load(story))?.clients ?? [])]
  const seed = clients.find(([, owner]) => owner === '')?.[0]
  if (seed === undefined) throw new Error('openBattlefield: the server has written nothing')
  const emoji = Y.createRelativePositionFromTypeIndex(ann.text, ann.text.toString().indexOf('\u{1f600}')).item
  if (!emoji) throw new Error('openBattlefield: no emoji in the story')
  let own = 50_000_000
  let tokens = 0

  const exported = async () => {
    const answer = await fetch(`${server.url}/api/stories/${story}/export`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (!answer.ok) throw new Error(`the export answers ${answer.status}: ${await answer.text()}`)
    return (await answer.text()).replace(/\n+/g, '\n').trim()
  }

  const holds: Battlefield['holds'] = async (what, options = {}) => {
    const words = () => editors.map(({ text }) => text.toString())
    const whole = (text: string) =>
      options.tokens === false ||
      Array.from({ length: tokens }, (_, number) => `<${number}>`).every((token) => text.split(token).length === 2)
    await until(() => {
      const [first = '', ...others] = words()
      return others.every((other) => other === first) && whole(first)
    }, `${what}: everybody has the same text and every token once`).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${words().join('\n———\n')}`)
    })
    if (!options.quick) {
      // An attacker's last frames may still be on their way: asked again until nothing moves.
      let reads: string[] = []
      await until(async () => {
        const fresh = await new HonestEditor(server.url, story, 'Fresh', newcomer.headers).synced()
        const truth = ann.text.toString()
        reads = [truth, fresh.text.toString(), await exported()]
        fresh.leave()
        return reads[1] === truth && reads[2] === truth.replace(/\n+/g, '\n').trim()
      }, `${what}: a newcomer and the export have the same text`).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${reads.join('\n———\n')}`)
      })
    }
    const truth = ann.text.toString()
    if (truth[0] !== '\n') throw new Error(`${what}: something stands before the first line`)
    if (truth.includes('\ufffd')) throw new Error(`${what}: a character was cut`)
    for (const editor of editors) {
      if (editor.refusals.length > 0)
        throw new Error(`${what}: ${editor.name} was refused ${editor.refusals[0]?.message}`)
      const seen = editor.seen
      for (const other of [ann, bob, carol]) {
        if (other === editor) continue
        const name = seen.get(other.doc.clientID)
        if (name !== other.name) throw new Error(`${what}: ${editor.name} sees ${other.name} as ${name}`)
      }
      const strangers = [...seen.values()].filter(
        (name) => !/^(Ann|Bob|Carol|Fresh|Honest \d+|Mallory [a-z]+)$/.test(name),
      )
      if (strangers.length > 0 || seen.size > 20) throw new Error(`${what}: ${editor.name} sees ${[...seen.values()]}`)
    }
    if (server.faults.length > 0) throw new Error(`${what}: the server faulted\n${server.faults.join('\n')}`)
  }

  return {
    server,
    story,
    ann,
    bob,
    carol,
    account,
    honest,
    holds,
    field: () => {
      own += 2000
      const clock = Y.decodeStateVector(Y.encodeStateVector(ann.doc)).get(ann.doc.clientID) ?? 0
      const victim = { client: ann.doc.clientID, clock }
      return { server: seed, victim, silent: carol.doc.clientID, own, pair: [emoji.client, emoji.clock] }
    },
    attacker: async (role) => {
      const known = accounts.get(role) ?? account(`Mallory ${role}`, role)
      accounts.set(role, known)
      const { headers } = await known
      const socket = await new AttackSocket(
        `${server.url.replace('http', 'ws')}/rooms/${story}?galley=1`,
        headers,
      ).open()
      sockets.push(socket)
      return socket
    },
    typeOn: () => {
      for (const editor of [ann, bob]) editor.type(`<${tokens}>`, tokens++)
    },
    end: async () => {
      for (const socket of sockets) socket.drop()
      for (const editor of editors) editor.leave()
      await server.close()
    },
  }
}
