/** Stories over HTTP: taking files in, taking them out again, renaming, deleting; and the client's own files. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachment } from '../../../server/http/download.ts'
import { IntakeAnswer, StoriesAnswer, Story, TakenIn } from '../../../shared/wire/api.ts'
import { asBrowser, type DeskHouse, form, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

const seeds = resolve(import.meta.dirname, '../../../seeds')

let house: DeskHouse
let ask: ReturnType<typeof asBrowser>
beforeAll(async () => {
  house = await openDeskHouse()
  ask = asBrowser(house.app, (await welcome(house, 'Ann', { owner: true })).cookie)
})
afterAll(() => house.close())

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('taking in', () => {
  test('the seeds gives stories whose export, source and written file are the same bytes', async () => {
    for (const name of (await readdir(seeds)).filter((one) => one.endsWith('.txt'))) {
      const bytes = await readFile(join(seeds, name))
      const answer = await ask('/api/stories', form({ [name]: bytes }))
      expect(answer.status).toBe(201)
      const story = TakenIn.parse(await answer.json())
      expect(story.files).toEqual([{ name, id: story.id, error: null }])
      expect(Story.parse(await (await ask(`/api/stories/${story.id}`)).json())).toMatchObject({ name, hasSource: true })
      for (const way of ['export', 'source']) {
        const file = await ask(`/api/stories/${story.id}/${way}`)
        expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`)
        expect(file.headers.get('cache-control')).toBe('no-store')
        expect(Buffer.compare(await bytesOf(file), bytes)).toBe(0)
      }
      const changes = await (await ask(`/api/stories/${story.id}/changes`)).json()
      expect(changes).toMatchObject({ differs: 0, identical: true })
      const written = await ask(`/api/stories/${story.id}/write`, { method: 'POST' })
      expect(await written.json()).toMatchObject({ file: name, bytes: bytes.length, unchanged: false })
      expect(Buffer.compare(await readFile(join(house.folder, 'exports', name)), bytes)).toBe(0)
      const again = await ask(`/api/stories/${story.id}/write`, { method: 'POST' })
      expect(await again.json()).toMatchObject({ unchanged: true })
      const patch = await ask(`/api/stories/${story.id}/export?format=patch`)
      expect((await bytesOf(patch)).length).toBe(0)
    }
  })

  test('several files answers for each; a bad one does not stop the others', async () => {
    const answer = await ask(
      '/api/stories',
      form({ 'bad.bin': new Uint8Array([1, 0, 0, 2]), 'good.txt': 'Good.', 'x.txt': '' }),
    )
    expect(answer.status).toBe(201)
    const { name, files } = TakenIn.parse(await answer.json())
    expect(name).toBe('good.txt')
    expect(files.map((file) => [file.name, file.id !== null, file.error === null])).toEqual([
      ['bad.bin', false, false],
      ['good.txt', true, true],
      ['x.txt', true, true],
    ])
  })

  test('nothing but bad files is refused with the first reason, and keeps nothing', async () => {
    const before = (await house.desk.storage.stories.list()).length
    const answer = await ask('/api/stories', form({ 'bad.bin': new Uint8Array([1, 0, 0, 2]) }))
    expect(answer.status).toBe(422)
    expect((await ask('/api/stories', form({}))).status).toBe(400)
    expect((await ask('/api/stories', form({ 'a.txt': 'x' }, { encoding: 'klingon' }))).status).toBe(400)
    const invalid = form({ 'a.txt': new Uint8Array([0x61, 0xff]) }, { encoding: 'utf-8' })
    expect((await ask('/api/stories', invalid)).status).toBe(422)
    expect((await ask('/api/stories', form({ 'big.txt': new Uint8Array(10 * 1024 * 1024 + 1).fill(97) }))).status).toBe(
      413,
    )
    expect((await house.desk.storage.stories.list()).length).toBe(before)
  })

  test('a malformed multipart body is refused', async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nbroken',
    }
    expect((await ask('/api/stories', init)).status).toBe(400)
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['..', 'story.txt'],
    ['a\u202etxt.exe', 'atxt.exe'],
  ])('[T22] a file called %s keeps the name %s', async (given, kept) => {
    const story = TakenIn.parse(await (await ask('/api/stories', form({ [given]: 'Words.' }))).json())
    expect(story.name).toBe(kept)
  })

  test('the encoding can be overridden, and is shown before', async () => {
    const bytes = new Uint8Array([0x93, 0x41, 0x94])
    const seen = IntakeAnswer.parse(await (await ask('/api/intake', form({ 'a.txt': bytes }))).json())
    expect(seen).toMatchObject({
      name: 'a.txt',
      bytes: 3,
      form: { encoding: 'windows-1252', guessed: true },
      preview: '“A”',
    })
    const given = form({ 'a.txt': bytes }, { encoding: 'windows-1252' })
    const story = TakenIn.parse(await (await ask('/api/stories', given)).json())
    expect(story.form).toMatchObject({ encoding: 'windows-1252', guessed: false })
    expect([...(await bytesOf(await ask(`/api/stories/${story.id}/export`)))]).toEqual([...bytes])
    expect((await bytesOf(await ask(`/api/stories/${story.id}/export?encoding=utf-8`))).toString()).toBe('“A”')
    expect((await ask(`/api/stories/${story.id}/export?encoding=latin`)).status).toBe(400)
  })

  test('what a file would be read as is told without keeping it', async () => {
    const before = (await house.desk.storage.stories.list()).length
    const text = 'Title\r\n\r\nOne two.\r\n\r\n\r\nThree.'
    const seen = IntakeAnswer.parse(await (await ask('/api/intake', form({ 'a.txt': text }))).json())
    expect(seen).toMatchObject({
      title: 'Title',
      paragraphs: 3,
      words: 4,
      eols: { '\r\n': 5 },
      encodings: ['utf-8', expect.anything(), expect.anything(), expect.anything()].slice(0, seen.encodings.length),
    })
    expect((await house.desk.storage.stories.list()).length).toBe(before)
  })

  test('text starts a story without a file', async () => {
    const answer = await ask('/api/stories', json('POST', { name: 'My tale', text: 'Once.\n\nTwice.' }))
    const story = TakenIn.parse(await answer.json())
    expect(story).toMatchObject({ name: 'My tale.txt', hasSource: false, words: 2, lines: 2 })
    expect((await bytesOf(await ask(`/api/stories/${story.id}/export`))).toString()).toBe('Once.\n\nTwice.')
    expect((await ask(`/api/stories/${story.id}/source`)).status).toBe(404)
    const empty = TakenIn.parse(await (await ask('/api/stories', json('POST', { name: 'Empty' }))).json())
    expect(empty).toMatchObject({ title: 'Empty', words: 0, lines: 1 })
  })
})

describe('a story', () => {
  const start = async (name: string) =>
    TakenIn.parse(await (await ask('/api/stories', json('POST', { name }))).json()).id
  const listed = async () => StoriesAnswer.parse(await (await ask('/api/stories')).json()).stories.map(({ id }) => id)

  test('is renamed, and goes back to the title from its text', async () => {
    const id = await start('Plain')
    const rename = async (title: string | null) => (await ask(`/api/stories/${id}`, json('PATCH', { title }))).json()
    expect(await rename('  Better ')).toMatchObject({ title: 'Better', titled: true, name: 'Plain.txt' })
    expect(await rename(null)).toMatchObject({ title: 'Plain', titled: false })
    expect((await ask(`/api/stories/${id}`, json('PATCH', { title: '' }))).status).toBe(400)
  })

  test('is deleted with whoever is inside put out, and comes back', async () => {
    const id = await start('Short-lived')
    expect((await ask(`/api/stories/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(house.dropped.at(-1)).toEqual({ filter: { story: id }, code: 4410 })
    expect(await listed()).not.toContain(id)
    expect((await ask(`/api/stories/${id}`)).status).toBe(404)
    expect((await ask(`/api/stories/${id}/restore`, { method: 'POST' })).status).toBe(200)
    expect(await listed()).toContain(id)
    expect((await ask(`/api/stories/${id}/restore`, { method: 'POST' })).status).toBe(404)
  })

  test('tells who is inside, each once', async () => {
    const id = await start('Visited')
    const { actor } = await welcome(house, 'Ben')
    house.inside.set(id, [actor.user.id])
    expect(await (await ask(`/api/stories/${id}`)).json()).toMatchObject({ here: [{ id: actor.user.id, name: 'Ben' }] })
  })
})

describe('the name of a download', () => {
  test.each([
    ['plain.txt', `attachment; filename="plain.txt"; filename*=UTF-8''plain.txt`],
    ['Zoë "1".txt', `attachment; filename="Zo_ _1_.txt"; filename*=UTF-8''Zo%C3%AB%20%221%22.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['a\r\nX: 1.txt', `attachment; filename="a__X: 1.txt"; filename*=UTF-8''a%0D%0AX%3A%201.txt`],
  ])('[T27] %j is written so that no reader mistakes it', (name, header) => {
    expect(attachment(name)).toBe(header)
  })
})

describe('the client', () => {
  beforeAll(async () => {
    const client = join(house.folder, 'client')
    await mkdir(join(client, 'assets'), { recursive: true })
    await writeFile(join(client, 'index.html'), '<!doctype html><title>Galley</title>')
    await writeFile(join(client, 'sw.js'), 'self')
    await writeFile(join(client, 'assets', 'main-abc123.js'), 'x'.repeat(5000))
    await writeFile(join(house.folder, 'secret.txt'), 'secret')
    await symlink(join(house.folder, 'secret.txt'), join(client, 'link.txt'))
  })

  test.each(['/', '/stories/AAAAAAAAAAAAAAAA', '/join/token', '/owner/token'])('is the page %s', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toContain('<title>Galley</title>')
  })

  test('says itself that a page does not exist, and a missing file is missing', async () => {
    const page = await ask('/no/such/page')
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('Galley')])
    expect((await ask('/assets/missing.js')).status).toBe(404)
  })

  test.each([
    '/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/link.txt',
    '/secret.txt%00.js',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
  ])('[T22] gives nothing from outside its folder for %s', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  test('is sent compressed to those who take it, and not again to those who have it', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const first = await ask('/assets/main-abc123.js', { headers })
    expect(first.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await bytesOf(first)).toString()).toBe('x'.repeat(5000))
    const etag = first.headers.get('etag') ?? ''
    const second = await ask('/assets/main-abc123.js', { headers: { ...headers, 'if-none-match': etag } })
    expect([second.status, (await bytesOf(second)).length]).toEqual([304, 0])
    expect((await ask('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  })
})
