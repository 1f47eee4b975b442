/**
 * One connection to a room: what goes out on its socket and how much of it, which of its updates are on disk, and when
 * it is let go. What comes in is the room's affair.
 */
import { Bucket, type Rate } from '../../shared/bucket.ts'
import { lowerRole, type Role } from '../../shared/roles.ts'
import { CLOSE, type RefusedFrame, type RoleFrame } from '../../shared/wire/frames.ts'
import { refusedFrame, roleFrame, savedFrame } from './encode-frames.ts'
import type { RoomLimits } from './limits.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomSocket } from './room-socket.ts'

/** Who is behind a connection; the server has already made sure of it. */
export interface RoomPerson {
  id: string
  name: string
  /** 1…8. */
  swatch: number
  role: Role
  /** Whatever becomes of the role, this connection never does more: the limit of its access token. Null = no limit. */
  most: Role | null
}

/** Hears of what a connection was refused, and of its being closed for what it sent. Never of story text. */
export type Refused = (code: string, message: string) => void

/** Requests for the whole story, for the whole review, and for who is where. */
const ASKS: Rate = { burst: 20, perSecond: 1 }

/** A stock client echoes what others show, and a full room shows something thirty times a second. */
const SHOWN: Rate = { burst: 600, perSecond: 100 }

export class Peer {
  person: RoomPerson
  /** What it sends is looked at; until then it waits. */
  admitted = false
  /** Understands the frames from 100 on. */
  readonly galley: boolean
  /** Has been sent the story, and is sent every update from then on. */
  synced = false
  /** Events of the review wait in storage until it takes more. */
  reviewBehind = false
  /** False from a ping until its answer. */
  alive = true
  readonly #socket: RoomSocket
  readonly #limits: RoomLimits
  readonly #now: () => number
  readonly #refused: Refused
  #closed = false
  /** Everything up to this sequence number has been sent. */
  #seq = 0
  #behind = false
  #missedPresence = false
  #missedSaved = false
  #buffered = 0
  /** When its buffer was last seen to shrink, or it lacked nothing; coming in counts. */
  #bufferedSince: number
  /** Update-bearing frames received, and how many from the first on are done with. */
  #frames = 0
  #saved = 0
  /** Done with, but after one that is not. */
  readonly #ahead = new Set<number>()
  #refusals = 0
  readonly #storyAsks: Bucket
  readonly #reviewAsks: Bucket
  readonly #presenceAsks: Bucket
  readonly #shown: Bucket

