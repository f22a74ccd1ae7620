/** 128 random bits as people copy them: no letter that looks like another, in groups. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function recoveryCodeOf(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((random.length * 8) / 5);
  const letters = Array.from(
    { length },
    (_, place) => alphabet[Number((bits >> BigInt(5 * place)) & 31n)] ?? '',
  );
  return letters.join('').replace(/.{5}(?=.)/g, '$&-');
}

/** However it was typed: spaces, dashes, capitals and the letters that look like digits. */
export const plainRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
