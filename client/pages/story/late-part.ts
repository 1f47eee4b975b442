/** Parts of the page that load when they are first asked for, and what is said when they cannot. */
import { showToast } from '../../ui/toast.ts'

/** Goes on with the part once it is there. A part that was loaded before is there offline too. */
export function withPart<Part>(part: Promise<Part>, then: (part: Part) => unknown): void {
  void loaded(part).then((there) => there && then(there))
}

/** Null when it cannot be loaded, which has been said then. */
export async function loaded<Part>(part: Promise<Part>): Promise<Part | null> {
  try {
    return await part
  } catch (error) {
    console.warn(error)
    showToast('That part is not loaded yet, and the server cannot be reached. Try again when it is back.')
    return null
  }
}
