/** Roles in words, made from the one table of who may do what; nothing about rights is written by hand here. */
import { ACTS, type Act, may, ROLES, type Role } from '../../../shared/roles.ts'

const NAMES: Record<Role, string> = {
  reader: 'Reader',
  commenter: 'Commenter',
  proofreader: 'Proofreader',
  editor: 'Editor',
  maintainer: 'Maintainer',
}

export function roleName(role: Role): string {
  return NAMES[role]
}

/** "a reader", "an editor". */
export function aRole(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`
}

const acts = Object.keys(ACTS) as Act[]

/** What a role may do that the one before it may not; each goes on after "may". */
export function gains(role: Role): string[] {
  return acts.filter((act) => ACTS[act].least === role).map(said)
}

/** Everything that a role may do; each goes on after "may". */
export function allowed(role: Role): string[] {
  return acts.filter((act) => may(role, act)).map(said)
}

/** What the next higher role that may do more has beyond this one; empty for the highest. */
export function refused(role: Role): string[] {
  const higher = ROLES.slice(ROLES.indexOf(role) + 1).find((one) => gains(one).length > 0)
  return higher ? gains(higher) : []
}

/** What somebody who falls from `was` to `now` may do no longer; null = no role at all. */
export function losses(was: Role, now: Role | null): string[] {
  return acts.filter((act) => may(was, act) && !may(now, act)).map(said)
}

/** Goes on after a person: "may do all that a reader may; change the text". */
export function roleSentence(role: Role): string {
  const own = gains(role)
  const basis = ROLES.slice(0, ROLES.indexOf(role)).findLast((one) => gains(one).length > 0)
  if (!basis) return `may ${listed(own)}`
  return `may do all that ${aRole(basis)} may${own.length > 0 ? `, and ${listed(own)}` : ''}`
}

/** Acts have commas of their own. */
export function listed(does: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (does.length < 3) return does.join(` ${word} `)
  return `${does.slice(0, -1).join('; ')}; ${word} ${does.at(-1)}`
}

function said(act: Act): string {
  return ACTS[act].does
}
