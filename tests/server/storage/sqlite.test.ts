import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE, openSqlite } from '../../../server/storage/open-sqlite.ts'
import type { Place } from '../../contracts/place.ts'
import { newStory } from '../../contracts/rows.ts'
import { append, storageContract } from '../../contracts/storage.ts'

async function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'galley-storage-'))
}

async function place(): Promise<Place> {
  const data = await folder()
  const behind = <T>(act: (db: Database.Database) => T): T => {
    const db = new Database(join(data, DATABASE_FILE))
    db.exec('pragma busy_timeout = 5000')
    try {
      return act(db)
    } finally {
      db.close()
    }
  }
  let files = 0
  return {
    open: () => openSqlite(data),
    flip: async (story, seq) =>
      behind((db) => {
        const table = seq === 0 ? 'room_snapshots' : 'room_updates'
        const where = seq === 0 ? 'story = ?' : 'story = ? and seq = ?'
        const key = seq === 0 ? [story] : [story, seq]
        const row = db.prepare(`select data from ${table} where ${where}`).all(key)[0] as { data: ArrayBuffer }
        const data = new Uint8Array(row.data)
        data[0] = (data[0] ?? 0) ^ 4
        db.prepare(`update ${table} set data = ? where ${where}`).run([data, ...key])
      }),
    lose: async (story, seq) =>
      behind((db) => {
        db.prepare('delete from room_updates where story = ? and seq = ?').run([story, seq])
      }),
    freshFile: () => join(data, `backup-${++files}.db`),
    openBackup: async (file) => {
      const other = await folder()
      await copyFile(file, join(other, DATABASE_FILE))
      return openSqlite(other)
    },
    remove: () => rm(data, { recursive: true, force: true }),
  }
}

storageContract('SQLite', place)

describe('SQLite storage', () => {
  it('makes its folder when it is missing', async () => {
    const data = join(await folder(), 'a', 'b')
    const storage = await openSqlite(data)
    await storage.stories.create(newStory('story1'))
    await storage.close()
    expect((await stat(join(data, DATABASE_FILE))).size).toBeGreaterThan(0)
  })

  it('says that a file is damaged when it is not a database', async () => {
    const data = await folder()
    await writeFile(join(data, DATABASE_FILE), 'These are not the pages you are looking for. '.repeat(100))
    await expect(openSqlite(data)).rejects.toMatchObject({ name: 'DamagedError' })
  })

  it('refuses a folder that a newer program has written', async () => {
    const data = await folder()
    await (await openSqlite(data)).close()
    const db = new Database(join(data, DATABASE_FILE))
    db.exec('update schema_version set version = 1000')
    db.close()
    await expect(openSqlite(data)).rejects.toThrow(/newer Galley/)
  })

  it('takes sessions of before there was asking again as confirmed at their beginning, and no other ticket', async () => {
    const data = await folder()
    await (await openSqlite(data)).close()
    const db = new Database(join(data, DATABASE_FILE))
    for (const column of ['confirmed_at', 'token']) db.exec(`alter table tickets drop column ${column}`)
    db.exec('drop table origins')
    db.exec('update schema_version set version = 6')
    const row = 'insert into tickets (hash, kind, label, created_at, uses) values (?, ?, ?, ?, 0)'
    for (const kind of ['session', 'invite']) db.prepare(row).run([kind, kind, '', 7])
    db.close()
    const storage = await openSqlite(data)
    expect((await storage.people.ticket('session'))?.confirmedAt).toBe(7)
    expect((await storage.people.ticket('invite'))?.confirmedAt).toBeNull()
    await storage.close()
  })

  it('keeps its write-ahead log from growing without end', async () => {
    const data = await folder()
    const storage = await openSqlite(data)
    await storage.stories.create(newStory('story1'))
    for (let round = 0; round < 60; round++) {
      await storage.rooms.append([append('story1', 'ann', new Uint8Array(200_000).fill(round))])
      await storage.rooms.load('story1')
      await storage.rooms.compact('story1', round + 1, new Uint8Array(1000), new Uint8Array(1))
    }
    expect((await stat(join(data, `${DATABASE_FILE}-wal`))).size).toBeLessThan(9_000_000)
    await storage.close()
  })

  it('loses nothing it has promised when the thread’s process copies the files away mid-flight', async () => {
    // What is on disk at the moment a promise resolves is what a power cut would leave: a copy taken then must open.
    const data = await folder()
    const storage = await openSqlite(data)
    await storage.stories.create(newStory('story1'))
    const later: Promise<number[]>[] = []
    for (let index = 0; index < 20; index++) {
      await storage.rooms.append([append('story1', 'ann', Uint8Array.of(index))])
      later.push(storage.rooms.append([append('story1', 'ann', Uint8Array.of(100))]))
    }
    const copy = await folder()
    for (const end of ['-wal', '']) {
      await writeFile(join(copy, DATABASE_FILE + end), await readFile(join(data, DATABASE_FILE + end)))
    }
    await Promise.all(later)
    await storage.close()
    const opened = await openSqlite(copy)
    const tail = (await opened.rooms.load('story1'))?.tail.map(({ update }) => update[0]) ?? []
    for (let index = 0; index < 20; index++) expect(tail).toContain(index)
    await opened.close()
  })
})
