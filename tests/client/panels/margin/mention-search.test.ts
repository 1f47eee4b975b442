import { describe, expect, test } from 'vitest'
import { mentionAt, peopleFor, withMention } from '../../../../client/panels/margin/mention-search.ts'

const PEOPLE = ['Ruth Adeyemi', 'June Park', 'Rupert June'].map((name, index) => ({ id: `person${index}`, name }))

describe('naming somebody', () => {
  test('begins at an @ that no letter precedes', () => {
    expect(mentionAt('ask @ru', 7)).toEqual({ from: 4, query: 'ru' })
    expect(mentionAt('ask @', 5)).toEqual({ from: 4, query: '' })
    expect(mentionAt('mail a@ru', 9)).toBeNull()
    expect(mentionAt('@ru\nand', 7)).toBeNull()
  })

  test('finds people by either name, whole beginnings first', () => {
    expect(peopleFor(PEOPLE, 'june').map(({ name }) => name)).toEqual(['June Park', 'Rupert June'])
    expect(peopleFor(PEOPLE, 'ruth a').map(({ name }) => name)).toEqual(['Ruth Adeyemi'])
    expect(peopleFor(PEOPLE, 'June Park')).toEqual([])
  })

  test('puts the whole name and a space, and the caret behind it', () => {
    expect(withMention('ask @ru', 7, { from: 4, query: 'ru' }, 'Ruth Adeyemi')).toEqual(['ask @Ruth Adeyemi ', 18])
    expect(withMention('ask @ru now', 7, { from: 4, query: 'ru' }, 'Ruth')).toEqual(['ask @Ruth now', 9])
  })
})
