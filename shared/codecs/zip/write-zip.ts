/** Packs named parts into a zip whose bytes depend on them alone. */
import { type ZipOptions, zipSync } from 'fflate'

export interface ZipPart {
  /** With "/" between folders; unique in its zip, and no bare number: those would come first. */
  name: string
  bytes: Uint8Array
  /** As it is, not deflated: what readers find by its place in the file, and what is packed already. */
  stored?: boolean
}

/** The parts in the order given, all of them from the first day that a zip can name. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  // Zips know no time zones: the time is written as it reads on the clock of the place, so it is made by that clock.
  const mtime = new Date(1980, 0, 1, 12)
  const files: Record<string, [Uint8Array, ZipOptions]> = Object.create(null)
  for (const { name, bytes, stored } of parts) {
    if (name in files) throw new Error(`writeZip: two parts are called ${JSON.stringify(name)}`)
    files[name] = [bytes, { level: stored ? 0 : 6, mtime }]
  }
  return zipSync(files)
}
