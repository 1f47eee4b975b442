/** Where a redirect may go that somebody outside wrote. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '../../../server/http/own-path.ts'

test.each([
  ['/', '/'],
  ['/stories/abc', '/stories/abc'],
  ['/join/abc?x=1&y=/z#there', '/join/abc?x=1&y=/z#there'],
  ['/you?back=https://elsewhere.example', '/you?back=https://elsewhere.example'],
  ['/stories/../you', '/you'],
  ['/apiary', '/apiary'],
])('%s goes to %s', (given, path) => {
  expect(ownPath(given)).toBe(path)
})

test.each([
  undefined,
  '',
  'stories/abc',
  'https://evil.example',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/x\r\nSet-Cookie: a=b',
  '/api/session',
  '/API/session',
  '/x/../api/session',
  '/rooms/abc',
  `/${'a'.repeat(500)}`,
])('%j goes to the library', (given) => {
  expect(ownPath(given)).toBe('/')
})

test('whatever is written, a browser that follows it stays here', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    'evil.example',
    '@',
    ':',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ' ',
    '?',
    '#',
    'é',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.string(),
      ),
      (given) => {
        const path = ownPath(given)
        for (const base of ['http://here.example', 'https://here.example']) {
          expect(new URL(path, `${base}/api/sign-in/provider/return`).origin).toBe(base)
        }
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
        expect(ownPath(path)).toBe(path)
      },
    ),
    { numRuns: 2000 },
  )
})
