/** Why a code is not valid. `format` also where a part of it has no meaning. */
export const IDENTIFIER_REASONS = ['length', 'format', 'country', 'checksum'] as const;
export type IdentifierReason = (typeof IDENTIFIER_REASONS)[number];

export const IDENTIFIER_WARNINGS = ['early_pilot_code_possible', 'equipment_category'] as const;
export type IdentifierWarning = (typeof IDENTIFIER_WARNINGS)[number];

/** What is known about a code, number or account that somebody gave. */
export interface IdentifierResult {
  readonly valid: boolean;
  /** The first that applies; absent when valid. */
  readonly reason?: IdentifierReason;
  /** The right one, computed from the rest, as soon as length and format are right. */
  readonly checkDigit?: string;
  /** Without blanks and hyphens, in capitals. */
  readonly normalized: string;
  readonly warnings?: readonly IdentifierWarning[];
}

/** Blanks and hyphens are for the eye; letters count as capitals. */
export function normalized(value: string): string {
  return value.replace(/[\s-]/gu, '').toUpperCase();
}

export function invalid(value: string, reason: IdentifierReason): IdentifierResult {
  return { valid: false, reason, normalized: value };
}

/** The verdict on a code whose length and format are right. */
export function verdict(value: string, given: string, checkDigit: string): IdentifierResult {
  return given === checkDigit
    ? { valid: true, checkDigit, normalized: value }
    : { valid: false, reason: 'checksum', checkDigit, normalized: value };
}
