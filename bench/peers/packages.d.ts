/** The little of the peers' interfaces that the bench uses; their packages are installed by the bench alone. */
declare module '@hocuspocus/server' {
  export class Server {
    constructor(configuration: { port: number; address: string; quiet: boolean; extensions: unknown[] })
    listen(): Promise<unknown>
    readonly address: { port: number }
  }
}

declare module '@hocuspocus/extension-sqlite' {
  export class SQLite {
    constructor(configuration: { database: string })
  }
}

declare module '@y/websocket-server/utils' {
  import type { IncomingMessage } from 'node:http'
  import type { WebSocket } from 'ws'
  export function setupWSConnection(socket: WebSocket, request: IncomingMessage): void
}

declare module '@tiptap/extension-collaboration' {
  import type { Extension } from '@tiptap/core'
  import type { Doc } from 'yjs'
  export const Collaboration: Extension<{ document: Doc; field: string }>
}

declare module 'y-prosemirror' {
  import type { Plugin } from '@tiptap/pm/state'
  import type { XmlFragment } from 'yjs'
  export function ySyncPlugin(fragment: XmlFragment): Plugin
  export function yUndoPlugin(): Plugin
}
