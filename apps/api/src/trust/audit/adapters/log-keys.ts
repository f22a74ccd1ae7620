import { kinds, signerOf, verifierOf, type Signer, type Verifier } from '@eventstore/notes';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config';

/** Who signs the log here, and who outside may witness it. */
@Injectable()
export class LogKeys {
  readonly origin: string;
  /** The current key first; during a rotation the one before signs as well. */
  readonly signers: readonly [Signer, ...Signer[]];
  readonly witnesses: readonly Verifier[];

  constructor(@Inject(CONFIG) config: Config) {
    this.origin = config.AUDIT_LOG_ORIGIN;
    const signer = (seed: string) => signerOf(this.origin, Buffer.from(seed, 'base64'));
    const before = config.AUDIT_PREVIOUS_KEY;
    this.signers = [signer(config.AUDIT_SIGNING_KEY), ...(before ? [signer(before)] : [])];
    this.witnesses = config.AUDIT_WITNESSES.split(/\s+/)
      .filter(Boolean)
      .map(verifierOf)
      .filter(({ kind }) => kind === kinds.cosignature);
  }

  get current(): Signer {
    return this.signers[0];
  }
}
