/** Words, scenes, titles and outlines, with the three seeds as the readers would see them. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countsOf, outlineOf, titleOf } from '../../../shared/story/counts.ts'
import { draftOf } from '../../../shared/story/delta.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { kindOf } from '../../../shared/story/lines.ts'
import { countWords } from '../../../shared/story/words.ts'

const form = { gap: 2 }
const draft = (text: string): Draft => draftOf([{ insert: `\n${text}` }])
/** The seeds' words as lines: gaps are the codec's affair. */
const seed = (name: string) => draft(readFileSync(`seeds/${name}.txt`, 'utf8').replace(/\n+/g, '\n').trim())

describe('a word', () => {
  test.each([
    ['', 0],
    ['  \t\u00a0', 0],
    ["don't", 1],
    ['don’t stop', 2],
    ['well-known', 1],
    ['3.14', 1],
    ['1,000 at 10:30', 3],
    ['one,two', 2],
    ['wait--what', 2],
    ['wait—what', 2],
    ['"Hey, Sakura?"', 2],
    ['... Or was it?', 3],
    ['naïve cafe\u0301', 2],
    ['👩‍👩‍👧 ok', 1],
    ['*** --- ***', 0],
    ['home-made chocolates', 2],
    ['我们喜欢书', 3],
    ["rock 'n' roll", 3],
    ['𝔘𝔫𝔦 text', 2],
  ])('%j counts %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})

test('words of a million characters, in any script, are counted', () => {
  expect(countWords(`${'a'.repeat(1_000_000)} b`)).toBe(2)
  expect(countWords('e\u0301'.repeat(1_000_000))).toBe(1)
  expect(countWords('a.'.repeat(1_000_000))).toBe(1)
  expect(countWords('字'.repeat(50_000))).toBeGreaterThan(10_000)
})

describe('counts', () => {
  test('lines, paragraphs, scene gaps and words of a small story', () => {
    const story: Draft = {
      lines: [
        { spans: [{ text: 'Title' }] },
        { spans: [{ text: 'One ' }, { text: 'two', bold: true }] },
        { gap: 3, spans: [{ text: 'three' }] },
        { gap: 1, spans: [{ text: 'verse' }] },
        { spans: [{ text: ' ' }] },
      ],
    }
    expect(countsOf(story, form)).toEqual({ words: 5, lines: 5, paragraphs: 4, sceneGaps: 1 })
    expect(story.lines.map((line, index) => kindOf(line, index, form))).toEqual([
      'first',
      'usual',
      'scene',
      'verse',
      'usual',
    ])
  })

  test('the empty story is one line without a word', () => {
    expect(countsOf(draft(''), form)).toEqual({ words: 0, lines: 1, paragraphs: 0, sceneGaps: 0 })
  })

  test('a word half bold is one word', () => {
    expect(countsOf({ lines: [{ spans: [{ text: 'un' }, { text: 'do', italic: true }] }] }, form).words).toBe(1)
  })
})

describe('the title of a story', () => {
  test('seed 000 has one', () => {
    const { title, opening } = titleOf(seed('000_2f6a5e787794db23'))
    expect(title).toBe('To Die For.')
    expect(opening).toMatch(/^Sakura Haruno breathed hard as she pressed/)
    expect(opening.length).toBeLessThanOrEqual(141)
    expect(opening.endsWith('…')).toBe(true)
  })

  test('seeds 001 and 002 begin with prose', () => {
    expect(titleOf(seed('001_7bfad517695e0641')).title).toBe('"I don\'t think you quite understand." She growled…')
    const { title, opening } = titleOf(seed('002_fd4c9f8caa6ae07a'))
    expect(title).toBe('Sakura narrowed her eyes as she finished decorating…')
    expect(opening).toMatch(/^the heart shaped pink and white box,/)
  })

  test.each([
    ['The Long Way Home\nIt rained.', 'The Long Way Home'],
    ['the long way home\nIt rained.', 'the long way home'],
    ['Who Am I?\nIt rained.', 'Who Am I?'],
    ['CHAPTER ONE\nIt rained.', 'CHAPTER ONE'],
    ['\n  \nThe Lake\nIt rained.', 'The Lake'],
    ['***\nThe Lake\nIt rained.', 'The Lake'],
    ['1984\nIt rained.', '1984'],
    ['Chapter One: The Boy Who Never Once Came Home\nIt rained.', 'Chapter One: The Boy Who Never Once Came Home'],
    ['"Leave me here."\nShe did not.', '"Leave me here." She did not.'],
    ['"Leave me here."\nShe did not want to leave him.', '"Leave me here." She did not want to…'],
    ['He ran.\nShe did not, and nobody else did either.', 'He ran. She did not, and nobody else…'],
    ['Silence.\nThen more silence, and then more of it.', 'Silence. Then more silence, and then more of…'],
    ['And so,\nthey went on and on and on, all day', 'And so, they went on and on and…'],
    [
      'Extraordinarily incomprehensible misunderstandings notwithstanding everything\nx',
      'Extraordinarily incomprehensible misunderstandings notwithstanding everything x',
    ],
    ['One two three four five six seven eight nine', 'One two three four five six seven eight…'],
    ['One line only', 'One line only'],
    ['', ''],
    ['***', ''],
  ])('of %j is %j', (text, title) => {
    expect(titleOf(draft(text)).title).toBe(title)
  })

  test('a heading is the title whatever it says', () => {
    const story: Draft = {
      lines: [{ block: 1, spans: [{ text: '"Run," he said.' }] }, { spans: [{ text: 'Words.' }] }],
    }
    expect(titleOf(story)).toEqual({ title: '"Run," he said.', opening: 'Words.' })
  })

  test('the opening goes on where the first words stop', () => {
    expect(titleOf(draft('He ran and ran and ran and ran until it was night.\nThen he slept.'))).toEqual({
      title: 'He ran and ran and ran and ran…',
      opening: 'until it was night. Then he slept.',
    })
    expect(titleOf(draft('Just this.'))).toEqual({ title: 'Just this.', opening: '' })
  })

  test('is never longer than a name may be', () => {
    expect(titleOf(draft('x'.repeat(10_000))).title.length).toBeLessThanOrEqual(201)
  })

  test('one endless word is cut without breaking a surrogate pair', () => {
    const { opening } = titleOf(draft(`Title\n${'x'.repeat(139)}😀😀`))
    expect(opening).toBe(`${'x'.repeat(139)}…`)
  })
})

describe('the outline', () => {
  test('is empty where there is neither heading nor scene gap', () => {
    expect(outlineOf(draft('One.\nTwo.'), form)).toEqual([])
  })

  test('starts with the first line and counts the words up to the next entry', () => {
    const story: Draft = {
      lines: [
        { spans: [{ text: 'It was a dark night and nobody saw the man at all.' }] },
        { spans: [{ text: 'So.' }] },
        { gap: 3, spans: [] },
        { spans: [{ text: 'Morning came.' }] },
        { block: 2, spans: [{ text: 'Part Two' }] },
        { gap: 1, spans: [{ text: 'verse' }] },
      ],
    }
    expect(outlineOf(story, form)).toEqual([
      { line: 0, kind: 'scene', level: 0, label: 'It was a dark night and nobody saw…', words: 13 },
      { line: 2, kind: 'scene', level: 0, label: 'Morning came.', words: 2 },
      { line: 4, kind: 'heading', level: 2, label: 'Part Two', words: 3 },
    ])
  })
})
