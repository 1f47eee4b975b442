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

declare module 'cspell-lib' {
  export function spellCheckDocument(
    document: { uri: string; text: string; languageId: string; locale: string },
    options: { generateSuggestions: boolean; numSuggestions: number; noConfigSearch: boolean },
    settings: { language: string; words: string[] },
  ): Promise<{ issues: { text: string; offset: number; suggestions?: string[] }[] }>
}

declare module 'retext' {
  interface Point {
    offset?: number
  }
  interface Message {
    ruleId?: string
    source?: string
    place?: Point | { start: Point; end: Point }
    expected?: string[]
  }
  interface Processor {
    use(plugin: unknown, options?: object): Processor
    process(text: string): Promise<{ messages: Message[] }>
  }
  export function retext(): Processor
}

declare module 'retext-contractions'
declare module 'retext-indefinite-article'
declare module 'retext-quotes'
declare module 'retext-repeated-words'

declare module 'write-good' {
  const writeGood: (text: string) => { index: number; offset: number; reason: string }[]
  export = writeGood
}
