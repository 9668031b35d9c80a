import fc from 'fast-check';

import { airWaybillCheckDigit, checkAirWaybill, checkS10, formattedAirWaybill, s10CheckDigit } from './index.js';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));

describe('number of an air waybill (IATA Resolution 600a)', () => {
  it.each([
    // 1,234,567 mod 7 is 5.
    ['160-12345675', { valid: true, checkDigit: '5', normalized: '16012345675' }],
    ['160 1234 5675', { valid: true }],
    ['16012345676', { valid: false, reason: 'checksum', checkDigit: '5' }],
    ['160-1234567', { valid: false, reason: 'length' }],
    ['CX0-12345675', { valid: false, reason: 'format' }],
    ['', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkAirWaybill(value)).toMatchObject(expected);
  });

  it('accepts what it computed itself, and no other last digit', () => {
    fc.assert(
      fc.property(digits(3), digits(7), fc.integer({ min: 0, max: 9 }), (prefix, serial, last) => {
        const isRight = String(last) === airWaybillCheckDigit(serial);
        expect(checkAirWaybill(`${prefix}${serial}${last}`).valid).toBe(isRight);
      }),
    );
  });

  it('is printed with a hyphen after the airline', () => {
    expect(formattedAirWaybill('16012345675')).toBe('160-12345675');
  });
});

describe('number of a postal item (UPU S10)', () => {
  it.each([
    // The example of the standard: 4·8+7·6+3·4+1·2+2·3+4·5+8·9+2·7 = 200; 11 − 200 mod 11 = 9.
    ['RR473124829GB', { valid: true, checkDigit: '9' }],
    ['rr 47312482 9 gb', { valid: true, normalized: 'RR473124829GB' }],
    ['RR473124828GB', { valid: false, reason: 'checksum', checkDigit: '9' }],
    ['RR47312482GB', { valid: false, reason: 'length' }],
    ['R1473124829GB', { valid: false, reason: 'format' }],
  ])('%s → %j', (value, expected) => {
    expect(checkS10(value)).toMatchObject(expected);
  });

  it('catches every single wrong digit, but for some under the check digit 5, which stands for two remainders', () => {
    fc.assert(
      fc.property(digits(8), fc.nat({ max: 7 }), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
        const wrong = (Number(serial.charAt(place)) + shift) % 10;
        const changed = `${serial.slice(0, place)}${wrong}${serial.slice(place + 1)}`;
        const digit = s10CheckDigit(serial);
        if (digit !== '5') expect(checkS10(`EE${changed}${digit}CN`).valid).toBe(false);
      }),
    );
  });
});
