import { createHash, randomBytes } from 'node:crypto';

import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a code is, from an authenticator app or from the list of recovery codes. */
export const CODE = /^(\d{6}|[A-Z2-7]{4}(-[A-Z2-7]{4}){3})$/;

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** For the QR code that authenticator apps read. */
export function totpAddress(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/**
 * The step of time that the code belongs to: the present one, or the one before or after where the clocks differ.
 * @param lastStep of the code that was taken last: a code is taken once
 * @returns null when the code is wrong or was used
 */
export function stepOf(code: string, secret: string, lastStep: number, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / STEP_SECONDS) + delta;
  return step > lastStep ? step : null;
}

/** Eighty random bits each: for who has lost the app. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(randomBytes(16), (byte) => BASE32.charAt(byte % BASE32.length)).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Entrepot',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
