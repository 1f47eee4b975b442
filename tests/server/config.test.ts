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
