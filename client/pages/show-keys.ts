/** Shows a page's list of keys. It loads when it is first asked for, as few ask. */
import { withPart } from './story/late-part.ts'

/** The page holds a <keys-dialog>. */
export function showKeys(page: ParentNode): void {
  withPart(import('../panels/keys/keys-dialog.ts'), () => page.querySelector('keys-dialog')?.show())
}
