import { afterEach, expect, test, vi } from 'vitest'
import {
  enterByAddress,
  getActivity,
  join,
  makeInvite,
  openByAddress,
  removeFromLibrary,
  removePerson,
  revokeInvite,
  setLibraryRole,
  setRole,
} from '../../../client/sync/people-api.ts'

function answers() {
  const asked = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(Response.json({})))
  vi.stubGlobal('fetch', asked)
  return () => asked.mock.calls.map(([path, { method, body }]) => `${method} ${path}${body ? ` ${String(body)}` : ''}`)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('whoever is signed in joins without a name', async () => {
  const asked = answers()
  await join('t', null)
  await join('t', { name: 'Ruth', swatch: 3 })
  expect(asked()).toEqual(['POST /api/invites/t {}', 'POST /api/invites/t {"name":"Ruth","swatch":3}'])
})

test('links and activity are asked of a story, or of the whole library', async () => {
  const asked = answers()
  await makeInvite('s', { role: 'editor', days: 7, mostUses: 3 })
  await makeInvite(null, { role: 'reader' })
  await revokeInvite('s', 'i')
  await revokeInvite(null, 'i')
  await getActivity('s')
  await getActivity(null, 40)
  expect(asked()).toEqual([
    'POST /api/stories/s/invites {"role":"editor","days":7,"mostUses":3}',
    'POST /api/people/invites {"role":"reader"}',
    'DELETE /api/stories/s/invites/i',
    'DELETE /api/people/invites/i',
    'GET /api/stories/s/activity',
    'GET /api/activity?before=40',
  ])
})

test('a role is set, a person removed and a story opened by its address where the server looks for it', async () => {
  const asked = answers()
  await setRole('s', 'p', 'commenter')
  await removePerson('s', 'p')
  await openByAddress('s', null)
  await enterByAddress('s', { name: 'Ana', swatch: 2 })
  await setLibraryRole('p', null)
  await removeFromLibrary('p')
  expect(asked()).toEqual([
    'PUT /api/stories/s/people/p {"role":"commenter"}',
    'DELETE /api/stories/s/people/p',
    'PUT /api/stories/s/link {"role":null}',
    'POST /api/stories/s/door {"name":"Ana","swatch":2}',
    'PUT /api/people/p {"role":null}',
    'DELETE /api/people/p',
  ])
})

test('no part of an address can leave its place', async () => {
  const asked = answers()
  await setRole('../a', '../b', 'reader')
  await revokeInvite('s?', '#')
  expect(asked()).toEqual([
    'PUT /api/stories/..%2Fa/people/..%2Fb {"role":"reader"}',
    'DELETE /api/stories/s%3F/invites/%23',
  ])
})
