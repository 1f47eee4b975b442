/** How this Galley is set up: flags over environment over defaults. Paths come out absolute; nothing is created here. */
import { resolve } from 'node:path'
import { Refusal } from '../shared/refusals.ts'
import { ROLES } from '../shared/roles.ts'
import type { OpenidSettings } from './auth/provider.ts'
import type { WebhookSettings } from './stories/webhook-post.ts'

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
  /** How many proxies of one's own stand in front; with 0 X-Forwarded-For is not believed. */
  proxies: number
  /** The OpenID provider that people may sign in with; null = none. */
  openid: OpenidSettings | null
  /** Where the events of reviews are posted to; null = nowhere. */
  webhook: WebhookSettings | null
}

/** Read from the environment alone: a command line is seen by everybody on the machine. */
export const OPENID_SECRET = 'GALLEY_OIDC_CLIENT_SECRET'
/** From the environment alone, as above. */
export const WEBHOOK_SECRET = 'GALLEY_WEBHOOK_SECRET'

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
  proxies: {
    variables: ['GALLEY_PROXIES'],
    fallback: '0',
    hint: "how many proxies of one's own stand in front, so that people are told apart by the address they come from",
  },
  'oidc-issuer': {
    variables: ['GALLEY_OIDC_ISSUER'],
    fallback: '',
    hint: 'OpenID provider that people may sign in with, e.g. https://id.example',
  },
  'oidc-client': {
    variables: ['GALLEY_OIDC_CLIENT_ID'],
    fallback: '',
    hint: `client id at that provider; its secret is read from ${OPENID_SECRET} only`,
  },
  'oidc-name': {
    variables: ['GALLEY_OIDC_NAME'],
    fallback: '',
    hint: 'what the button calls that provider; its host name if not given',
  },
  'oidc-role': {
    variables: ['GALLEY_OIDC_ROLE'],
    fallback: '',
    hint: 'role on the whole library for those who come from it for the first time; none if not given',
  },
  webhook: {
    variables: ['GALLEY_WEBHOOK'],
    fallback: '',
    hint: `address that the events of reviews are posted to; its secret is read from ${WEBHOOK_SECRET} only`,
  },
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
    proxies: proxiesOf(value('proxies')),
    openid: openidOf(value, env[OPENID_SECRET] ?? ''),
    webhook: webhookOf(value('webhook').trim(), env[WEBHOOK_SECRET]?.trim() ?? ''),
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new Refusal('bad-request', `--port takes a number from 0 to 65535, not "${text}".`)
}

function proxiesOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new Refusal('bad-request', `--proxies takes a number from 0 to 9, not "${text}".`)
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

/** All three of issuer, client and secret, or none of anything. */
function openidOf(value: (setting: Setting) => string, secret: string): OpenidSettings | null {
  const [issuer, client, label, role] = [
    value('oidc-issuer').trim(),
    value('oidc-client').trim(),
    value('oidc-name').trim(),
    value('oidc-role').trim(),
  ]
  if ([issuer, client, label, role, secret].every((one) => one === '')) return null
  const missing = Object.entries({ '--oidc-issuer': issuer, '--oidc-client': client, [OPENID_SECRET]: secret })
    .filter(([, given]) => given === '')
    .map(([name]) => name)
  if (missing.length > 0) {
    throw new Refusal(
      'bad-request',
      `Signing in through a provider is set up in part only: ${missing.join(', ')} missing.`,
    )
  }
  const address = issuerOf(issuer)
  if (label.length > 40) throw new Refusal('bad-request', '--oidc-name takes at most 40 characters.')
  const given = ROLES.find((one) => one === role) ?? null
  if (role !== '' && given === null) {
    throw new Refusal('bad-request', `--oidc-role takes one of ${ROLES.join(', ')}, not "${role}".`)
  }
  return { issuer: address, client, secret, label: label || address.host, role: given }
}

/** Both of address and secret, or neither. */
function webhookOf(address: string, secret: string): WebhookSettings | null {
  if (address === '' && secret === '') return null
  if (address === '' || secret === '') {
    const missing = address === '' ? '--webhook' : WEBHOOK_SECRET
    throw new Refusal('bad-request', `The webhook is set up in part only: ${missing} missing.`)
  }
  const url = safeUrl(address)
  if (!url) {
    throw new Refusal(
      'bad-request',
      '--webhook takes an https address without a user, such as https://tool.example/in.',
    )
  }
  const words = secret.replace(/^whsec_/, '')
  const bytes = Buffer.from(words, 'base64')
  if (
    bytes.length < 24 ||
    bytes.length > 64 ||
    bytes.toString('base64').replace(/=+$/, '') !== words.replace(/=+$/, '')
  ) {
    throw new Refusal(
      'bad-request',
      `${WEBHOOK_SECRET} takes 24 to 64 bytes in base64, as "openssl rand -base64 32" makes them.`,
    )
  }
  return { url, secret: bytes }
}

/** Without https anybody on the way could answer in the provider's name; on this machine there is no way. */
function issuerOf(text: string): URL {
  const url = safeUrl(text)
  if (url?.search === '') return url
  throw new Refusal('bad-request', `--oidc-issuer takes an https address such as https://id.example, not "${text}".`)
}

/** What is on the way is read by nobody else: https, or this machine. */
function safeUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.hash !== '' || url.username !== '' || url.password !== '') return null
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (here && url.protocol === 'http:') ? url : null
}
