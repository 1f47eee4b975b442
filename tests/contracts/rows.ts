/** Rows for the contract suites to store. */
import type { NewStory, StoredStory } from '../../server/storage/storage.ts'
import { NEW_FORM } from '../../shared/story/file-form.ts'

export function storyRow(id: string, change: Partial<StoredStory> = {}): StoredStory {
  return {
    id,
    name: `${id}.txt`,
    title: null,
    derivedTitle: 'A title',
    opening: 'Opening words',
    words: 3,
    lines: 2,
    form: NEW_FORM,
    encodingGuessed: false,
    createdAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_001,
    changedBy: null,
    deletedAt: null,
    linkRole: null,
    ...change,
  }
}

export function newStory(id: string, change: Partial<NewStory> = {}): NewStory {
  return {
    story: storyRow(id),
    source: bytes(1, 2, 3),
    snapshot: bytes(10, 11, 12),
    stateVector: bytes(1, 7, 2),
    client: 4_294_967_290,
    ...change,
  }
}

export const bytes = (...values: number[]) => Uint8Array.from(values)