  constructor(
    socket: RoomSocket,
    person: RoomPerson,
    galley: boolean,
    limits: RoomLimits,
    now: () => number,
    refused: Refused,
  ) {
    this.#socket = socket
    this.#refused = refused
    this.person = person
    this.galley = galley
    this.#limits = limits
    this.#now = now
    this.#bufferedSince = now()
    this.#storyAsks = new Bucket(ASKS, now)
    this.#reviewAsks = new Bucket(ASKS, now)
    this.#presenceAsks = new Bucket(ASKS, now)
    this.#shown = new Bucket(SHOWN, now)
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Waiting to be brought up to date, or without the latest presence or count of what is saved. */
  get lagging(): boolean {
    return this.#behind || this.#missedPresence || this.#missedSaved || this.reviewBehind
  }

  /** Bytes on their way to it. */
  get buffered(): number {
    return this.#socket.bufferedAmount
  }

  /** Has the text up to what happens next. */
  get takesText(): boolean {
    return this.synced && !this.#behind
  }

  /** The number of the update-bearing frame that has just come in, from 1. */
  nextFrame(): number {
    this.#frames++
    return this.#frames
  }

  send(frame: Uint8Array): void {
    if (!this.#closed) this.#socket.send(frame)
  }

  /** The whole story is worth much traffic: one that asks for it again and again is closed. */
  mayAskAgain(): boolean {
    if (this.synced && this.#socket.bufferedAmount > this.#limits.behindBuffer) {
      this.close(CLOSE.tryLater, 'the story was asked for again before it was taken')
      return false
    }
    return this.#within(this.#storyAsks, 'too many requests for the story')
  }

  /** So is the whole review. */
  mayAskReview(): boolean {
    return this.#within(this.#reviewAsks, 'too many requests for the review')
  }

  /** A few bytes that are answered with everybody's place. */
  mayAskPresence(): boolean {
    return this.#within(this.#presenceAsks, 'too many requests for who is here')
  }

  mayShow(): boolean {
    return this.#within(this.#shown, 'too many changes of place')
  }

  /** One too many closes it. */
  #within(bucket: Bucket, reason: string): boolean {
    if (bucket.take() === 0) return true
    this.close(CLOSE.policy, reason)
    return false
  }

  /** The answer to its sync step 1: everything up to `seq`. */
  sendState(frame: Uint8Array, seq: number): void {
    this.send(frame)
    this.synced = true
    this.#seq = seq
    this.#behind = false
  }

  /** Updates that bring it up to `seq`. One that takes too little is left behind for now, at no cost to the others. */
  sendUpdates(frames: readonly Uint8Array[], seq: number): void {
    if (!this.synced || this.#behind) return
    if (this.#socket.bufferedAmount > this.#limits.behindBuffer) {
      this.#behind = true
      return
    }
    for (const frame of frames) this.send(frame)
    this.#seq = seq
  }

  sendPresence(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount > this.#limits.presenceBuffer) this.#missedPresence = true
    else this.send(frame)
  }

  /** Makes up for what was left out, once its buffer is nearly empty, or lets it go when it takes nothing any more. */
  catchUp(log: RoomLog, presence: () => Uint8Array): void {
    const buffered = this.#socket.bufferedAmount
    if (buffered < this.#buffered || !this.lagging) this.#bufferedSince = this.#now()
    this.#buffered = buffered
    if (!this.lagging) return
    if (buffered > this.#limits.fullBuffer || this.#now() - this.#bufferedSince > this.#limits.stalledFor) {
      // A close frame would wait behind all that it does not take.
      this.drop()
      return
    }
    if (buffered > this.#limits.caughtUpBuffer) return
    if (this.#behind) {
      const missed = log.updateFrameSince(this.#seq)
      if (!missed) {
        this.close(CLOSE.tryLater, 'too far behind')
        return
      }
      this.#behind = false
      this.send(missed)
      this.#seq = log.head
    }
    if (this.#missedSaved) {
      this.#missedSaved = false
      this.send(savedFrame(this.#saved))
    }
    if (this.#missedPresence) {
      this.#missedPresence = false
      this.send(presence())
    }
  }

  /** These frames are on disk, or brought nothing that was not. */
  stored(frames: readonly number[]): void {
    for (const frame of frames) this.#ahead.add(frame)
    const before = this.#saved
    while (this.#ahead.delete(this.#saved + 1)) this.#saved++
    if (this.#saved === before || !this.galley) return
    // Small, but one that sends and never reads would gather millions of them.
    if (this.#socket.bufferedAmount > this.#limits.presenceBuffer) this.#missedSaved = true
    else this.send(savedFrame(this.#saved))
  }

  /** Tells why a frame was not taken. Its number is never counted as saved, nor any after it. */
  refuse(refusal: RefusedFrame): void {
    this.#refused(refusal.code, refusal.message)
    if (this.galley) this.send(refusedFrame(refusal))
    this.#refusals++
    if (this.#refusals >= this.#limits.refusals) this.close(CLOSE.policy, 'too many refused changes')
  }

  /** From here on its person has another role, as far as this connection may use it; it is told when that is a change. */
  setRole({ role, by, at }: RoleFrame): void {
    const now = this.person.most ? (lowerRole(role, this.person.most) ?? role) : role
    if (now === this.person.role) return
    this.person = { ...this.person, role: now }
    if (this.galley) this.send(roleFrame({ role: now, by, at }))
  }

  /** Tells something about the room itself. */
  tell(code: string, message: string): void {
    if (this.galley) this.send(refusedFrame({ frame: 0, code, message }))
  }

  ping(): void {
    this.alive = false
    if (!this.#closed) this.#socket.ping()
  }

  pause(): void {
    if (!this.#closed) this.#socket.pause()
  }

  resume(): void {
    if (!this.#closed) this.#socket.resume()
  }

  /** Says goodbye; the room hears of it through the socket's own close event. */
  close(code: number, reason: string): void {
    if (this.#closed) return
    this.#closed = true
    if (code === CLOSE.malformed) this.#refused('malformed', reason)
    if (code === CLOSE.policy) this.#refused('rate', reason)
    // A paused socket would never read the other side's goodbye.
    this.#socket.resume()
    this.#socket.close(code, reason)
  }

  /** Ends the connection without a goodbye. */
  drop(): void {
    this.#closed = true
    this.#socket.terminate()
  }

  /** The socket has gone. */
  gone(): void {
    this.#closed = true
  }
}
