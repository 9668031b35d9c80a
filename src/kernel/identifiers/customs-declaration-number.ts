import { type IdentifierResult, invalid, normalized } from './identifier.js';

export interface DeclarationNumberResult extends IdentifierResult {
  /** 关区 that accepted the declaration, four digits. */
  readonly customsOffice?: string;
  readonly year?: number;
  readonly direction?: 'export' | 'import';
  /** Nine digits. */
  readonly sequence?: string;
  /** Only with 21 digits. */
  readonly itemNumber?: number;
}

const LENGTH = 18;
const LENGTH_WITH_ITEM = 21;

/**
 * Takes a customs declaration number (报关单号) apart: office 4, year 4, direction 1, sequence 9; no check digit.
 * In a refund filing a 0 and the two-digit item number follow, 21 digits in all.
 */
export function checkDeclarationNumber(input: string): DeclarationNumberResult {
  const value = normalized(input);
  if (!/^\d+$/.test(value)) return invalid(value, 'format');
  if (value.length !== LENGTH && value.length !== LENGTH_WITH_ITEM) return invalid(value, 'length');
  const match = /^(\d{4})(\d{4})([01])(\d{9})(?:0(\d{2}))?$/.exec(value);
  if (match === null || match[5] === '00') return invalid(value, 'format');
  const [, customsOffice = '', year = '', direction, sequence = '', item] = match;
  return {
    valid: true,
    normalized: value,
    customsOffice,
    year: Number(year),
    direction: direction === '0' ? 'export' : 'import',
    sequence,
    ...(item !== undefined && { itemNumber: Number(item) }),
  };
}
