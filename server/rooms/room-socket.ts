/** The little of a `ws` socket that a room uses; the real one fits as it is. */
export interface RoomSocket {
  /** Bytes accepted by send that have not left the process. */
  readonly bufferedAmount: number
  send(data: Uint8Array): void
  close(code: number, reason: string): void
  terminate(): void
  ping(): void
  /** Stops reading from the network, so that a flood waits at its source. */
  pause(): void
  resume(): void
  on(event: 'message', listener: (data: Uint8Array | ArrayBuffer | Uint8Array[], isBinary: boolean) => void): unknown
  on(event: 'close' | 'pong', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}
