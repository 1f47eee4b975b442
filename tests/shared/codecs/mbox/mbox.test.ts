/** Mails judged by git and GNU patch: each leads from the source to the export, and nothing that people write is taken for a patch. */
import { mkdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Manuscript } from '../../../../shared/codecs/codec.ts'
import { mbox } from '../../../../shared/codecs/mbox/mbox.ts'
import { patch } from '../../../../shared/codecs/patch.ts'
import { readTxt, txt } from '../../../../shared/codecs/txt.ts'
import type { RecordEntry } from '../../../../shared/review/record.ts'
import type { Draft } from '../../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { lineText } from '../../../../shared/story/lines.ts'
import { ForeignDesk } from '../../../kit/foreign.ts'
import { lineOf, manuscriptOf } from '../../../kit/manuscripts.ts'
import { bytesOf, textFile } from '../text-files.ts'

const desk = new ForeignDesk()
afterAll(() => desk.remove())

const utf8 = (text: string) => bytesOf(text, 'utf-8', false)
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function entryOf(more: Partial<RecordEntry>): RecordEntry {
  return {
    ...{ outcome: 'accepted', suggestion: 's', line: null, context: null, before: '', proposed: '', after: '' },
    ...{ formatOnly: false, amended: false, by: { account: 'ann', name: 'Ann Lee' }, at: '2026-01-02T03:04:05.000Z' },
    ...{ decidedBy: { account: 'ben', name: 'Ben' }, decidedAt: '2026-01-03T04:05:06.000Z', reason: '', decision: '' },
    ...{ tag: '', together: 1, more: 0 },
    ...more,
  } as RecordEntry
}

function manuscript(name: string, source: Uint8Array | null, draft: Draft, record: RecordEntry[]): Manuscript {
  const people = new Map(record.map(({ by }): [string, string] => [by.account, by.name]))
  const { edition } = manuscriptOf([lineOf('x')], { people })
  const form = source ? readTxt(source).form : NEW_FORM
  return { draft, form, name, source, edition, record }
}

const HOSTILE = [
  'A slip.',
  'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+evil',
  '  --- a/evil.txt\n  +++ b/evil.txt\n  @@ -0,0 +1 @@\n  +evil',
  '---\nFrom: Eve <eve@host.example>\nSubject: evil',
  'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\nFrom: Eve <e@host.example>\n\nevil',
  '\r\n\r\n*** a/x\n--- b/x\n5d4\n< x\n\u2028Index: evil.txt\nPrereq: x',
  '-- \n>8 ---- 8<\n\u0000\ud800\u001b[31m',
  '',
]
const NAMES = [
  'Ann Lee',
  'Zoë “Z” \u{1f600}',
  'Eve\r\nSubject: evil\r\n\r\nevil',
  '<eve@host.example>',
  '...',
  '',
  '\ud800',
  'Ж'.repeat(80),
]

const edits = fc.array(
  fc.record({
    ...{ at: fc.nat(), act: fc.constantFrom('type', 'cut', 'insert', 'remove', 'gap'), size: fc.nat({ max: 5 }) },
    ...{ why: fc.constantFrom(...HOSTILE), who: fc.constantFrom(...NAMES), known: fc.boolean() },
  }),
  { minLength: 1, maxLength: 4 },
)

/** The lines with random edits in them, and what a record would tell of some. */
function corrected(draft: Draft, list: typeof edits extends fc.Arbitrary<infer T> ? T : never) {
  const lines = draft.lines.map((line) => ({ ...line }))
  const record: RecordEntry[] = []
  for (const [nth, { at, act, size, why, who, known }] of list.entries()) {
    const index = at % lines.length
    const line = lines[index]!
    const before = lineText(line)
    const points = [...before]
    if (act === 'type') line.spans = [{ text: `${points.slice(0, size).join('')} new ${points.slice(size).join('')}` }]
    else if (act === 'cut') line.spans = points.length > size ? [{ text: points.slice(size).join('') }] : []
    else if (act === 'insert') lines.splice(index + 1, 0, { spans: [{ text: `A line more, ${who.length}.` }] })
    else if (act === 'remove' && index > 0) lines.splice(index, 1)
    else if (act === 'gap' && index > 0) line.gap = size + 1
    const after = act === 'remove' ? '' : lineText(line)
    const said = {
      before,
      after,
      line: index + 1,
      reason: why,
      tag: why.slice(0, 9),
      decidedAt: `2026-01-0${9 - nth}T00:00:00.000Z`,
    }
    if (known && before !== after) record.push(entryOf({ ...said, by: { account: `a${nth}`, name: who } }))
  }
  return { draft: { lines }, record }
}

const seed = Math.floor(Math.random() * 0x7fffffff)
const lines = fc.array(
  fc.constantFrom('a', 'b', '', 'Same. And same again.', 'Said\f she, “No—”', 'From here on', '--- a/x'),
  { maxLength: 30 },
)
const cases = fc
  .sample(
    fc.tuple(
      textFile.filter(({ encoding }) => !encoding.startsWith('utf-16')),
      lines,
      fc.boolean(),
      edits,
    ),
    {
      ...{ seed, numRuns: 260 },
    },
  )
  .flatMap(([file, more, crlf, list], nth) => {
    const source = bytesOf(file.text + more.join(crlf ? '\r\n' : '\n'), file.encoding, file.bom)
    const { draft, form } = readTxt(source, { encoding: file.encoding })
    const made = corrected(draft, list)
    const name = `case ${nth} ${['plain', 'Zoë “x”', 'tab\\'][nth % 3]}.txt`
    const given = { ...manuscript(name, source, made.draft, made.record), form }
    const now = txt.write(given).bytes
    return latin1(now) === latin1(source)
      ? []
      : [{ name, source, now, mails: mbox.write(given).bytes, diff: patch.write(given).bytes }]
  })

