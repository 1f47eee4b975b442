/** The eight person colours as CSS for stock clients: the light values of the design's --person-1 … --person-8. */
const COLOURS = ['#087889', '#9d44c4', '#6d0708', '#6b7200', '#533e8a', '#ca296b', '#714502', '#1e3a53']

/** `swatch` is 1…8; anything else gets the first colour. */
export function personColour(swatch: number): string {
  return COLOURS[swatch - 1] ?? (COLOURS[0] as string)
}
