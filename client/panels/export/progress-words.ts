/** How far an export is, in words. */
import type { Progress } from '../../sync/long-work.ts'
import { counted, sized } from '../../ui/times.ts'

/** "12 of 40 stories", "Writing the Word file", "1.2 MB of 3.4 MB received". `what`: what is being made, as in "the Word file". */
export function progressWords({ stage, done, all }: Progress, what: string): string {
  switch (stage) {
    case 'waiting':
      return 'Waiting for other work to be done'
    case 'reading':
      return 'Reading the text'
    case 'arranging':
      return 'Putting in notes and changes'
    case 'cleaning':
      return 'Making it tidy'
    case 'packing':
      return `Packing ${counted(all, 'story', 'stories')}`
    case 'receiving':
      return all > 0 ? `${sized(done)} of ${sized(all)} received` : `${sized(done)} received`
    default:
      return all > 0 ? `${done.toLocaleString('en')} of ${counted(all, 'story', 'stories')}` : `Writing ${what}`
  }
}
