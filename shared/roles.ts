/**
 * Who may do what to a story: the one table. The server refuses by it, the client hides by it.
 * An act that is not in the table cannot be asked about, so a new act begins here.
 */

/** From least to most; each may do all that the ones before it may. */
export const ROLES = ['reader', 'commenter', 'proofreader', 'editor', 'maintainer'] as const

export type Role = (typeof ROLES)[number]

const LEAST = {
  /** See the text, who is here, and take a copy as a file. */
  read: 'reader',
  /** Change the text. */
  write: 'editor',
  /** Give the story another title. */
  rename: 'editor',
  /** Write the text back into the export folder. */
  writeBack: 'maintainer',
  /** Make, list and revoke invite links; see who has access. */
  invite: 'maintainer',
  /** Delete the story and bring it back. */
  delete: 'maintainer',
} as const satisfies Record<string, Role>

export type Act = keyof typeof LEAST

/** True when `role` reaches the least role for `act`; somebody without a role (null) may nothing. */
export function may(role: Role | null, act: Act): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(LEAST[act])
}
