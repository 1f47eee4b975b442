/** The next thing that is written here into an open story. */
import type { StoryHandle } from '../../sync/open-story.ts'

/** Calls `then` once, when this browser next writes into the text; what others write does not count. */
export function onNextEdit(text: StoryHandle['text'] | undefined, then: () => void): void {
  const told: Parameters<StoryHandle['text']['observe']>[0] = (_, { local }) => {
    if (!local) return
    text?.unobserve(told)
    then()
  }
  text?.observe(told)
}
