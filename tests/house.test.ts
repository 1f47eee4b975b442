/**
 * The walls and manners of ARCHITECTURE.md, read off the source files: who may import whom, which package lives where,
 * how files are named, how long they are, that each says what it is for, and that the map matches the disk.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const ROOMS = ['shared', 'server', 'client']
const MOST_LINES = 400
const BANNED = /(^|[/-])(utils?|helpers?|common|misc|managers?|services?|types)([/.-]|$)/

/** Room → rooms of ours that it may import (itself always). The longest matching room rules a file. */
const MAY_IMPORT: Record<string, string[]> = {
  shared: [],
  'shared/story': ['shared'],
  'shared/review': ['shared'],
  'shared/proof': ['shared'],
  'shared/codecs': ['shared'],
  'shared/wire': ['shared'],
  'server/storage': ['shared'],
  'server/auth': ['server/storage', 'shared'],
  'server/rooms': ['server/storage', 'shared'],
  'server/stories': ['server/rooms', 'server/storage', 'server/auth', 'shared'],
  'server/http': ['server/stories', 'server/rooms', 'server/storage', 'server/auth', 'server', 'shared'],
  server: ['server/stories', 'server/rooms', 'server/storage', 'server/auth', 'shared'],
  'server/cli': ['server', 'shared'],
  'client/ui': [],
  'client/sync': ['shared'],
  'client/editor': ['client/sync', 'client/ui', 'shared'],
  'client/panels': ['client/sync', 'client/ui', 'shared'],
  'client/pages': ['client', 'shared'],
  client: ['client', 'shared'],
}

/** Package (a prefix) → where it may be imported. */
const PACKAGES: [string, RegExp][] = [
  ['yjs', /^(shared\/story|server\/rooms|client\/sync|client\/editor)\//],
  ['y-protocols', /^(server\/rooms|client\/sync|client\/editor)\//],
  ['y-websocket', /^client\/sync\//],
  ['@tiptap/', /^client\/editor\//],
  ['prosemirror', /^client\/editor\//],
  ['hono', /^(server\/http\/|server\/cli\/serve\.ts)/],
  ['@hono/', /^(server\/http\/|server\/cli\/serve\.ts)/],
  ['ws', /^(server\/http\/|server\/cli\/serve\.ts)/],
  ['kysely', /^server\/storage\//],
  ['libsql', /^server\/storage\//],
  ['@simplewebauthn/browser', /^client\/pages\/account\//],
  ['@simplewebauthn/server', /^server\/auth\//],
  ['openid-client', /^server\/auth\//],
  ['nspell', /^shared\/proof\//],
  ['wink-', /^shared\/proof\//],
  ['dictionary-', /^server\/cli\//],
  ['harper.js', /^(shared\/proof|client\/sync|server\/cli)\//],
  ['fflate', /^shared\/codecs\//],
  ['saxes', /^shared\/codecs\//],
  ['parse5', /^shared\/codecs\//],
  ['mdast-util-from-markdown', /^shared\/codecs\//],
  ['lit', /^client\//],
  ['node:', /^server\//],
]

interface Source {
  path: string
  text: string
  imports: string[]
}

const sources: Source[] = ROOMS.flatMap((room) => walk(join(root, room)))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path: relative(root, path), text, imports: importsOf(text) }
  })

describe('walls', () => {
  test('a room imports only the rooms that it may', () => {
    const broken = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(root, resolve(root, dirname(path), target)))
        .filter((target) => !allowed(path, target))
        .map((target) => `${path} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('a package is imported only where it lives', () => {
    const broken = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => PACKAGES.some(([name, where]) => isPackage(target, name) && !where.test(path)))
        .map((target) => `${path} → ${target}`),
    )
    expect(broken).toEqual([])
  })
})

describe('manners', () => {
  test('every file opens with what it is for', () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(text)).map(({ path }) => path)).toEqual([])
  })

  test(`no file is longer than ${MOST_LINES} lines`, () => {
    expect(sources.filter(({ text }) => text.split('\n').length > MOST_LINES + 1).map(({ path }) => path)).toEqual([])
  })

  test('no path hides behind a word that says nothing', () => {
    expect(sources.filter(({ path }) => BANNED.test(path)).map(({ path }) => path)).toEqual([])
  })

  test('nothing is silenced: no ts-ignore, no empty catch, no skipped test', () => {
    const tests = walk(join(root, 'tests')).map((path) => ({
      path: relative(root, path),
      text: readFileSync(path, 'utf8'),
    }))
    const silenced = /@ts-(ignore|nocheck)|catch\s*(\([^)]*\))?\s*\{\s*\}|\b(it|test|describe)\.(skip|only|todo)\b/
    const own = 'tests/house.test.ts'
    expect(
      [...sources, ...tests].filter(({ path, text }) => path !== own && silenced.test(text)).map(({ path }) => path),
    ).toEqual([])
  })
})

describe('the map', () => {
  test('ARCHITECTURE.md names every room, and no room that is not there', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const named = [...text.matchAll(/`((?:shared|server|client)\/[a-z]+)\/?`/g)].map((match) => match[1])
    const there = ROOMS.flatMap((room) =>
      readdirSync(join(root, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'public')
        .map((entry) => `${room}/${entry.name}`),
    )
    expect([...new Set(named)].sort()).toEqual(there.sort())
  })
})

function allowed(from: string, to: string): boolean {
  const room = roomOf(from)
  const target = roomOf(to)
  if (room === target) return true
  return (MAY_IMPORT[room] ?? []).some((name) => target === name || target.startsWith(`${name}/`))
}

function roomOf(path: string): string {
  const parts = path.split('/')
  const room = parts.slice(0, 2).join('/')
  return parts.length > 2 && room in MAY_IMPORT ? room : (parts[0] ?? '')
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`)
}

function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
