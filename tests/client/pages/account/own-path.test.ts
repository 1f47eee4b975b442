import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath, signInPath } from '../../../../client/pages/account/own-path.ts'

const HERE = 'https://galley.example'

describe('where a sign-in leads', () => {
  test('back to the page one came from', () => {
    for (const path of ['/', '/you', '/stories/abc_123', '/join/t0k3n']) {
      const search = new URL(signInPath(path), HERE).searchParams
      expect(ownPath(search.get('to'), HERE)).toBe(path)
    }
  })

  test('to no other host, however it is written, to no script, and to no page that is not there', () => {
    for (const to of [
      null,
      '',
      'https://evil.example/',
      '//evil.example/stories/abc',
      '/\\evil.example/stories/abc',
      '\\\\evil.example',
      '/\t/evil.example/stories/abc',
      '/\n/evil.example',
      '/stories/..//evil.example',
      'javascript:alert(1)',
      '/%2f/evil.example',
      '/api/session',
      '/api/sign-in/provider?to=/',
      '/owner/t0k3n',
      '/sign-in',
      '/stories',
      '//',
      '/.//evil.example',
      '/.//',
      '/stories/%E0%A4',
    ])
      expect(ownPath(to, HERE)).toBe('/')
  })

  test('whatever stands in the address, the browser would stay here', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', ':', '.', '@', '?', '#', 'a', '\t', '%2f') }), (to) => {
        expect(new URL(ownPath(`/${to}`, HERE), HERE).origin).toBe(HERE)
      }),
    )
  })
})
