import { createPublicKey, verify } from 'node:crypto';

import { type InnerList, parseDictionary } from 'structured-headers';

import { type SignedRequest, signatureBase } from './signature-base.js';

/** The request, key and signature of RFC 9421, B.2.6. */
const REQUEST: SignedRequest = {
  method: 'POST',
  origin: 'https://example.com',
  target: '/foo?param=Value&Pet=dog',
  headers: {
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-length': '18',
    'x-twice': ['one ', ' two'],
  },
};
const INPUT =
  'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
const SIGNATURE = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
const KEY = createPublicKey({
  key: { kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' },
  format: 'jwk',
});

function covered(text: string): InnerList {
  return [...parseDictionary(text).values()][0] as InnerList;
}

describe('The text that a signature is made over', () => {
  it('is that of the RFC’s own example, whose signature holds', () => {
    const base = signatureBase(REQUEST, covered(INPUT)) ?? '';
    expect(base.split('\n')).toEqual([
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      `"@signature-params": ${INPUT.slice('sig-b26='.length)}`,
    ]);
    expect(verify(null, Buffer.from(base), KEY, Buffer.from(SIGNATURE, 'base64'))).toBe(true);
  });

  it.each([
    ['@target-uri', 'https://example.com/foo?param=Value&Pet=dog'],
    ['@scheme', 'https'],
    ['@request-target', '/foo?param=Value&Pet=dog'],
    ['@query', '?param=Value&Pet=dog'],
    ['x-twice', 'one, two'],
  ])('has as %s: %s', (name, value) => {
    expect(signatureBase(REQUEST, covered(`a=("${name}")`))).toContain(`"${name}": ${value}\n`);
  });

  it('has a question mark for a query that is not there', () => {
    expect(signatureBase({ ...REQUEST, target: '/foo' }, covered('a=("@query")'))).toContain('"@query": ?\n');
  });

  it.each([
    ['a=("@status")', 'of an answer, not of a request'],
    ['a=("x-missing")', 'a header that was not sent'],
    ['a=("toString")', 'no header at all'],
    ['a=("date" "date")', 'the same twice'],
    ['a=("content-type";sf)', 'with a parameter'],
    ['a=(date)', 'no string'],
  ])('is not made of %s: %s', (text) => {
    expect(signatureBase(REQUEST, covered(text))).toBeNull();
  });
});
