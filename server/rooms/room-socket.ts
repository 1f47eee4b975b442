/** The little of a `ws` socket that a room uses, and how to take what it hands over; the real one fits as it is. */
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

/** A message as the bytes it came as. */
export function bytesOf(data: Uint8Array | ArrayBuffer | Uint8Array[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** A frame too big or not of the protocol: the socket closes by itself, and nobody fills the log with such. */
export function isOtherSidesFault(error: Error): boolean {
  return 'code' in error && /^(WS_ERR_|ECONNRESET|EPIPE)/.test(String(error.code))
}
