/** Manuscripts made by hand, for tests of writers: lines of spans, with whatever is noted and proposed in them. */
import type { Manuscript } from '../../shared/codecs/codec.ts'
import type { Edition, EditionItem, EditionLine, EditionText } from '../../shared/codecs/edition.ts'
import type { Marks } from '../../shared/story/attributes.ts'
import { type FileForm, NEW_FORM } from '../../shared/story/file-form.ts'

export function manuscriptOf(lines: readonly EditionLine[], more: Partial<Edition> = {}, form?: FileForm): Manuscript {
  const edition: Edition = {
    view: 'now',
    title: 'A story',
    language: 'en',
    date: '2026-03-04T05:06:07Z',
    lines,
    notes: [],
    suggestions: [],
    people: new Map(),
    losses: [],
    ...more,
  }
  return { draft: draftOfLines(lines), form: form ?? NEW_FORM, name: 'a story.txt', source: null, edition, record: [] }
}

export function lineOf(items: string | readonly EditionItem[], attributes: Partial<EditionLine> = {}): EditionLine {
  return {
    opening: null,
    items: typeof items === 'string' ? (items === '' ? [] : [words(items)]) : items,
    ...attributes,
  }
}

export function words(text: string, marks: Marks = {}, proposal: EditionText['proposal'] = null): EditionText {
  return { text, marks, proposal }
}

function draftOfLines(lines: readonly EditionLine[]): Manuscript['draft'] {
  return {
    lines: lines.map(({ opening: _, items, ...attributes }) => ({
      ...attributes,
      spans: items.filter((item) => 'text' in item).map(({ text, marks }) => ({ text, ...marks })),
    })),
  }
}
