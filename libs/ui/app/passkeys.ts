import { Service } from '@angular/core';
import type { Assertion, Attestation, Ceremony } from '@wire/factors';
import type { Problem } from './problem';

const kit = () => import('@simplewebauthn/browser');

/** The browser's own words for "no" in ours: it was closed, or it knows no passkey for this site. */
class Refused extends Error implements Problem {
  readonly status = 400;
  readonly title = '';
  readonly errors = [];
  readonly code: string;

  constructor(thrown: unknown) {
    super('passkey');
    const { name = '' } = thrown as { name?: string };
    const closed = ['NotAllowedError', 'AbortError'].includes(name);
    this.code = `passkey.${name === 'InvalidStateError' ? 'already' : closed ? 'closed' : 'failed'}`;
  }
}

/** What the browser does with passkeys. Everything that goes wrong is a `Problem`. */
@Service()
export class Passkeys {
  readonly able = typeof globalThis.PublicKeyCredential === 'function';

  async make({ options }: Ceremony): Promise<Attestation> {
    const { startRegistration } = await kit();
    const optionsJSON = options as unknown as Parameters<
      typeof startRegistration
    >[0]['optionsJSON'];
    try {
      return (await startRegistration({ optionsJSON })) as Attestation;
    } catch (thrown) {
      throw new Refused(thrown);
    }
  }

  async sign({ options }: Ceremony): Promise<Assertion> {
    const { startAuthentication } = await kit();
    const optionsJSON = options as unknown as Parameters<
      typeof startAuthentication
    >[0]['optionsJSON'];
    try {
      return (await startAuthentication({ optionsJSON })) as Assertion;
    } catch (thrown) {
      throw new Refused(thrown);
    }
  }
}
