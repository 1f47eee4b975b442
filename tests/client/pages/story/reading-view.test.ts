import { describe, expect, test } from 'vitest'
import { legalView, viewStyle } from '../../../../client/pages/story/reading-view.ts'

describe('the reading view', () => {
  test('is as usual for whatever was not kept, or is out of range', () => {
    const usual = legalView(null)
    expect(usual).toEqual({ size: 18, width: 'normal', spaced: false, numbers: false, outline: true })
    expect(legalView({ size: 'huge', width: 'endless', spaced: 1 })).toEqual(usual)
    expect(legalView({ size: 99 }).size).toBe(26)
    expect(legalView({ size: 2, numbers: true })).toEqual({ ...usual, size: 15, numbers: true })
  })

  test('keeps the words of a line together when the letters grow', () => {
    expect(viewStyle(legalView({ size: 18 }))).toEqual({ '--story-size': '1.125rem', '--story-measure': '35.5rem' })
    expect(viewStyle(legalView({ size: 24, width: 'narrow' }))['--story-measure']).toBe(`${(29 * 24) / 18}rem`)
  })
})
