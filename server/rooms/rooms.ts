/**
 * All open stories. Opens a story for the first who comes, shares it, and lets it go some time after the last has left;
 * knows who is inside, and ends connections when rights end or the server stops.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { Origin } from '../../shared/review/events.ts'
import type { Reviewer } from '../../shared/review/judge.ts'
import { CLOSE } from '../../shared/wire/frames.ts'
import type { Storage } from '../storage/storage.ts'
import type { Decider, Taken } from './ledger.ts'
import { LIMITS, type RoomLimits } from './limits.ts'
import { Peer, type Refused, type RoomPerson } from './peer.ts'
import { Room, type RoomEvent } from './room.ts'
import { bytesOf, isOtherSidesFault, type RoomSocket } from './room-socket.ts'
import type { TextReader } from './text-reader.ts'

/** `presence`: somebody came or went. The others: see RoomParts.tell. */
export type RoomsEvent = 'presence' | RoomEvent

export interface RoomsOptions {
  storage: Storage
  reader: TextReader
  /** Works out what decisions do; without it they are refused. */
  decider?: Decider
  /** Milliseconds. */
  now?: () => number
  /** Told of what went wrong inside; never of story text. */
  log?: (event: { room: string; what: string; error: unknown }) => void
  /** Told of frames that were refused and of connections closed for what they sent; `user` is the account. */
  refused?: (attempt: { story: string; user: string; code: string; message: string }) => void
  limits?: Partial<RoomLimits>
}

export interface ConnectOptions {
  /** The client understands the frames from 100 on. */
  galley: boolean
  /**
   * Asks once more what the person may: begun when the connection counts as inside, so that no decision falls between the
   * first question and here. Nothing is said to the connection nor taken from it before this resolves; should it reject,
   * the connection is closed.
   */
  settle?: () => Promise<void>
}

interface Place {
  story: string
  peers: Set<Peer>
  /** Commands for its review that are being looked at; like somebody inside, they keep it open. */
  commands: number
  /** Messages that came before the room was open. */
  early: Map<Peer, Uint8Array[]>
  room: Room | null
  opening: Promise<void> | null
  closing: Promise<void> | null
  linger: NodeJS.Timeout | null
}

