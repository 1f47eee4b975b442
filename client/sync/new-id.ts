/** Ids that a client makes: for commands, notes, replies and suggestions. */

/** 128 random bits as 32 hexadecimal digits. `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
