/** Times and counts in words, as LOOK has them: now, 4 min, 2 h, Wed, 2 November. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Made once: to make one takes longer than to draw the card that it is for. */
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const DATE_WITH_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })
const COUNT = new Intl.NumberFormat('en')

/** `now` in milliseconds; times of today in minutes and hours, of this week by the day's name, else by date. */
export function timeAgo(iso: string, now: number): string {
  const then = Date.parse(iso)
  const ago = now - then
  if (ago < MINUTE) return 'now'
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`
  if (ago < 12 * HOUR) return `${Math.floor(ago / HOUR)} h ago`
  const date = new Date(then)
  if (ago < 6 * DAY) return WEEKDAY.format(date)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return (sameYear ? DATE : DATE_WITH_YEAR).format(date)
}

/** As what goes before something new: "earlier today", "Thursday" within the week, else "2 November". */
export function dayWords(iso: string, now: number): string {
  const then = new Date(iso)
  if (then.toDateString() === new Date(now).toDateString()) return 'earlier today'
  return (now - then.getTime() < 6 * DAY ? WEEKDAY : DATE).format(then)
}

/** In full, for titles and tooltips. */
export function exactTime(iso: string): string {
  return EXACT.format(new Date(iso))
}

/** "1 word", "2,100 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`
}

/** Bytes: "812 bytes", "64 kB", "1.3 MB". */
export function sized(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** First word of a name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
