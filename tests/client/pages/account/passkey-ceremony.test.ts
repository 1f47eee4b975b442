import { describe, expect, test } from 'vitest'
import { passkeyBar, sayPasskey } from '../../../../client/pages/account/passkey-ceremony.ts'

const good = { hostname: 'galley.example', host: 'galley.example', secure: true, supported: true }

describe('where there can be passkeys', () => {
  test('under a name with https, and on this machine under its name', () => {
    expect(passkeyBar(good)).toBe('')
    expect(passkeyBar({ ...good, hostname: 'localhost', host: 'localhost:4680' })).toBe('')
  })

  test('not at a number; of this machine’s own the name is told, with the port', () => {
    for (const hostname of ['127.0.0.1', '127.0.1.1', '[::1]'])
      expect(passkeyBar({ ...good, hostname, host: `${hostname}:4680` })).toContain('http://localhost:4680 ')
    for (const hostname of ['192.168.1.20', '[fe80::1]']) {
      const bar = passkeyBar({ ...good, hostname, host: hostname, secure: false })
      expect(bar).toContain('under its name, with https')
      expect(bar).not.toContain('localhost')
    }
  })

  test('not over plain http, and not in a browser without them', () => {
    expect(passkeyBar({ ...good, secure: false, supported: false })).toContain('https')
    expect(passkeyBar({ ...good, supported: false })).toContain('password')
  })
})

describe('a ceremony that fails', () => {
  test('says that the question was closed, and nothing when another ceremony took its place', () => {
    expect(sayPasskey(new DOMException('', 'NotAllowedError'))).toContain('Nothing has changed')
    expect(sayPasskey(new DOMException('Another took its place.', 'AbortError'))).toBe('')
  })
})