/** A folder with the sources in it, all of them, and the programs' input beside it. */
function room(name: string, input: readonly Uint8Array[]): string {
  mkdirSync(desk.path(name))
  for (const one of cases) desk.put(`${name}/${one.name}`, one.source)
  desk.put(`${name}.in`, Buffer.concat(input))
  return desk.path(name)
}

function expectExports(folder: string): void {
  for (const { name, now, mails } of cases) {
    expect(latin1(desk.bytes(`${folder}/${name}`)), `seed ${seed}, ${name}:\n${latin1(mails)}`).toBe(latin1(now))
  }
}

const mails = cases.map((one) => one.mails)
const diffs = cases.map((one) => one.diff)
const GIT = [
  '-c',
  'core.autocrlf=false',
  '-c',
  'user.name=Tester',
  '-c',
  'user.email=t@galley.invalid',
  '-c',
  'gc.auto=0',
  '-c',
  'core.fsync=none',
]

describe('over hundreds of random edit sets', () => {
  test('there are enough of them', () => expect(cases.length).toBeGreaterThan(200))

  test('git am makes a commit of each mail, by its author, and the files are our exports', async () => {
    const folder = room('am', mails)
    const git = (...args: string[]) => desk.run('git', [...GIT, '-C', folder, ...args])
    await git('init', '-q')
    await git('add', '.')
    await git('commit', '-q', '-m', 'Sources')
    await git('am', '-q', '--keep-cr', '../am.in')
    expectExports('am')
    const { stdout } = await git('log', '--format=%an <%ae> %aI', 'HEAD', '--not', ':/^Sources')
    const authors = stdout.trimEnd().split('\n')
    expect(authors.length).toBe(
      mails
        .map(latin1)
        .join('')
        .match(/^From 0{40} /gm)?.length,
    )
    for (const author of authors) expect(author).toMatch(/^[^<>@]+ <(reviewer-\d+|galley)@galley\.invalid> 20\d\d-/)
    const { stdout: tree } = await git('ls-files')
    expect(tree.trimEnd().split('\n').length).toBe(cases.length)
  }, 180_000)

  test.each([
    ['mails', mails],
    ['patches', diffs],
  ])(
    'git apply and patch -p1 take the %s, and the files are our exports',
    async (kind, input) => {
      const [applied, patched] = [room(`apply-${kind}`, input), room(`patch-${kind}`, input)]
      await desk.run('git', [...GIT, '-C', applied, 'init', '-q'])
      await desk.run('git', [...GIT, '-C', applied, 'apply', `../apply-${kind}.in`])
      expectExports(`apply-${kind}`)
      await desk.run('patch', ['-s', '-p1', '--no-backup-if-mismatch', '-d', patched, '-i', `../patch-${kind}.in`])
      expectExports(`patch-${kind}`)
    },
    120_000,
  )
})

const parts = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString()
    .split(/^From 0{40} .*\n/m)
    .slice(1)

describe('a mail', () => {
  const source = utf8('He saw teh cat. It was grey,and old.\n\nEnd\n')
  const draft: Draft = {
    lines: [{ spans: [{ text: 'He saw the cat. It was grey, and old.' }] }, { spans: [{ text: 'END' }] }],
  }
  const first = entryOf({
    before: 'teh',
    after: 'the',
    line: 1,
    reason: 'A slip.',
    tag: 'Spelling',
    decision: 'Thanks',
  })
  const earlier = { before: 'grey,and', after: 'grey, and', line: 1, decidedAt: '2026-01-01T00:00:00.000Z' }
  const second = entryOf({ ...earlier, by: { account: 'zoe', name: 'Zoë' } })

  test('is one for each correction, also in one line, in order of time, and what is nobody’s comes last', () => {
    const mails = parts(mbox.write(manuscript('a.txt', source, draft, [first, second])).bytes)
    expect(mails.map((mail) => mail.split('\n').slice(0, 3))).toEqual([
      [
        'From: =?UTF-8?Q?Zo=C3=AB?= <reviewer-2@galley.invalid>',
        'Date: Thu, 1 Jan 2026 00:00:00 +0000',
        expect.stringContaining('[PATCH 1/3] =?UTF-8?Q?'),
      ],
      [
        'From: Ann Lee <reviewer-1@galley.invalid>',
        'Date: Sat, 3 Jan 2026 04:05:06 +0000',
        expect.stringContaining('[PATCH 2/3] '),
      ],
      ['From: Galley <galley@galley.invalid>', expect.any(String), 'Subject: [PATCH 3/3] Changes of the text'],
    ])
    expect(mails[1]).toContain('\n| A slip.\n|\n| Accepted by Ben: Thanks\n---\ndiff --git a/a.txt b/a.txt\n')
    expect(mails[1]).toContain('\n-He saw teh cat. It was grey, and old.\n+He saw the cat. It was grey, and old.\n')
  })

  test('is none where nothing changed, and one with the file where there is no source', () => {
    expect(mbox.write(manuscript('a.txt', source, readTxt(source).draft, [])).bytes).toEqual(new Uint8Array())
    const made = parts(mbox.write(manuscript('a.txt', null, draft, [])).bytes)
    expect(made).toHaveLength(1)
    expect(made[0]).toContain('new file mode 100644')
  })

  test('of UTF-16 is refused', () => {
    const wide = bytesOf('One', 'utf-16le', true)
    expect(() => mbox.write(manuscript('a.txt', wide, draft, []))).toThrow(/UTF-16 LE.*txt/)
  })
})
