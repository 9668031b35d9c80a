import fc from 'fast-check';

import {
  checkBic,
  checkContainerNumber,
  checkDeclarationNumber,
  checkIban,
  checkImoNumber,
  checkLei,
  checkSizeType,
  checkUscc,
  IDENTIFIER_CHECKS,
} from './index.js';
import { imoCheckDigit } from './imo.js';
import { containerCheckDigit } from './iso6346.js';
import { mod97CheckDigits } from './mod97.js';
import { usccCheckCharacter } from './uscc.js';

const text = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((signs) => signs.join(''));
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Every text that differs from `value` in exactly one place, within the alphabet of that place. */
function singleChanges(value: string, alphabetAt: (index: number) => string): string[] {
  return Array.from(value).flatMap((given, index) =>
    Array.from(alphabetAt(index))
      .filter((sign) => sign !== given)
      .map((sign) => value.slice(0, index) + sign + value.slice(index + 1)),
  );
}

describe('unified social credit code (GB 32100-2015)', () => {
  it.each([
    ['91110000600037341L', { valid: true, checkDigit: 'L' }],
    ['911100-006000 37341l', { valid: true, normalized: '91110000600037341L' }],
    ['121200004013590816', { valid: true, checkDigit: '6' }],
    ['91110000600037341N', { valid: false, reason: 'checksum', checkDigit: 'L' }],
    ['9111000060003734', { valid: false, reason: 'length' }],
    ['9111000060003734IL', { valid: false, reason: 'format' }],
    ['', { valid: false, reason: 'length', normalized: '' }],
  ])('%s → %j', (value, expected) => {
    expect(checkUscc(value)).toMatchObject(expected);
  });

  it('warns where the check fails: some codes of the pilot are in force all the same', () => {
    expect(checkUscc('91350100M0001TGQXM').warnings).toEqual(['early_pilot_code_possible']);
    expect(checkUscc('91110000600037341L')).not.toHaveProperty('warnings');
  });

  it('accepts what it computed itself and catches every single wrong sign', () => {
    fc.assert(
      fc.property(text(USCC, 17), (body) => {
        const code = body + usccCheckCharacter(body);
        expect(checkUscc(code).valid).toBe(true);
        expect(singleChanges(code, () => USCC).filter((wrong) => checkUscc(wrong).valid)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('container number (ISO 6346)', () => {
  it.each([
    ['CSQU3054383', { valid: true, checkDigit: '3', formatted: 'CSQU 305438 3' }],
    ['tasu117 000 0', { valid: true, normalized: 'TASU1170000', formatted: 'TASU 117000 0' }],
    ['CSQU3054384', { valid: false, reason: 'checksum', checkDigit: '3' }],
    ['CSQU305438', { valid: false, reason: 'length' }],
    ['CSQA3054383', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkContainerNumber(value)).toMatchObject(expected);
  });

  it('warns of the old category R', () => {
    const body = 'CSQR305438';
    const result = checkContainerNumber(body + containerCheckDigit(body));
    expect(result).toMatchObject({ valid: true, warnings: ['equipment_category'] });
  });

  it('accepts what it computed itself; a wrong sign passes only ten letters away or between the remainders 10 and 0', () => {
    const category = fc.constantFrom('U', 'J', 'Z');
    const body = fc.tuple(text(LETTERS, 3), category, text(DIGITS, 6)).map((parts) => parts.join(''));
    const alphabetAt = (index: number) => (index < 3 ? LETTERS : index === 3 ? 'UJZ' : DIGITS);
    fc.assert(
      fc.property(body, (drawn) => {
        const code = drawn + containerCheckDigit(drawn);
        expect(checkContainerNumber(code).valid).toBe(true);
        const passing = singleChanges(code, alphabetAt).filter((wrong) => checkContainerNumber(wrong).valid);
        expect(passing.filter((wrong) => !code.endsWith('0') && !isTenLettersAway(code, wrong))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  function isTenLettersAway(code: string, wrong: string): boolean {
    const at = Array.from(code).findIndex((sign, index) => sign !== wrong.charAt(index));
    return at < 4 && (code.charCodeAt(at) - wrong.charCodeAt(at)) % 10 === 0;
  }
});

describe('IBAN (ISO 13616)', () => {
  it.each([
    ['GB29 NWBK 6016 1331 9268 19', { valid: true, checkDigit: '29' }],
    ['DE89370400440532013000', { valid: true }],
    ['DE88370400440532013000', { valid: false, reason: 'checksum', checkDigit: '89' }],
    ['4429NWBK60161331926819', { valid: false, reason: 'format' }],
    ['CN29NWBK60161331926819', { valid: false, reason: 'country' }],
    ['US29NWBK60161331926819', { valid: false, reason: 'country' }],
    ['GB29NWBK6016133192681', { valid: false, reason: 'length' }],
    ['GB29123460161331926819', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkIban(value)).toMatchObject(expected);
  });

  it('refuses check digits that are never issued, though their remainder would fit', () => {
    // body chosen so that the right digits are 97 or 98, which 00 and 01 equal mod 97
    const account = [...Array(200).keys()]
      .map((number) => `37040044${String(number).padStart(10, '0')}`)
      .find((bban) => mod97CheckDigits(`${bban}DE`) === '97');
    expect(account).toBeDefined();
    expect(checkIban(`DE97${account ?? ''}`).valid).toBe(true);
    expect(checkIban(`DE00${account ?? ''}`)).toMatchObject({ valid: false, reason: 'checksum', checkDigit: '97' });
  });
});

describe('IMO ship number', () => {
  it.each([
    ['8814275', { valid: true, checkDigit: '5' }],
    ['IMO 8814275', { valid: true, normalized: '8814275' }],
    ['8814274', { valid: false, reason: 'checksum', checkDigit: '5' }],
    ['88142', { valid: false, reason: 'length' }],
    ['IMO88142A5', { valid: false, reason: 'format' }],
    ['IMO', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkImoNumber(value)).toMatchObject(expected);
  });

  it('accepts what it computed itself', () => {
    fc.assert(
      fc.property(text(DIGITS, 6), (body) => {
        expect(checkImoNumber(body + imoCheckDigit(body)).valid).toBe(true);
      }),
    );
  });
});

describe('LEI (ISO 17442)', () => {
  it.each([
    ['213800KUD8LAJWSQ9D15', { valid: true, checkDigit: '15' }],
    ['213800KUD8LAJWSQ9D16', { valid: false, reason: 'checksum', checkDigit: '15' }],
    ['213800KUD8LAJWSQ9D1', { valid: false, reason: 'length' }],
    ['213800KUD8LAJWSQ9DAB', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkLei(value)).toMatchObject(expected);
  });

  it('accepts what it computed itself; catches a digit for a digit and a letter for a letter', () => {
    fc.assert(
      fc.property(text(DIGITS + LETTERS, 18), (body) => {
        const code = body + mod97CheckDigits(body);
        expect(checkLei(code).valid).toBe(true);
        const alphabetAt = (index: number) => (DIGITS.includes(code.charAt(index)) ? DIGITS : LETTERS);
        expect(singleChanges(code, alphabetAt).filter((wrong) => checkLei(wrong).valid)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('BIC (ISO 9362)', () => {
  it.each([
    ['ABNA BE 2A', { valid: true, normalized: 'ABNABE2A' }],
    ['BKCHCNBJ300', { valid: true }],
    ['BKCHCNBJ30', { valid: false, reason: 'length' }],
    ['BKC1CNBJ', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkBic(value)).toMatchObject(expected);
  });
});

describe('customs declaration number (报关单号)', () => {
  it.each([
    [
      '424020090000000001002',
      {
        valid: true,
        customsOffice: '4240',
        year: 2009,
        direction: 'export',
        sequence: '000000001',
        itemNumber: 2,
      },
    ],
    ['310120261000000123', { valid: true, direction: 'import', year: 2026 }],
    ['31012026A000000123', { valid: false, reason: 'format' }],
    ['3101202610000001', { valid: false, reason: 'length' }],
    ['310120262000000123', { valid: false, reason: 'format' }],
    ['424020090000000001102', { valid: false, reason: 'format' }],
    ['424020090000000001000', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkDeclarationNumber(value)).toMatchObject(expected);
  });

  it('has an item number only with 21 digits', () => {
    expect(checkDeclarationNumber('310120261000000123')).not.toHaveProperty('itemNumber');
  });
});

describe('container size-type (ISO 6346)', () => {
  it.each([
    ['45G1', { valid: true, lengthFeet: 40, heightInches: 114, highCube: true, category: 'general_purpose' }],
    ['22R1', { valid: true, lengthFeet: 20, heightInches: 102, highCube: false, category: 'refrigerated' }],
    ['22U1', { valid: true, category: 'open_top' }],
    ['42P3', { valid: true, category: 'platform' }],
    ['22T6', { valid: true, category: 'tank' }],
    ['22V0', { valid: true, category: 'ventilated' }],
    ['20B0', { valid: true, category: 'bulk', heightInches: 96 }],
    ['L5G1', { valid: true, lengthFeet: 45 }],
    ['M5G1', { valid: true, lengthFeet: 48 }],
    ['22GP', { valid: true, category: 'general_purpose' }],
    ['4XG1', { valid: false, reason: 'format' }],
    ['45X1', { valid: false, reason: 'format' }],
    ['45GX', { valid: false, reason: 'format' }],
    ['45G', { valid: false, reason: 'length' }],
  ])('%s → %j', (value, expected) => {
    expect(checkSizeType(value)).toMatchObject(expected);
  });
});

describe('every check', () => {
  it.each(Object.entries(IDENTIFIER_CHECKS))(
    '%s answers whatever it is given, and gives a reason when it says no',
    (_kind, check) => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
          const result = check(value);
          expect(result.reason === undefined).toBe(result.valid);
        }),
      );
    },
  );
});
