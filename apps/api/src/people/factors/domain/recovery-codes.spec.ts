import { plainRecoveryCode, recoveryCodeOf } from './recovery-codes';

describe('a recovery code', () => {
  it('holds every one of its 128 bits', () => {
    const zero = recoveryCodeOf(new Uint8Array(16));
    const codes = Array.from({ length: 128 }, (_, bit) => {
      const random = new Uint8Array(16);
      random[bit >> 3] = 1 << (bit & 7);
      return recoveryCodeOf(random);
    });
    expect(new Set([zero, ...codes]).size).toBe(129);
    expect(zero).toMatch(/^(0{5}-){5}0$/);
  });

  it('is the same however it is typed', () => {
    const code = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, at) => at * 37));
    const sloppy = ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} `;
    expect(plainRecoveryCode(sloppy)).toBe(plainRecoveryCode(code));
  });
});
