/**
 * An authenticator in software, with one ES256 credential: what a browser and a security key would answer together
 * (Web Authentication Level 3, §6). It can be told to lie about anything that a server has to look at.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What is answered otherwise than an honest browser would. */
export interface Lies {
  origin?: string
  rpId?: string
  type?: string
  challenge?: string
  /** Bits of the authenticator data (§6.1): 1 present, 4 verified, 64 with a credential. */
  flags?: number
  counter?: number
  userHandle?: string
  /** Format of the attestation, and its statement; `signed` is what it vouches for (§8.2), `sign` this credential's key. */
  attestation?: { format: string; statement: (signed: Buffer, sign: (data: Buffer) => Uint8Array) => Cbor }
  credentialId?: string
}

export interface CredentialAnswer {
  id: string
  rawId: string
  type: 'public-key'
  clientExtensionResults: object
  response: Record<string, unknown>
}

export type Cbor = number | string | Uint8Array | Cbor[] | Map<number | string, Cbor>

const PRESENT = 1
const VERIFIED = 4
const WITH_CREDENTIAL = 64

export class SoftAuthenticator {
  readonly id = base64url(randomBytes(16))
  readonly #origin: string
  readonly #rpId: string
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject
  #counter = 0
  #userHandle = ''

  constructor(origin: string) {
    this.#origin = origin
    this.#rpId = new URL(origin).hostname
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = pair.privateKey
    this.#publicKey = pair.publicKey
  }

  /** As navigator.credentials.create answers. */
  create(options: Record<string, unknown>, lies: Lies = {}): CredentialAnswer {
    this.#userHandle = (options.user as { id: string }).id
    const id = Buffer.from(lies.credentialId ?? this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, id, this.#coseKey()])
    const authData = Buffer.concat([this.#authenticatorData(WITH_CREDENTIAL, lies), credential])
    const clientData = this.#clientData('webauthn.create', options, lies)
    const { format, statement } = lies.attestation ?? { format: 'none', statement: () => new Map() }
    const attestation = new Map<string, Cbor>([
      ['fmt', format],
      ['attStmt', statement(Buffer.concat([authData, sha256(clientData)]), (data) => this.#sign(data))],
      ['authData', new Uint8Array(authData)],
    ])
    return this.#answer(base64url(id), {
      clientDataJSON: base64url(clientData),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal', 'made-up'],
    })
  }

  /** As navigator.credentials.get answers. */
  get(options: Record<string, unknown>, lies: Lies = {}): CredentialAnswer {
    this.#counter += 1
    const clientData = this.#clientData('webauthn.get', options, lies)
    const authenticatorData = this.#authenticatorData(0, lies)
    const signed = Buffer.concat([authenticatorData, sha256(clientData)])
    return this.#answer(lies.credentialId ?? this.id, {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(this.#sign(signed)),
      userHandle: lies.userHandle ?? this.#userHandle,
    })
  }

  #sign(data: Buffer): Uint8Array {
    return new Uint8Array(sign('sha256', data, this.#privateKey))
  }

  #answer(id: string, response: Record<string, unknown>): CredentialAnswer {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, { challenge }: Record<string, unknown>, lies: Lies): Buffer {
    const origin = lies.origin ?? this.#origin
    const data = { type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin, crossOrigin: false }
    return Buffer.from(JSON.stringify(data))
  }

  #authenticatorData(more: number, lies: Lies): Buffer {
    const tail = Buffer.alloc(5)
    tail.writeUInt8((lies.flags ?? PRESENT | VERIFIED) | more)
    tail.writeUInt32BE(lies.counter ?? this.#counter, 1)
    return Buffer.concat([sha256(lies.rpId ?? this.#rpId), tail])
  }

  /** RFC 9053, §7.1.1: an EC2 key for ES256. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' })
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    return cbor(key)
  }
}

/** RFC 8949, as much of it as is needed. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([cborHead(2, value.length), value])
  if (Array.isArray(value)) return Buffer.concat([cborHead(4, value.length), ...value.map(cbor)])
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)])
  return Buffer.concat([cborHead(5, value.size), ...entries])
}

function cborHead(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument])
  if (argument < 256) return Buffer.from([(major << 5) | 24, argument])
  return Buffer.from([(major << 5) | 25, argument >> 8, argument & 255])
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest()
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
