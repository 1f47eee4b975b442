import { describe, expect, test } from 'vitest'
import { routeOf, storyPath } from '../../client/router.ts'

describe('addresses', () => {
  test('each page has its address, with or without a slash at its end', () => {
    expect(routeOf('/')).toEqual({ page: 'library' })
    expect(routeOf('/stories/abc_-1')).toEqual({ page: 'story', id: 'abc_-1' })
    expect(routeOf('/stories/abc/')).toEqual({ page: 'story', id: 'abc' })
    expect(routeOf('/join/t0k3n')).toEqual({ page: 'join', token: 't0k3n' })
    expect(routeOf('/people')).toEqual({ page: 'people' })
    expect(routeOf('/activity/')).toEqual({ page: 'activity' })
    expect(routeOf('/owner/t0k3n')).toEqual({ page: 'owner', token: 't0k3n' })
    expect(routeOf('/back/t0k3n')).toEqual({ page: 'back', token: 't0k3n' })
    expect(routeOf('/sign-in/')).toEqual({ page: 'sign-in' })
    expect(routeOf('/you')).toEqual({ page: 'you' })
  })

  test('a story is found again at the address that is made for it', () => {
    for (const id of ['abc', 'a b', 'ä/ö', '100%', '?#']) expect(routeOf(storyPath(id))).toEqual({ page: 'story', id })
  })

  test('all else is no page: too short, too long, unknown, or not readable', () => {
    for (const path of [
      '/stories',
      '/stories/',
      '/stories/a/b',
      '/join',
      '/people/abc',
      '/activity/abc',
      '/owner/',
      '/you/a',
      '/sign-in/a',
      '/else/abc',
      '/abc',
      '/stories/%E0%A4',
    ])
      expect(routeOf(path)).toEqual({ page: 'unknown' })
  })
})
