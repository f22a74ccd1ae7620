import * as z from 'zod';

const hex = z.string().regex(/^([0-9a-f]{2}){1,64}$/);
const whole = z.int().nonnegative();

/** What is to be solved: find the counter whose key begins with the prefix. Only the house signs one. */
export const challenge = z.object({
  parameters: z.looseObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hex,
    salt: hex,
    cost: whole,
    keyLength: whole,
    keyPrefix: hex,
    keySignature: hex,
    expiresAt: whole,
    data: z.strictObject({ door: z.string().max(40), network: z.string().max(64) }),
  }),
  signature: hex,
});

/** The header `x-challenge-answer`: this as JSON, in base64url. */
export const challengeAnswer = z.object({
  challenge,
  solution: z.object({ counter: whole, derivedKey: hex }),
});

/** In the facts of `request.challenge_required`: no right counter is above `most`. */
export const challengeFacts = z.object({
  door: z.string(),
  challenge: challenge.extend({ most: whole }),
});

export type Challenge = z.infer<typeof challenge>;
export type ChallengeAnswer = z.infer<typeof challengeAnswer>;
