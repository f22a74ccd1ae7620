import * as z from 'zod';
import { id, instant, line } from './primitives';

/*
 * All but the first need `x-step-up` for `security` (POST /api/accounts/step-up).
 *
 * GET    /api/factors                        → ownFactors
 * POST   /api/factors/passkeys/challenge     → ceremony: to prove with a passkey who is signed in
 * POST   /api/factors/totp                   → totpSeed, shown this once
 * POST   /api/factors/totp/confirm           {code} → added
 * DELETE /api/factors/totp                   → 204
 * POST   /api/factors/sms                    → added (needs a proved phone);  DELETE → 204
 * POST   /api/factors/passkeys/options       → ceremony
 * POST   /api/factors/passkeys               addPasskey → added
 * PATCH  /api/factors/passkeys/:id           {name} → 204;  DELETE → 204
 * POST   /api/factors/recovery-codes         → recoveryCodes; the former ones are void
 */
const digits = z.string().regex(/^\d{6}$/);
const bytes = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/);
const credential = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

/** What a browser makes of a passkey, as WebAuthn writes it in JSON. */
export const attestation = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(20_000),
    authenticatorData: bytes(4_000).optional(),
    transports: z.array(z.string().max(20)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: bytes(4_000).optional(),
  }),
});
export const assertion = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(200).optional(),
  }),
});
export type Attestation = z.infer<typeof attestation>;
export type Assertion = z.infer<typeof assertion>;

/** `options` go to the browser as they are. */
export const ceremony = z.object({ ceremonyId: id, options: z.looseObject({}) });
export type Ceremony = z.infer<typeof ceremony>;

export const proofMethods = z.enum(['passkey', 'totp', 'sms', 'mail', 'recovery']);
export type ProofMethod = z.infer<typeof proofMethods>;
/** One of the ways to show that it is you. */
export const proof = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('totp'), code: digits }),
  z.strictObject({ method: z.enum(['sms', 'mail']), code: digits }),
  z.strictObject({ method: z.literal('recovery'), code: line(60) }),
  z.strictObject({ method: z.literal('passkey'), ceremonyId: id, response: assertion }),
]);
export type Proof = z.infer<typeof proof>;

export const passkey = z.object({
  id,
  name: z.string(),
  synced: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export const ownFactors = z.object({
  totp: z.boolean(),
  sms: z.boolean(),
  passkeys: z.array(passkey),
  recoveryCodesLeft: z.number(),
});
export type OwnFactors = z.infer<typeof ownFactors>;

export const totpSeed = z.object({ seed: z.string(), uri: z.string() });
export const confirmTotp = z.strictObject({ code: digits });
export const namePasskey = z.strictObject({ name: line(60) });
export const addPasskey = z.strictObject({ ceremonyId: id, name: line(60), response: attestation });
export type AddPasskey = z.infer<typeof addPasskey>;
/** The codes come with the first factor: without them a lost phone is a lost account. */
export const added = z.object({ recoveryCodes: z.array(z.string()).nullable() });
export type Added = z.infer<typeof added>;
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
