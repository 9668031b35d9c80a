import { mediaTypeOf } from './scan.js';

describe('mediaTypeOf', () => {
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['PK\x03\x04', null],
    ['%PD', null],
    ['', null],
  ])('reads the first bytes: %j is %s', (text, expected) => {
    expect(mediaTypeOf(Buffer.from(text, 'latin1'))).toBe(expected);
  });
});
