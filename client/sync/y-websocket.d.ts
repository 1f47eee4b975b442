/** Types of y-websocket 3.1.0, whose package lacks the declaration file it names. Only what Galley uses. */
declare module 'y-websocket' {
  import type { Decoder } from 'lib0/decoding'
  import type { Encoder } from 'lib0/encoding'
  import type { Awareness } from 'y-protocols/awareness'
  import type { Doc } from 'yjs'

  export type MessageHandler = (
    encoder: Encoder,
    decoder: Decoder,
    provider: WebsocketProvider,
    emitSynced: boolean,
    messageType: number,
  ) => void

  export interface ProviderOptions {
    connect?: boolean
    awareness?: Awareness
    params?: Record<string, string>
    protocols?: string[]
    WebSocketPolyfill?: unknown
    resyncInterval?: number
    maxBackoffTime?: number
    disableBc?: boolean
    shouldReconnect?: (event: { code: number; reason: string }, provider: WebsocketProvider) => boolean
  }

  export interface ProviderEvents {
    status: (event: { status: 'connected' | 'disconnected' | 'connecting' }) => void
    sync: (synced: boolean) => void
    synced: (synced: boolean) => void
    'connection-close': (event: { code: number; reason: string } | null, provider: WebsocketProvider) => void
    'connection-error': (event: unknown, provider: WebsocketProvider) => void
    closed: (event: { code: number; reason: string }, provider: WebsocketProvider) => void
  }

  export class WebsocketProvider {
    constructor(serverUrl: string, room: string, doc: Doc, options?: ProviderOptions)
    readonly doc: Doc
    readonly awareness: Awareness
    readonly url: string
    readonly messageHandlers: (MessageHandler | undefined)[]
    readonly ws: { readonly readyState: number; send(data: Uint8Array): void } | null
    readonly wsconnected: boolean
    shouldConnect: boolean
    readonly synced: boolean
    on<E extends keyof ProviderEvents>(event: E, listener: ProviderEvents[E]): ProviderEvents[E]
    once<E extends keyof ProviderEvents>(event: E, listener: ProviderEvents[E]): ProviderEvents[E]
    off<E extends keyof ProviderEvents>(event: E, listener: ProviderEvents[E]): void
    connect(): void
    disconnect(): void
    destroy(): void
  }
}
