import { createHash, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';

import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';

import { knownMessage, soundMessages } from '../../../../test/support/ceb-messages.js';
import { writeMessage, XML_DECLARATION } from '../ceb/write-message.js';
import { signingWith } from './algorithms.js';
import { SANDBOX_CERTIFICATE, SANDBOX_KEY } from './sandbox-certificate.js';
import { pointOf, signSm2, verifySm2 } from './sm2.js';
import { verifyXml } from './verify-xml.js';
import { signMessage, type SigningKey } from './xml-signature.js';

const CERTIFICATE = new X509Certificate(SANDBOX_CERTIFICATE);
const SM2: SigningKey = {
  algorithm: 'sm2-sm3',
  certificate: CERTIFICATE,
  sign: signingWith(SANDBOX_KEY, CERTIFICATE, 'sm2-sm3'),
};
const LIST = knownMessage('CEB621Message');
const [UNSIGNED = ''] = fc
  .sample(soundMessages(LIST), { seed: 1, numRuns: 1 })
  .map((json) => writeMessage({ ...json, Signature: '' }, LIST));

describe('SM3 (GB/T 32905-2016, A.1 and A.2)', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is as published', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
  });
});

describe('SM2 (GB/T 32918.2-2016)', () => {
  /** GB/T 32918.5-2017, A.2: the recommended curve, with the identifier 1234567812345678. */
  const PUBLISHED = {
    key: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
    point:
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    signature:
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  };
  const TEXT = Buffer.from('message digest');

  it('takes the published signature, and no other', () => {
    const signature = Buffer.from(PUBLISHED.signature, 'hex');
    expect(verifySm2(TEXT, signature, PUBLISHED.point)).toBe(true);
    expect(verifySm2(Buffer.from('message digests'), signature, PUBLISHED.point)).toBe(false);
    signature.writeUInt8(signature.readUInt8(63) ^ 1, 63);
    expect(verifySm2(TEXT, signature, PUBLISHED.point)).toBe(false);
  });

  it('makes signatures that the published key verifies, 64 bytes each', () => {
    const signature = signSm2(TEXT, PUBLISHED.key, PUBLISHED.point);
    expect([signature.length, verifySm2(TEXT, signature, PUBLISHED.point)]).toEqual([64, true]);
  });

  it('says no to what is no signature at all', () => {
    for (const bytes of ['', '00', 'ff'.repeat(64), '30'.repeat(70)]) {
      expect(verifySm2(TEXT, Buffer.from(bytes, 'hex'), PUBLISHED.point)).toBe(false);
    }
  });

  it('finds the point of a key that OpenSSL made', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    expect(pointOf(createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }).toString()))).toMatch(
      /^04[\da-f]{128}$/,
    );
  });
});

describe('What we write', () => {
  it.each(['CEB303Message', 'CEB603Message', 'CEB621Message', 'CEB625Message'])(
    '%s is in canonical form, but for foreign markup',
    (name) => {
      const message = knownMessage(name);
      fc.assert(
        fc.property(soundMessages(message), ({ ExtendMessage: _own, Signature: _signature, ...json }) => {
          const xml = writeMessage(json, message);
          const document = XmlDocument.fromString(xml);
          try {
            expect(document.canonicalizeToString()).toBe(xml.slice(XML_DECLARATION.length));
          } finally {
            document.dispose();
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('A signed message', () => {
  it.each(['CEB603Message', 'CEB605Message', 'CEB621Message', 'CEB623Message', 'CEB711Message'])(
    '%s verifies, whatever is in it',
    (name) => {
      const message = knownMessage(name);
      fc.assert(
        fc.property(soundMessages(message), (json) => {
          const xml = writeMessage({ ...json, Signature: '' }, message);
          expect([verifyXml(xml), verifyXml(signMessage(xml, message, SM2))]).toEqual(['unsigned', 'valid']);
        }),
        { numRuns: 12 },
      );
    },
  );

  it.each([
    ['another value', (xml: string) => xml.replace(/<ceb:copName>[^<]*/, '<ceb:copName>Somebody else')],
    ['another digest', (xml: string) => xml.replace(/<ds:DigestValue>./, '<ds:DigestValue>_')],
    [
      'another signature',
      (xml: string) =>
        xml.replace(
          /(<ds:SignatureValue>)(.)/,
          (_all, tag: string, sign: string) => `${tag}${sign === 'A' ? 'B' : 'A'}`,
        ),
    ],
    ['an element more', (xml: string) => xml.replace('<ceb:BaseTransfer>', '<ceb:BaseTransfer><ceb:note></ceb:note>')],
    ['a weaker digest', (xml: string) => xml.replaceAll('2022/04/xmldsig#sm3', '2022/04/xmldsig#sm1')],
    ['a part only', (xml: string) => xml.replace('URI=""', 'URI="#part"')],
    ['no certificate', (xml: string) => xml.replace(/<ds:X509Data>.*<\/ds:X509Data>/, '')],
    ['two signatures', (xml: string) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, (one) => one + one)],
    [
      'the signature deeper down',
      (xml: string) => xml.replace(/(<ds:Signature .*<\/ds:Signature>)/, '<ceb:x>$1</ceb:x>'),
    ],
  ])('does not verify with %s', (_what, spoil) => {
    const signed = signMessage(UNSIGNED, LIST, SM2);
    expect(verifyXml(signed)).toBe('valid');
    const spoilt = spoil(signed);
    expect(spoilt).not.toBe(signed);
    expect(verifyXml(spoilt)).toBe('invalid');
  });
});