export class Rooms {
  readonly #options: RoomsOptions
  readonly #limits: RoomLimits
  readonly #now: () => number
  readonly #places = new Map<string, Place>()
  readonly #listeners: Record<RoomsEvent, Set<(story: string) => void>> = {
    presence: new Set(),
    changed: new Set(),
    counted: new Set(),
    reviewed: new Set(),
  }
  readonly #pulse: NodeJS.Timeout
  readonly #sweep: NodeJS.Timeout
  #stopped = false

  constructor(options: RoomsOptions) {
    this.#options = options
    this.#limits = { ...LIMITS, ...options.limits }
    this.#now = options.now ?? Date.now
    this.#pulse = setInterval(() => this.#ping(), this.#limits.pingEvery)
    this.#sweep = setInterval(() => this.#catchUp(), SWEEP)
    this.#pulse.unref()
    this.#sweep.unref()
  }

  /**
   * Takes over a socket that is open. Synchronous, so that no message is missed; whether the person may read the story was
   * asked before. Returns what ends the connection, with a close code of shared/wire/frames.
   */
  connect(
    story: string,
    person: RoomPerson,
    socket: RoomSocket,
    options: ConnectOptions,
  ): (code: number, reason: string) => void {
    const refused: Refused = (code, message) => this.#options.refused?.({ story, user: person.id, code, message })
    const peer = new Peer(socket, { ...person }, options.galley, this.#limits, this.#now, refused)
    socket.on('error', (error) => {
      if (!isOtherSidesFault(error)) this.#failed(story, 'socket', error)
    })
    if (this.#stopped) {
      peer.close(CLOSE.restarting, 'the server is stopping')
      return () => undefined
    }
    if (this.#isFull(story, person.id)) {
      peer.close(CLOSE.tryLater, 'too many connections')
      return () => undefined
    }
    const place = this.#place(story)
    place.peers.add(peer)
    place.early.set(peer, [])
    socket.on('pong', () => {
      peer.alive = true
    })
    socket.on('message', (data, isBinary) => this.#received(place, peer, data, isBinary))
    socket.on('close', () => this.#left(place, peer))
    clearTimeout(place.linger ?? undefined)
    place.linger = null
    if (options.settle) void this.#settle(place, peer, options.settle)
    else this.#admit(place, peer)
    void this.#opened(place)
    this.#tell('presence', story)
    return (code, reason) => this.#end(place, peer, code, reason)
  }

  /** Accounts that are inside, each once, in order of coming. */
  present(story: string): string[] {
    return [...new Set([...(this.#places.get(story)?.peers ?? [])].map(({ person }) => person.id))]
  }

  /** Returns the function that ends it. */
  on(event: RoomsEvent, listener: (story: string) => void): () => void {
    this.#listeners[event].add(listener)
    return () => this.#listeners[event].delete(listener)
  }

  /** Account and story of everybody who is inside, each pair once; of one story or one person if given. */
  inside(filter: { story?: string | undefined; user?: string | undefined }): { story: string; user: string }[] {
    return [...this.#places.values()]
      .filter(({ story }) => filter.story === undefined || story === filter.story)
      .flatMap(({ story }) => this.present(story).map((user) => ({ story, user })))
      .filter(({ user }) => filter.user === undefined || user === filter.user)
  }

  /** Ends the connections of a person, to a story, or of a person to a story; `why` is a sentence for the person. */
  drop(filter: { story?: string; user?: string }, closeCode: number, why: string): void {
    for (const place of this.#places.values()) {
      if (filter.story !== undefined && place.story !== filter.story) continue
      for (const peer of place.peers) {
        if (filter.user !== undefined && peer.person.id !== filter.user) continue
        peer.tell('forbidden', why)
        this.#end(place, peer, closeCode, 'access has changed')
      }
    }
  }

  /** The person's name or colour is another now, in every story. */
  updatePerson({ id, name, swatch }: Pick<RoomPerson, 'id' | 'name' | 'swatch'>): void {
    for (const place of this.#places.values()) {
      const theirs = [...place.peers].filter(({ person }) => person.id === id)
      for (const peer of theirs) peer.person = { ...peer.person, name, swatch }
      if (theirs.length > 0) place.room?.refresh(id)
    }
  }

  /** The person's role on a story is another from the next message on; null ends their connections. */
  setRole(story: string, user: string, role: RoomPerson['role'] | null, by: string): void {
    const at = new Date(this.#now()).toISOString()
    if (role === null) {
      const who = by === '' ? 'Your access to this story was ended' : `${by} ended your access to this story`
      this.drop({ story, user }, CLOSE.forbidden, `${who}.`)
      return
    }
    for (const peer of this.#places.get(story)?.peers ?? []) {
      if (peer.person.id === user) peer.setRole({ role, by, at })
    }
  }

  /**
   * Hands a command to a story's review; whether the person may read the story, and their role, was asked before. Opens the
   * story for it if nobody is inside. Throws as Room.review, and `unavailable` when the story cannot be opened.
   */
  async review(story: string, by: Reviewer, command: Command, origin?: Origin): Promise<Taken> {
    if (this.#stopped) throw new Refusal('unavailable', 'The server is stopping. Try again in a moment.')
    const place = this.#place(story)
    place.commands++
    try {
      await this.#opened(place)
      if (!place.room) throw new Refusal('unavailable', CANNOT_OPEN)
      return await place.room.review(command, by, origin)
    } finally {
      place.commands--
      this.#emptied(place)
    }
  }

  /** Stops for good: what was accepted goes to disk and is acknowledged, then everybody is told to come back later. */
  async close(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#pulse)
    clearInterval(this.#sweep)
    const places = [...this.#places.values()]
    for (const place of places) for (const peer of place.peers) peer.pause()
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, this.#limits.closeWithin).unref())
    await Promise.race([deadline, Promise.all(places.map((place) => this.#wrapUp(place)))])
    for (const place of places) {
      place.room?.stop()
      if (place.linger) clearTimeout(place.linger)
      for (const peer of place.peers) peer.close(CLOSE.restarting, 'the server is stopping')
    }
    this.#places.clear()
  }

  async #wrapUp(place: Place): Promise<void> {
    await place.opening
    await place.closing
    await place.room?.settled()
    for (const peer of place.peers) peer.close(CLOSE.restarting, 'the server is stopping')
    await place.room?.finish()
  }

  #isFull(story: string, user: string): boolean {
    if ((this.#places.get(story)?.peers.size ?? 0) >= this.#limits.peersPerRoom) return true
    let theirs = 0
    for (const { peers } of this.#places.values()) {
      for (const { person } of peers) if (person.id === user) theirs++
    }
    return theirs >= this.#limits.peersPerPerson
  }

  #place(story: string): Place {
    const known = this.#places.get(story)
    if (known) return known
    const peers = new Set<Peer>()
    const early = new Map<Peer, Uint8Array[]>()
    const place: Place = { story, peers, early, commands: 0, room: null, opening: null, closing: null, linger: null }
    this.#places.set(story, place)
    return place
  }

  async #opened(place: Place): Promise<void> {
    if (!place.room) place.opening ??= this.#open(place)
    await place.opening
  }

  async #open(place: Place): Promise<void> {
    const { story } = place
    try {
      await place.closing
      const stored = await this.#options.storage.rooms.load(story)
      if (!stored) {
        for (const peer of place.peers) peer.close(CLOSE.gone, 'no such story')
        return
      }
      const { storage, reader, decider = null } = this.#options
      const room = new Room(
        {
          story,
          storage,
          reader,
          decider,
          limits: this.#limits,
          now: this.#now,
          tell: (event) => this.#tell(event, story),
          failed: (what, error) => this.#failed(story, what, error),
        },
        stored,
      )
      place.room = room
      for (const peer of place.peers) if (!peer.closed && peer.admitted) this.#enter(place, room, peer)
      reader.prepare()
    } catch (error) {
      this.#failed(story, 'load', error)
      for (const peer of place.peers) {
        peer.tell('unavailable', CANNOT_OPEN)
        peer.close(CLOSE.tryLater, 'the story cannot be opened')
      }
    } finally {
      place.opening = null
      this.#emptied(place)
    }
  }

  async #settle(place: Place, peer: Peer, settle: () => Promise<void>): Promise<void> {
    try {
      await settle()
    } catch (error) {
      this.#failed(place.story, 'settle', error)
      this.#end(place, peer, CLOSE.tryLater, 'it cannot be asked who may come in')
    }
    if (!peer.closed) this.#admit(place, peer)
  }

  #admit(place: Place, peer: Peer): void {
    peer.admitted = true
    if (place.room) this.#enter(place, place.room, peer)
  }

  #enter(place: Place, room: Room, peer: Peer): void {
    const early = place.early.get(peer) ?? []
    place.early.delete(peer)
    room.join(peer)
    for (const bytes of early) if (!peer.closed) room.receive(peer, bytes)
  }

  #received(place: Place, peer: Peer, data: Uint8Array | ArrayBuffer | Uint8Array[], isBinary: boolean): void {
    if (peer.closed) return
    if (!isBinary) {
      peer.close(CLOSE.malformed, 'a text message')
      return
    }
    const bytes = bytesOf(data)
    const early = place.early.get(peer)
    if (!early) {
      place.room?.receive(peer, bytes)
      return
    }
    const waiting = early.reduce((sum, { byteLength }) => sum + byteLength, bytes.byteLength)
    if (early.length >= this.#limits.earlyFrames || waiting > MOST_EARLY) {
      peer.close(CLOSE.policy, 'too much before the story was open')
      return
    }
    // A copy: what the socket hands over is a view of its big read buffer.
    early.push(new Uint8Array(bytes))
  }

  /** At once: one that does not answer the goodbye is gone all the same, and so is its presence. */
  #end(place: Place, peer: Peer, code: number, reason: string): void {
    peer.close(code, reason)
    this.#left(place, peer)
  }

  #left(place: Place, peer: Peer): void {
    if (!place.peers.delete(peer)) return
    peer.gone()
    place.early.delete(peer)
    place.room?.leave(peer)
    this.#tell('presence', place.story)
    this.#emptied(place)
  }

  #emptied(place: Place): void {
    if (place.peers.size + place.commands > 0 || place.opening || this.#stopped) return
    if (!place.room) this.#places.delete(place.story)
    else place.linger ??= setTimeout(() => this.#unload(place), this.#limits.linger)
  }

  /** Lets the room go, unless somebody comes before it is finished: then it opens anew from what is on disk. */
  #unload(place: Place): void {
    const { room } = place
    place.linger = null
    if (!room || place.peers.size + place.commands > 0) return
    if (!room.idle) {
      place.linger = setTimeout(() => this.#unload(place), this.#limits.linger)
      return
    }
    place.room = null
    place.closing = room
      .finish()
      .catch((error: unknown) => this.#failed(place.story, 'unload', error))
      .then(() => {
        room.stop()
        place.closing = null
        this.#emptied(place)
      })
  }

  #ping(): void {
    for (const { peers } of this.#places.values()) {
      for (const peer of peers) {
        if (peer.alive) peer.ping()
        else peer.drop()
      }
    }
  }

  #catchUp(): void {
    for (const { room } of this.#places.values()) room?.catchUp()
  }

  #tell(event: RoomsEvent, story: string): void {
    for (const listener of this.#listeners[event]) {
      try {
        listener(story)
      } catch (error) {
        this.#failed(story, `listener of ${event}`, error)
      }
    }
  }

  #failed(room: string, what: string, error: unknown): void {
    this.#options.log?.({ room, what, error })
  }
}

/** Received from one connection before the story has been loaded, bytes: one sync step 2 of the biggest size, and letters. */
const MOST_EARLY = 18 << 20

const CANNOT_OPEN = 'This story cannot be opened. Ask whoever runs the server to look at its log.'

/** Lagging connections are looked after this often. */
const SWEEP = 250
