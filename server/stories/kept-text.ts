/** A story's text as it is stored, and as it is sent to where whole texts are worked on. */
import type { FileForm } from '../../shared/story/file-form.ts'

export interface KeptText {
  /** V1, in log order; the snapshot comes first. */
  updates: Uint8Array[]
  form: FileForm
  /** Of its text as a file. */
  name: string
  /** The bytes as taken in; null for a story that was started here. */
  source: Uint8Array | null
}
