/** What the first start takes in, and that it is done once. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { deleteStory } from '../../../server/stories/delete-story.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { takeIn } from '../../../server/stories/take-in.ts'
import { type TakenFile, takeInFolder } from '../../../server/stories/take-in-folder.ts'
import { type DeskHouse, openDeskHouse } from '../../kit/server-desk.ts'

let house: DeskHouse
let folder: string
beforeEach(async () => {
  house = await openDeskHouse()
  folder = join(house.folder, 'texts')
  await mkdir(join(folder, 'folder.txt'), { recursive: true })
  for (const name of ['b.txt', 'a.TXT', 'notes.md']) await writeFile(join(folder, name), `Words of ${name}.`)
})
afterEach(() => house.close())

async function start(from = folder): Promise<TakenFile[]> {
  const taken: TakenFile[] = []
  await takeInFolder(house.desk, from, join(house.folder, 'data'), (file) => void taken.push(file))
  return taken
}

const names = async () => (await house.desk.storage.stories.list()).map(({ name }) => name).sort()

test('takes in every text of the folder, in order, with its place', async () => {
  expect(await start()).toEqual([
    { name: 'a.TXT', fault: null, at: 1, of: 2 },
    { name: 'b.txt', fault: null, at: 2, of: 2 },
  ])
  expect(await names()).toEqual(['a.TXT', 'b.txt'])
})

test('does so once: neither new files nor deleted stories come back', async () => {
  await start()
  for (const { id } of await house.desk.storage.stories.list()) await deleteStory(house.desk, OPERATOR, id)
  await writeFile(join(folder, 'c.txt'), 'Later.')
  expect(await start()).toEqual([])
  expect(await names()).toEqual([])
})

test('goes on where an interrupted start ended, without taking a file in twice', async () => {
  await takeIn(house.desk, OPERATOR, { name: 'a.TXT', bytes: new TextEncoder().encode('Words of a.TXT.') })
  expect(await start()).toMatchObject([{ name: 'b.txt' }])
  expect(await names()).toEqual(['a.TXT', 'b.txt'])
})

test('leaves a library alone that has stories of its own', async () => {
  await startStory(house.desk, OPERATOR, { name: 'Mine', text: '' })
  expect(await start()).toEqual([])
  expect(await names()).toEqual(['Mine.txt'])
})

test('tells of a file that cannot be read and takes in the others', async () => {
  await writeFile(join(folder, 'a.TXT'), new Uint8Array([1, 0, 0, 2]))
  expect(await start()).toMatchObject([
    { name: 'a.TXT', fault: expect.stringMatching(/\S/) },
    { name: 'b.txt', fault: null },
  ])
  expect(await names()).toEqual(['b.txt'])
})

test('without the folder starts empty, and takes it in once it is there', async () => {
  expect(await start(join(house.folder, 'absent'))).toEqual([])
  expect(await start()).toHaveLength(2)
  expect(await readdir(join(house.folder, 'data'))).toContain('first-start-done')
})
