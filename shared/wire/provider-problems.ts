/**
 * Why signing in through the OpenID provider came to nothing: the code in the address of the page, and what to say. In a
 * file without zod, so that the client may read it.
 */

/** Code of `?problem=` → the sentence for the person. */
export const PROVIDER_PROBLEMS = {
  unavailable: 'The sign-in provider cannot be reached right now. Please try again in a moment.',
  expired: 'This sign-in took too long, was used already, or began in another browser. Please try again.',
  refused: 'The sign-in provider did not let you in, or you stopped there. You can try again.',
  untrusted: 'The answer of the sign-in provider did not pass the checks, so nothing was done. Please tell the owner.',
  removed: 'You were removed from this Galley. Please ask its owner.',
  'signed-in': 'You are signed in here already. To come in as somebody else, sign out first.',
  taken: "That account at the provider is another person's here, or yours is linked to another one there already.",
  another: 'That is not the account at the provider that is linked to you here, so it does not show that it is you.',
  unasked:
    'The sign-in provider did not ask you again, so this does not show that it is you. Sign out here and in again, or take another way.',
} as const satisfies Record<string, string>

export type ProviderProblemCode = keyof typeof PROVIDER_PROBLEMS

/** The sentence for the `problem` of an address; null for none and for a code that is none of ours. */
export function providerProblem(code: string | null): string | null {
  return code !== null && Object.hasOwn(PROVIDER_PROBLEMS, code) ? PROVIDER_PROBLEMS[code as ProviderProblemCode] : null
}
