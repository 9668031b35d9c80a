import { CODE, hashRecoveryCode, newRecoveryCodes, newTotpSecret, stepOf, totpAddress } from './one-time-codes.js';

/** RFC 6238, appendix B: '12345678901234567890' in base32; the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

describe('A code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %s is %s, as the RFC has it', (seconds, code) => {
    expect(stepOf(code, SECRET, 0, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [29, 1],
    [89, 1],
    [119, null],
    [150, null],
  ])('of second 59 holds at %s: %s', (seconds, step) => {
    expect(stepOf('287082', SECRET, 0, at(seconds))).toBe(step);
  });

  it('is taken once, and none before it', () => {
    expect(stepOf('287082', SECRET, 1, at(59))).toBeNull();
    expect(stepOf('287082', SECRET, 2, at(59))).toBeNull();
  });

  it.each(['287083', '28708', '2870822', '', 'ABCD-ABCD-ABCD-ABCD'])('is not %j', (code) => {
    expect(stepOf(code, SECRET, 0, at(59))).toBeNull();
  });

  it('comes from a secret that the app reads', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(totpAddress(secret, 'li@example.com'));
    expect([address.protocol, address.host, address.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', secret]);
  });
});

describe('Recovery codes', () => {
  it('are ten, all different, and of the form that is taken', () => {
    const codes = newRecoveryCodes();
    expect([codes.length, new Set(codes).size, codes.every((code) => CODE.test(code))]).toEqual([10, 10, true]);
    expect(new Set(codes.map((code) => hashRecoveryCode(code).toString('hex'))).size).toBe(10);
  });
});
