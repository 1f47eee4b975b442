/**
 * One mail of a series of patches, as `git am` reads it. What people wrote can neither end its header nor pass for a part
 * of the patch, for git or for GNU patch, which takes indented patches too: their lines stand behind a bar.
 */
import { encode } from '../encodings.ts'
import { byteString } from '../unified-diff.ts'

export interface Mail {
  name: string
  /** Before the @: ASCII letters, digits and "-" alone. */
  mailbox: string
  /** ISO 8601 in UTC. */
  at: string
  subject: string
  /** Behind the bar. */
  body: string
  /** Bytes as characters. */
  diff: string
  /** From 1, of so many. */
  nth: number
  of: number
}

/** Bytes as characters. The host is one that never is (RFC 2606). */
export function mailText({ name, mailbox, at, subject, body, diff, nth, of }: Mail): string {
  const head = [
    // By its fixed date programs know that the mail is a patch.
    'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
    `From: ${headerText(sender(name))} <${mailbox}@galley.invalid>`,
    `Date: ${mailDate(at)}`,
    `Subject: [PATCH ${nth}/${of}] ${headerText(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  const lines = body === '' ? [] : oneByOne(body).map((line) => `| ${line}`.trimEnd())
  const said = byteString(encode(lines.map((line) => `${line}\n`).join(''), 'utf-8'))
  return `${head.join('\n')}\n\n${said}---\n${diff}-- \nGalley\n\n`
}

/** UTF-8 bytes; of a longer name git takes the address instead, and where it sees an @ or brackets. */
const MOST_NAME = 60

/** Git refuses names without a letter. */
function sender(name: string): string {
  const clean = oneLine(name)
    .replace(/[<>@"\\]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  let short = ''
  for (const character of clean) {
    if (encode(short + character, 'utf-8').length > MOST_NAME) break
    short += character
  }
  return /[\p{L}\p{N}]/u.test(short) ? short.trim() : 'Somebody'
}

/** RFC 2047, in words of at most 75 characters, none of which parts a character; plain words as they are. */
function headerText(given: string): string {
  const text = oneLine(given)
  if (/^[A-Za-z0-9][A-Za-z0-9 .,'-]{0,60}$/.test(text)) return text
  const words: string[] = []
  let word = ''
  for (const character of text) {
    const bytes = byteString(encode(character, 'utf-8'))
    const coded = bytes.replace(
      /[^A-Za-z0-9]/g,
      (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    if (word.length + coded.length > MOST_CODED) {
      words.push(word)
      word = ''
    }
    word += coded
  }
  return [...words, word].map((part) => `=?UTF-8?Q?${part}?=`).join('\n ')
}

const MOST_CODED = 60

/** Without anything that ends or turns a line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
}

function oneByOne(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(oneLine)
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322 §3.3. Git knows no time before 1970. */
function mailDate(at: string): string {
  const parsed = Date.parse(at)
  const date = new Date(Math.max(parsed, 0))
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${day} ${date.toISOString().slice(11, 19)} +0000`
}
