import { expect, test } from 'vitest'
import { StoryNames } from '../../../../client/pages/story/story-names.ts'
import { ApiError } from '../../../../client/sync/api.ts'
import type { Person } from '../../../../shared/wire/people.ts'

const RUTH: Person = { id: 'ruth', name: 'Ruth Adeyemi', swatch: 1 }
const JUNE: Person = { id: 'june', name: 'June Park', swatch: 2 }

/** A server that answers when the test says so. */
function desk() {
  const asked: { resolve(people: Person[]): void; reject(error: Error): void }[] = []
  let changes = 0
  const names = new StoryNames(
    () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
    () => {
      changes += 1
    },
  )
  return { names, asked, changes: () => changes }
}

test('nobody is called "Somebody" before the server has answered', async () => {
  const { names, asked, changes } = desk()
  const loaded = names.load()
  expect(names.person('ruth').name).toBe('')
  asked[0]?.resolve([RUTH])
  await loaded
  expect([names.person('ruth').name, names.person('gone').name, changes()]).toEqual([RUTH.name, 'Somebody', 1])
})

test('somebody new is asked for once, and nameless meanwhile', async () => {
  const { names, asked } = desk()
  const loaded = names.load()
  asked[0]?.resolve([RUTH])
  await loaded
  const met = Promise.all([names.meet(['ruth', 'june']), names.meet(['june'])])
  expect(asked).toHaveLength(2)
  expect([names.person('june').name, names.person('ruth').name]).toEqual(['', RUTH.name])
  asked[1]?.resolve([RUTH, JUNE])
  await met
  expect(names.person('june')).toEqual(JUNE)
})

test('without the server those who are unknown are "Somebody", the others stay; both list and lookup are others', async () => {
  const { names, asked, changes } = desk()
  const loaded = names.load()
  asked[0]?.resolve([RUTH])
  await loaded
  const before = [names.people, names.person]
  const met = names.meet(['june'])
  asked[1]?.reject(new ApiError('unavailable', 'The server cannot be reached.', 0))
  await met
  expect([names.person('june').name, names.person('ruth').name]).toEqual(['Somebody', RUTH.name])
  expect([names.people === before[0], names.person === before[1], changes()]).toEqual([false, false, 2])
})

test('a story that was left is told nothing', async () => {
  const { names, asked, changes } = desk()
  const loaded = names.load()
  names.stop()
  asked[0]?.resolve([RUTH])
  await loaded
  expect(changes()).toBe(0)
})
