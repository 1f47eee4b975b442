/** How this Galley is set up: flags over environment over defaults. Paths come out absolute; nothing is created here. */
import { resolve } from 'node:path'
import { Refusal } from '../shared/refusals.ts'

export interface Config {
  port: number
  host: string
  /** Data folder. */
  data: string
  /** Folder whose .txt files are taken in on first start. */
  stories: string
  /** Folder that "Write to folder" writes into. */
  exports: string
  /** The address that people use where it is not http://host:port, e.g. behind a proxy with https; else null. */
  url: URL | null
}

/** Flag → environment variables, first wins → default. Also what `--help` prints. */
export const SETTINGS = {
  port: { variables: ['GALLEY_PORT', 'PORT'], fallback: '3000', hint: 'port to listen on' },
  host: { variables: ['GALLEY_HOST'], fallback: '127.0.0.1', hint: 'address to listen on; 0.0.0.0 = every network' },
  data: { variables: ['GALLEY_DATA'], fallback: 'data', hint: 'data folder' },
  stories: {
    variables: ['GALLEY_STORIES'],
    fallback: 'seeds',
    hint: 'folder whose .txt files the first start takes in',
  },
  exports: { variables: ['GALLEY_EXPORTS'], fallback: 'exports', hint: 'folder that corrected files are written to' },
  url: { variables: ['GALLEY_URL'], fallback: '', hint: 'public address, e.g. https://galley.example' },
} as const

export type Setting = keyof typeof SETTINGS
export type Flags = Partial<Record<Setting, string | undefined>>

/** Throws `bad-request` naming the flag for a value that cannot be meant. Relative paths resolve against `folder`. */
export function readConfig(flags: Flags, env: Record<string, string | undefined>, folder = process.cwd()): Config {
  const value = (setting: Setting): string => {
    const { variables, fallback } = SETTINGS[setting]
    const named = variables.map((name) => env[name]).find((one) => one !== undefined && one !== '')
    return flags[setting] ?? named ?? fallback
  }
  const path = (setting: Setting): string => {
    if (value(setting).trim() === '') throw new Refusal('bad-request', `--${setting} needs the name of a folder.`)
    return resolve(folder, value(setting))
  }
  return {
    port: portOf(value('port')),
    host: hostOf(value('host')),
    data: path('data'),
    stories: path('stories'),
    exports: path('exports'),
    url: urlOf(value('url')),
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new Refusal('bad-request', `--port takes a number from 0 to 65535, not "${text}".`)
}

function hostOf(text: string): string {
  if (text !== '' && !/[\s/]/.test(text)) return text
  throw new Refusal('bad-request', `--host takes an address such as 127.0.0.1 or 0.0.0.0, not "${text}".`)
}

function urlOf(text: string): URL | null {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '') return url
  throw new Refusal(
    'bad-request',
    `--url takes an address such as https://galley.example without a path, not "${text}".`,
  )
}
