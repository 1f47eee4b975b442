import { describe, expect, test } from 'vitest'
import { arrange, type PaletteCommand, placeIn, scoreOf } from '../../../../client/panels/palette/palette-commands.ts'

const command = (group: PaletteCommand['group'], label: string): PaletteCommand => ({
  id: label.toLowerCase(),
  group,
  label,
  run: () => undefined,
})

const COMMANDS = [
  command('Go', 'Low Water'),
  command('This selection', 'Heading 1'),
  command('This selection', 'Bold'),
  command('View', 'Line numbers'),
  command('Story', 'Share'),
  command('People', 'Follow Tomás Weil'),
]

const labels = (query: string, recent: string[] = []) =>
  arrange(COMMANDS, query, recent).map(({ group, commands }) => [group, ...commands.map(({ label }) => label)])

describe('the palette', () => {
  test('offers recent commands first when nothing is typed, the latest at the top', () => {
    expect(labels('', ['share', 'bold', 'gone'])[0]).toEqual(['Recent', 'Share', 'Bold'])
  })

  test('has no empty group', () => {
    expect(labels('').map(([group]) => group)).toEqual(['Go', 'This selection', 'View', 'Story', 'People'])
  })

  test('lists the group of the best match first', () => {
    expect(labels('lin nu')).toEqual([['View', 'Line numbers']])
    expect(labels('h')[0]).toEqual(['This selection', 'Heading 1'])
  })

  test('finds letters with and without their accents', () => {
    expect(labels('omas')).toEqual([['People', 'Follow Tomás Weil']])
  })

  test('shows only people after @', () => {
    expect(labels('@')).toEqual([['People', 'Follow Tomás Weil']])
    expect(labels('@bold')).toEqual([])
  })

  test('ranks the start of a word above the middle of one, and that above letters in order', () => {
    const scores = ['Water', 'Low Water', 'Underwater', 'Wide after'].map((label) => scoreOf(label, 'water') ?? -1)
    expect(scores.map(Math.round)).toEqual([3, 3, 2, 1])
    expect(Math.round(scoreOf('Heading 1', 'hd1') ?? -1)).toBe(1)
    expect(scoreOf('Heading 1', 'h2')).toBeNull()
  })

  test('takes digits for a line and a percentage for a part of the story, never outside it', () => {
    expect(placeIn('12', 87)).toBe(12)
    expect(placeIn(' 50% ', 101)).toBe(51)
    expect(placeIn('900', 87)).toBe(87)
    expect(placeIn('0', 87)).toBe(1)
    expect(placeIn('250%', 87)).toBe(87)
    expect(placeIn('12 a', 87)).toBeNull()
  })
})
