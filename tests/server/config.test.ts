/** Flags over environment over defaults, and clear refusals. */
import { describe, expect, test } from 'vitest'
import { readConfig, SETTINGS } from '../../server/config.ts'

test('defaults stand in the working folder and listen to this machine only', () => {
  expect(readConfig({}, {}, '/home/galley')).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: '/home/galley/data',
    stories: '/home/galley/seeds',
    exports: '/home/galley/exports',
    url: null,
    proxies: 0,
    openid: null,
    webhook: null,
  })
})

test('a flag goes over GALLEY_PORT, that over PORT, and an empty variable counts as none', () => {
  const env = { GALLEY_PORT: '4000', PORT: '5000', GALLEY_DATA: '', GALLEY_EXPORTS: '/out' }
  expect(readConfig({ port: '6000' }, env, '/home/galley')).toMatchObject({
    port: 6000,
    data: '/home/galley/data',
    exports: '/out',
  })
  expect(readConfig({}, env).port).toBe(4000)
  expect(readConfig({}, { PORT: '5000' }).port).toBe(5000)
})

test.each([
  ['port', '70000'],
  ['port', 'http'],
  ['port', '-1'],
  ['port', ''],
  ['host', 'http://x'],
  ['data', ' '],
  ['proxies', 'one'],
  ['proxies', '-1'],
  ['proxies', ''],
  ['url', 'galley.example'],
  ['url', 'https://galley.example/path'],
  ['url', 'ftp://galley.example'],
])('--%s "%s" is refused by name', (flag, value) => {
  expect(() => readConfig({ [flag]: value }, {})).toThrow(`--${flag}`)
})

describe('an OpenID provider', () => {
  const whole = {
    GALLEY_OIDC_ISSUER: 'https://id.example/realms/house',
    GALLEY_OIDC_CLIENT_ID: 'galley',
    GALLEY_OIDC_CLIENT_SECRET: 'hush',
  }

  test('is set up by issuer, client and secret; its button bears the host unless it is named, newcomers get no role', () => {
    expect(readConfig({}, whole).openid).toEqual({
      issuer: new URL('https://id.example/realms/house'),
      client: 'galley',
      secret: 'hush',
      label: 'id.example',
      role: null,
    })
    const given = readConfig({ 'oidc-name': 'House', 'oidc-role': 'reader' }, whole).openid
    expect(given).toMatchObject({ label: 'House', role: 'reader' })
  })

  test.each([
    ['GALLEY_OIDC_ISSUER', '--oidc-issuer'],
    ['GALLEY_OIDC_CLIENT_ID', '--oidc-client'],
    ['GALLEY_OIDC_CLIENT_SECRET', 'GALLEY_OIDC_CLIENT_SECRET'],
  ])('that lacks %s is refused, naming %s', (left, named) => {
    expect(() => readConfig({}, { ...whole, [left]: '' })).toThrow(named)
    expect(() => readConfig({ 'oidc-role': 'reader' }, {})).toThrow(named)
  })

  test('takes its secret from the environment alone, and no message repeats it', () => {
    expect(Object.keys(SETTINGS).filter((setting) => /secret/.test(setting))).toEqual([])
    expect(() => readConfig({ 'oidc-issuer': 'nowhere' }, whole)).toThrow(/^(?!.*hush)/)
  })

  test.each([
    'http://id.example',
    'id.example',
    'https://id.example/?a=1',
    'https://a:b@id.example',
    'ftp://id.example',
  ])('at "%s" is refused', (issuer) => {
    expect(() => readConfig({ 'oidc-issuer': issuer }, whole)).toThrow('--oidc-issuer')
  })

  test('may be without https on this machine only', () => {
    expect(readConfig({ 'oidc-issuer': 'http://127.0.0.1:4000' }, whole).openid?.issuer.host).toBe('127.0.0.1:4000')
    expect(() => readConfig({ 'oidc-issuer': 'http://127.0.0.1.example' }, whole)).toThrow('--oidc-issuer')
  })

  test('gives no role that there is not', () => {
    expect(() => readConfig({ 'oidc-role': 'owner' }, whole)).toThrow('--oidc-role')
  })
})

describe('a webhook', () => {
  const secret = Buffer.alloc(32, 7).toString('base64')
  const set = (address: string, given = secret) =>
    readConfig({ webhook: address }, given ? { GALLEY_WEBHOOK_SECRET: given } : {}).webhook

  test('is off by default, and set up by address and secret, with or without the usual prefix', () => {
    expect(readConfig({}, {}).webhook).toBeNull()
    for (const given of [secret, `whsec_${secret}`, secret.replace(/=+$/, '')]) {
      expect(set('https://tool.example/in?from=galley', given)).toEqual({
        url: new URL('https://tool.example/in?from=galley'),
        secret: Buffer.alloc(32, 7),
      })
    }
    expect(set('http://127.0.0.1:4000/in')?.url.port).toBe('4000')
    const variables = { GALLEY_WEBHOOK: 'https://tool.example', GALLEY_WEBHOOK_SECRET: secret }
    expect(readConfig({}, variables).webhook?.url.host).toBe('tool.example')
  })

  test('of which one half is missing is refused, naming it', () => {
    expect(() => set('https://tool.example', '')).toThrow('GALLEY_WEBHOOK_SECRET')
    expect(() => readConfig({}, { GALLEY_WEBHOOK_SECRET: secret })).toThrow('--webhook')
  })

  test.each([
    'tool.example',
    'http://tool.example/in',
    'https://user:word@tool.example',
    'https://tool.example/#here',
    'ftp://tool.example',
  ])('at %s is refused', (address) => {
    expect(() => set(address)).toThrow('--webhook')
  })

  test.each([
    ['too short', Buffer.alloc(23, 7).toString('base64')],
    ['too long', Buffer.alloc(65, 7).toString('base64')],
    ['no base64', 'correct horse battery staple, and some more words'],
  ])('whose secret is %s is refused, without repeating it', (_, given) => {
    expect(() => set('https://tool.example', given)).toThrow(/GALLEY_WEBHOOK_SECRET takes 24 to 64 bytes in base64/)
    expect(() => set('https://tool.example', given)).not.toThrow(given)
  })
})
