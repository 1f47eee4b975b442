/** The stories one may see, kept true while a page is open: listed once, then told of each change by the server. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LibraryEvent, Story } from '../../shared/wire/api.ts'
import { ApiError, listStories, sayError } from './api.ts'

export interface LibraryFeed {
  /** In no order. Null until the server has answered. */
  readonly stories: ReadonlySignal<readonly Story[] | null>
  /** Why what is shown may be old, for a person; "" while it is true. The server is asked again by itself. */
  readonly problem: ReadonlySignal<string>
  /** True once the server no longer knows this browser; nothing more comes then. */
  readonly signedOut: ReadonlySignal<boolean>
  /** For what one did oneself, without waiting for the server to tell it. */
  put(story: Story): void
  drop(id: string): void
  close(): void
}

const AGAIN_MS = 3_000

/**
 * Browsers open few connections to one host at a time (six, over plain http), and a stream takes one for good: so only a
 * page that is looked at holds a stream, and one that comes back into view reads the list anew.
 */
export function openLibraryFeed(): LibraryFeed {
  const stories = signal<readonly Story[] | null>(null)
  const problem = signal('')
  const signedOut = signal(false)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const put = (story: Story) => {
    stories.value = [...(stories.value ?? []).filter(({ id }) => id !== story.id), story]
  }
  const drop = (id: string) => {
    stories.value = (stories.value ?? []).filter((story) => story.id !== id)
  }
  const list = async () => {
    try {
      stories.value = await listStories()
      problem.value = ''
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        stop()
        signedOut.value = true
      } else problem.value = sayError(error)
    }
  }
  const start = () => {
    stop()
    const opened = new EventSource('/api/events')
    source = opened
    // Nothing is told of what happened before the stream was open, so the list is read anew each time that it opens.
    opened.onopen = () => void list()
    opened.addEventListener('library', ({ data }) => {
      const { id, story } = JSON.parse(data as string) as LibraryEvent
      if (stories.value === null) return
      if (story) put(story)
      else drop(id)
    })
    opened.onerror = () => {
      // A broken stream comes back by itself, after seconds; a refused one does not. Listing says at once why: the server
      // cannot be reached, or it knows this browser no longer.
      if (opened.readyState !== EventSource.CLOSED) {
        void list()
        return
      }
      void list().then(() => {
        if (source === opened) timer = setTimeout(start, AGAIN_MS)
      })
    }
  }
  const stop = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const looked = () => {
    if (document.visibilityState === 'hidden') stop()
    else if (!source && !signedOut.value) start()
  }
  document.addEventListener('visibilitychange', looked)
  looked()
  return {
    stories,
    problem,
    signedOut,
    put,
    drop,
    close() {
      document.removeEventListener('visibilitychange', looked)
      stop()
    },
  }
}
