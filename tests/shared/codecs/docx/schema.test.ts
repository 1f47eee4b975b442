/** Our Word files keep to the schema, and to what Word itself wants besides, so that strict readers open them. */
import { describe, expect, test } from 'vitest'
import { Zip } from '../../../../shared/codecs/zip/read-zip.ts'
import { RandomReview } from '../random-review.ts'
import { all, type Node, parse, wrongIn } from './schema.ts'
import { written } from './word-file.ts'

const RUNS = 60

function partsOf(bytes: Uint8Array): Map<string, Node> {
  const zip = new Zip(bytes)
  return new Map(zip.names.map((name) => [name, parse(zip.bytesOf(name))]))
}

const SAMPLES = Array.from({ length: RUNS }, (_, nth) => {
  const { story } = new RandomReview(nth + 1)
  const view = (['marked', 'marked', 'now', 'accepted'] as const)[nth % 4]
  return { seed: nth + 1, parts: partsOf(written(story, view).bytes) }
})
const ids = (nodes: Node[], name: string, key = 'w:id') =>
  nodes.filter((node) => node.name === name).map((node) => node.attribute(key) ?? '')
const partOf = (parts: Map<string, Node>, name: string) => {
  const part = parts.get(name)
  return part ? all(part) : []
}

describe(`of ${RUNS} random stories`, () => {
  test('every element has the children that the schema allows, in its order, and its attributes', () => {
    for (const { seed, parts } of SAMPLES) {
      const ours = [...parts].filter(([name]) => /^word\/\w+\.xml$/.test(name))
      expect(ours.length).toBeGreaterThan(3)
      expect(
        ours.flatMap(([name, part]) => wrongIn(part).map((wrong) => `${name}: ${wrong}`)),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  test('each part has a content type, each relationship a part, and no name stands twice', () => {
    for (const { parts } of SAMPLES) {
      const types = all(parts.get('[Content_Types].xml')!)
      const overrides = ids(types, 'ct:Override', 'PartName')
      const plain = [...parts.keys()].filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml')
      expect([...overrides].sort()).toEqual(plain.map((name) => `/${name}`).sort())
      expect(ids(types, 'ct:Default', 'Extension')).toEqual(['rels', 'xml'])
      const links = partOf(parts, 'word/_rels/document.xml.rels').filter(({ name }) => name === 'rel:Relationship')
      for (const link of links) expect(parts.has(`word/${link.attribute('Target')}`)).toBe(true)
      const linkIds = links.map((link) => link.attribute('Id'))
      expect(new Set(linkIds).size).toBe(linkIds.length)
      for (const id of ids(partOf(parts, 'word/document.xml'), 'w:footerReference', 'r:id'))
        expect(linkIds).toContain(id)
    }
  })

  test('every change has a number of its own, every comment one range, one reference and one paragraph that ties its thread', () => {
    let comments = 0
    for (const { seed, parts } of SAMPLES) {
      const body = partOf(parts, 'word/document.xml')
      const changes = ['w:ins', 'w:del', 'w:rPrChange', 'w:pPrChange'].flatMap((name) => ids(body, name))
      expect(new Set(changes).size, `seed ${seed}`).toBe(changes.length)
      const said = partOf(parts, 'word/comments.xml').filter(({ name }) => name === 'w:comment')
      const numbers = said.map((one) => one.attribute('w:id'))
      for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']) {
        expect(ids(body, name).sort(), `seed ${seed}`).toEqual([...numbers].sort())
      }
      for (const number of numbers) {
        const order = body.filter((node) => node.attribute('w:id') === number && /comment/.test(node.name))
        expect(order.map(({ name }) => name)).toEqual([
          'w:commentRangeStart',
          'w:commentRangeEnd',
          'w:commentReference',
        ])
      }
      const tied = said.map(({ children }) => children.at(-1)?.attribute('w14:paraId') ?? '')
      const all = partOf(parts, 'word/comments.xml').flatMap((node) => node.attribute('w14:paraId') ?? [])
      expect(all).toEqual(tied)
      expect(new Set(tied).size).toBe(tied.length)
      for (const id of tied) expect(id).toMatch(/^(?!00000000)[0-7][0-9A-F]{7}$/)
      const extended = partOf(parts, 'word/commentsExtended.xml').filter(({ name }) => name === 'w15:commentEx')
      expect(extended.map((one) => one.attribute('w15:paraId'))).toEqual(tied)
      const roots = new Set(
        extended.flatMap((one) => (one.attribute('w15:paraIdParent') ? [] : one.attribute('w15:paraId')!)),
      )
      // Threads are one level deep.
      for (const one of extended)
        expect(roots).toContain(one.attribute('w15:paraIdParent') ?? one.attribute('w15:paraId'))
      comments += said.length
    }
    expect(comments).toBeGreaterThan(RUNS)
  })

  test('styles that are named are there', () => {
    for (const { parts } of SAMPLES) {
      const styles = new Set(ids(partOf(parts, 'word/styles.xml'), 'w:style', 'w:styleId'))
      for (const name of ['w:pStyle', 'w:rStyle', 'w:basedOn', 'w:next']) {
        const used = [...parts.keys()].flatMap((part) => ids(partOf(parts, part), name, 'w:val'))
        for (const style of used) expect(styles).toContain(style)
      }
    }
  })
})

test('the table finds what is out of order, what is not allowed and what is missing', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const wrong = (xml: string) => wrongIn(parse(new TextEncoder().encode(`<w:body ${w}>${xml}</w:body>`)))
  const signed = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
  expect(wrong('<w:p><w:pPr><w:jc w:val="center"/><w:spacing/></w:pPr></w:p>')).toEqual([
    'w:spacing stands too late in w:pPr',
  ])
  expect(wrong('<w:p><w:r><w:t xml:space="preserve">a</w:t></w:r><w:pPr/></w:p>')).toEqual([
    'w:pPr stands too late in w:p',
  ])
  expect(wrong(`<w:p><w:del ${signed}><w:r><w:t xml:space="preserve">a</w:t></w:r></w:del></w:p>`)).toEqual([
    'w:r holds no w:t',
  ])
  expect(wrong('<w:p><w:r><w:t> a</w:t></w:r></w:p>')).toEqual(['w:t has xml:space="undefined"'])
  expect(wrong('<w:p><w:ins w:id="1" w:author="" w:date="now"/></w:p>')).toEqual([
    'w:ins has w:author=""',
    'w:ins has w:date="now"',
  ])
  expect(wrong('<w:p/><w:sectPr/><w:p/>')).toEqual(['w:p stands too late in w:body'])
  expect(wrong('<w:p><w:pPr><w:pPrChange w:id="1"/></w:pPr><w:smartTag/></w:p>')).toContain('w:p holds no w:smartTag')
})
