/** Times and counts in words, as LOOK has them: now, 4 min, 2 h, Wed, 2 November. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `now` in milliseconds; times of today in minutes and hours, of this week by the day's name, else by date. */
export function timeAgo(iso: string, now: number): string {
  const then = Date.parse(iso)
  const ago = now - then
  if (ago < MINUTE) return 'now'
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`
  if (ago < 12 * HOUR) return `${Math.floor(ago / HOUR)} h ago`
  const date = new Date(then)
  if (ago < 6 * DAY) return date.toLocaleDateString('en-GB', { weekday: 'long' })
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) })
}

/** As what goes before something new: "earlier today", "Thursday" within the week, else "2 November". */
export function dayWords(iso: string, now: number): string {
  const then = new Date(iso)
  if (then.toDateString() === new Date(now).toDateString()) return 'earlier today'
  const within = now - then.getTime() < 6 * DAY
  return then.toLocaleDateString('en-GB', within ? { weekday: 'long' } : { day: 'numeric', month: 'long' })
}

/** In full, for titles and tooltips. */
export function exactTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
}

/** "1 word", "2,100 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
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
