/** When something was said or proposed, as HTML and CriticMarkup tell it. */

/** ISO 8601 in UTC of a moment or a day; null for what is neither. */
export function timeOf(said: string | null): string | null {
  if (said === null || !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(said))
    return null
  const time = Date.parse(said)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
