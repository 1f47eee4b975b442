/**
 * Secrets that open a door: how they are made and what is stored of them. The text of a secret is seen once, by the
 * person it is for; the house keeps its SHA-256 only.
 */
import { createHash } from 'node:crypto'

/** Gives that many bytes from a cryptographic source. */
export type Random = (bytes: number) => Uint8Array

/** 32 random bytes as 43 characters of base64url. */
export function newSecret(random: Random): string {
  return toBase64Url(random(32))
}

/**
 * 16 characters of base64url, nearly 96 random bits: for ids of stories and accounts. Not a secret, but not to be guessed.
 * Never begins with "-", which a command line would take for an option.
 */
export function newId(random: Random): string {
  for (;;) {
    const id = toBase64Url(random(12))
    if (!id.startsWith('-')) return id
  }
}

/** SHA-256 of the secret's text, 43 characters of base64url; safe to show, useless for opening anything. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
