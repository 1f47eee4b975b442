/** How far a file on its way in is, in words. */
import { counted, sized } from './times.ts'

/** As the server or the browser tells it; `stage` is one of theirs. */
interface Progress {
  stage: string
  done: number
  all: number
}

/** "1.2 MB of 3.4 MB sent", "12,500 lines read", "40 of 212 notes and changes kept". */
export function readingWords({ stage, done, all }: Progress): string {
  switch (stage) {
    case 'sending':
      return `${sized(done)} of ${sized(all)} sent`
    case 'waiting':
      return 'Waiting for other work to be done'
    case 'parsing':
      return `${counted(done, 'line')} read`
    case 'comparing':
      return `Comparing ${counted(all, 'line')} with the story`
    case 'placing':
      return all === 0
        ? 'Putting the lines together'
        : `Finding the words of ${counted(all, 'note or change', 'notes and changes')}`
    case 'keeping':
      return `${done.toLocaleString('en')} of ${counted(all, 'note or change', 'notes and changes')} kept`
    default:
      return 'Looking at what the file is'
  }
}

/** What was kept already stays: from there on there is nothing to give up. */
export function mayGiveUp({ stage }: Progress): boolean {
  return stage !== 'keeping'
}
