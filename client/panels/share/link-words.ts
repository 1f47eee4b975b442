/** What an invite link is good for, in words. */
import type { Invite } from '../../../shared/wire/people.ts'
import { counted } from '../../ui/times.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** "for 30 days, for any number of people"; null = any number. */
export function worksFor(days: number, mostUses: number | null): string {
  return `for ${counted(days, 'day')}, for ${mostUses === null ? 'any number of people' : counted(mostUses, 'person', 'people')}`
}

/** "used 2 of 3", "used 4 times", "not used yet"; "used up" when it opens no more. */
export function usedWords({ uses, mostUses }: Pick<Invite, 'uses' | 'mostUses'>): string {
  if (mostUses !== null && uses >= mostUses) return `used up, ${uses} of ${mostUses}`
  if (mostUses !== null) return `used ${uses} of ${mostUses}`
  if (uses === 0) return 'not used yet'
  return uses === 1 ? 'used once' : `used ${counted(uses, 'time')}`
}

/** `now` in milliseconds since 1970. A day by its date, the last day by its hour. */
export function untilWords(expiresAt: string | null, now: number): string {
  if (expiresAt === null) return 'works until it is revoked'
  const end = new Date(expiresAt)
  const left = end.getTime() - now
  if (left <= 0) return 'has run out'
  if (left < DAY_MS) return `works until ${end.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
  const sameYear = end.getFullYear() === new Date(now).getFullYear()
  const date = end.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  })
  return `works until ${date}`
}
