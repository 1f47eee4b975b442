/** Parts of the page that load when they are first asked for, and what is said when they cannot. */
import { showToast } from '../../ui/toast.ts'

/** Goes on with the part once it is there. A part that was loaded before is there offline too. */
export function withPart<Part>(part: Promise<Part>, then: (part: Part) => unknown): void {
  part.then(then, (error: unknown) => {
    console.warn(error)
    showToast('That part is not loaded yet, and the server cannot be reached. Try again when it is back.')
  })
}
