/** All stories of this person, kept up to date while a story is open: its own title and role, and the palette's titles. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LibraryEvent, Story } from '../../../shared/wire/api.ts'
import { ApiError, listStories } from '../../sync/api.ts'

export interface StoriesFeed {
  /** Empty before the first answer, and while no server could be asked. */
  readonly stories: ReadonlySignal<readonly Story[]>
  /** Puts one story in at once, without waiting for the server's event. */
  put(story: Story): void
  close(): void
}

/** Lists whenever the stream opens, since it does not repeat what was missed; the browser reconnects by itself. */
export function openStoriesFeed(): StoriesFeed {
  const stories = signal<readonly Story[]>([])
  const without = (id: string) => stories.peek().filter((story) => story.id !== id)
  const put = (story: Story) => {
    stories.value = [...without(story.id), story]
  }
  const list = async () => {
    try {
      stories.value = await listStories()
    } catch (error) {
      // The page does without: what it showed stays, and the next connection lists again.
      if (!(error instanceof ApiError)) throw error
    }
  }
  const source = new EventSource('/api/events')
  source.addEventListener('open', () => void list())
  source.addEventListener('library', (event: MessageEvent<string>) => {
    const { id, story } = JSON.parse(event.data) as LibraryEvent
    if (story) put(story)
    else stories.value = without(id)
  })
  return { stories, put, close: () => source.close() }
}
