import type { Assertion, Attestation } from '@wire/factors';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Options {
  readonly challenge: string;
}
interface Circumstances {
  readonly origin?: string;
  readonly rpId?: string;
  /** The finger was there. */
  readonly verified?: boolean;
  readonly counter?: number;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** A security key in software, as WebAuthn level 2 describes one: one ES256 credential. */
export class Authenticator {
  private readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly cose: Buffer;
  private counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
  }

  make({ challenge }: Options, circumstances: Circumstances = {}): Attestation {
    const credential = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.cose,
    ]);
    const signed = Buffer.concat([this.toSign(circumstances, 0x40), credential]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, signed.length]), signed],
    ]);
    const clientDataJSON = base64(client('webauthn.create', challenge, circumstances));
    const response = { clientDataJSON, attestationObject: base64(attestationObject) };
    return { ...this.credential(), response: { ...response, transports: ['internal'] } };
  }

  sign({ challenge }: Options, circumstances: Circumstances = {}): Assertion {
    this.counter += 1;
    const state = this.toSign({ counter: this.counter, ...circumstances }, 0);
    const clientData = client('webauthn.get', challenge, circumstances);
    const signed = Buffer.concat([state, sha256(clientData)]);
    return {
      ...this.credential(),
      response: {
        clientDataJSON: base64(clientData),
        authenticatorData: base64(state),
        signature: base64(sign('sha256', signed, this.privateKey)),
      },
    };
  }

  private credential() {
    const id = base64(this.id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private toSign(
    { rpId = 'market.test', verified = true, counter = 0 }: Circumstances,
    more: number,
  ): Buffer {
    const bytes = Buffer.alloc(5);
    bytes[0] = 0x01 | (verified ? 0x04 : 0) | more;
    bytes.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), bytes]);
  }
}

function client(
  type: string,
  challenge: string,
  { origin = 'http://market.test' }: Circumstances,
): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** A short text in CBOR. */
const text = (word: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 | word.length]), Buffer.from(word)]);
