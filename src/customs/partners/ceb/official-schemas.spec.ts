import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

import { MESSAGE_NAMES } from '../../domain/ceb/messages.js';
import { type Message } from '../../domain/ceb/layout.js';
import { knownMessage, soundMessages } from '../../../../test/support/ceb-messages.js';
import { CebConversions } from '../../application/ceb-conversions.service.js';
import { signingWith } from '../signing/algorithms.js';
import { SANDBOX_CERTIFICATE, SANDBOX_KEY } from '../signing/sandbox-certificate.js';
import { signMessage, type SigningKey } from '../signing/xml-signature.js';
import { OfficialCebXml } from './official-ceb-xml.js';
import { writeMessage } from './write-message.js';

/** The published schemas and samples, where they are on this machine. */
const folder = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'ceb/v202205');
const whereGiven = existsSync(folder) ? describe : describe.skip;
const SCHEMAS = {
  export: '海关跨境出口业务节点报文定义202205.xsd',
  import: '海关跨境进口业务节点报文定义202205.xsd',
} as const;
const conversions = new CebConversions(new OfficialCebXml());
const RUNS = { numRuns: 60 };
const CERTIFICATE = new X509Certificate(SANDBOX_CERTIFICATE);
const KEY: SigningKey = {
  algorithm: 'sm2-sm3',
  certificate: CERTIFICATE,
  sign: signingWith(SANDBOX_KEY, CERTIFICATE, 'sm2-sm3'),
};

/** What somebody could write into a field: too little, too much, nearly a number. */
const VALUES = [
  ...['', ' ', 'x', '\u00a0', ' 12 ', '1', '-1', '+1', '--1', '1.', '.', '.5', '-.5', '1e3', '0x1', '١', 'NaN', 'INF'],
  ...['00001.50000', '1.12345', '1.123456', '1.1234500', '12345678901234.12345', '123456789012345.12345', '0.00001'],
  ...['99999', '100000', '0000100000', '2147483647', '2147483648', '-2147483648', '-2147483649', '1 2', '9'.repeat(40)],
  ...[
    'x'.repeat(3),
    'x'.repeat(36),
    'x'.repeat(37),
    '😀'.repeat(18),
    'x'.repeat(1000),
    'x'.repeat(1001),
    'x'.repeat(6000),
  ],
];
const LEAF = /<ceb:(\w+)>([^<]*)<\/ceb:\1>/g;
type Change = (xml: string, leaf: { readonly whole: string; readonly name: string; readonly at: number }) => string;

const replaced = (xml: string, at: number, length: number, by: string): string =>
  xml.slice(0, at) + by + xml.slice(at + length);
const setTo =
  (value: string): Change =>
  (xml, { whole, name, at }) =>
    replaced(xml, at, whole.length, `<ceb:${name}>${value}</ceb:${name}>`);
const CHANGES: readonly Change[] = [
  (xml, { whole, at }) => replaced(xml, at, whole.length, ''),
  (xml, { whole, at }) => replaced(xml, at, whole.length, whole + whole),
  (xml, { whole, name, at }) => replaced(xml, at, whole.length, whole.replaceAll(name, `${name}x`)),
  (xml, { whole, name, at }) => replaced(xml, at, whole.length, whole.replace(name, `${name} a="1"`)),
  (xml, { whole, at }) => replaced(xml, at, whole.length, `text${whole}`),
  (xml, { whole, at }) => replaced(xml, at, whole.length, `\u00a0${whole}`),
  (xml, { whole, at }) => replaced(xml, at, whole.length, `${whole}<!-- a note -->\n`),
  (xml, { whole, at }) => replaced(xml, at, whole.length, whole.replace('>', '><ceb:guid>1</ceb:guid>')),
  (xml, { whole, at }) => replaced(xml, at, whole.length, whole.replaceAll('ceb:', '')),
  /** Before its elder sister. */
  (xml, { whole, at }) => {
    const before = xml.slice(0, at).lastIndexOf('<ceb:');
    return replaced(replaced(xml, at, whole.length, ''), before, 0, whole);
  },
];

whereGiven('Against the published schemas of 2022-05 (REFERENCE_DATA_DIR)', () => {
  let validators: Readonly<Record<Message['direction'], XsdValidator>>;

  const isValid = (xml: string | Uint8Array, direction: Message['direction']): boolean => {
    const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
    try {
      validators[direction].validate(document);
      return true;
    } catch (error) {
      if (error instanceof XmlValidateError) return false;
      throw error;
    } finally {
      document.dispose();
    }
  };
  const canonical = (xml: string): string => {
    const document = XmlDocument.fromString(xml.replace(/^\ufeff/, ''));
    try {
      // Blanks between elements mean nothing in these messages.
      return document.canonicalizeToString().replace(/>\s+</g, '><');
    } finally {
      document.dispose();
    }
  };

  beforeAll(() => {
    xmlRegisterFsInputProviders();
    const load = (name: string): XsdValidator => {
      const url = path.join(folder, 'xsd', name);
      return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }));
    };
    validators = { export: load(SCHEMAS.export), import: load(SCHEMAS.import) };
  });
  afterAll(() => {
    for (const validator of Object.values(validators)) validator.dispose();
  });

  it.each(['export', 'import'] as const)(
    'the samples of %s are judged as the schema does, and written back',
    (direction) => {
      const samples = readdirSync(path.join(folder, `samples_${direction}`));
      expect(samples.length).toBeGreaterThan(0);
      for (const name of samples) {
        const file = readFileSync(path.join(folder, `samples_${direction}`, name));
        const { message, findings, xml } = conversions.ofXml(file.toString('utf8'));
        expect([name, message, findings.length === 0]).toEqual([
          name,
          path.basename(name, '.xml'),
          isValid(file, direction),
        ]);
        if (xml !== null) expect(canonical(xml)).toBe(canonical(file.toString('utf8')));
      }
    },
  );

  it.each(MESSAGE_NAMES)('%s as we write it is valid', (name) => {
    const message = knownMessage(name);
    fc.assert(
      fc.property(soundMessages(message), (json) =>
        isValid(conversions.ofJson(name, json).xml ?? '', message.direction),
      ),
      RUNS,
    );
  });

  it.each(MESSAGE_NAMES.filter((name) => knownMessage(name).fields.some(({ form }) => form.kind === 'signature')))(
    '%s as we sign it is valid',
    (name) => {
      const message = knownMessage(name);
      fc.assert(
        fc.property(soundMessages(message), ({ Signature: _signature, ...json }) =>
          isValid(signMessage(writeMessage(json, message), message, KEY), message.direction),
        ),
        { numRuns: 15 },
      );
    },
  );

  it.each(MESSAGE_NAMES)('%s that somebody has spoilt is judged as the schema does', (name) => {
    const message = knownMessage(name);
    const changes = fc.oneof(fc.constantFrom(...CHANGES), fc.constantFrom(...VALUES).map(setTo));
    fc.assert(
      fc.property(soundMessages(message), changes, fc.nat(), (json, change, pick) => {
        const sound = conversions.ofJson(name, json).xml ?? '';
        const leaves = [...sound.matchAll(LEAF)];
        const leaf = leaves[pick % leaves.length];
        const spoilt = change(sound, { whole: leaf?.[0] ?? '', name: leaf?.[1] ?? '', at: leaf?.index ?? 0 });
        const { findings } = conversions.ofXml(spoilt);
        expect([findings.length === 0, findings[0]?.path, spoilt]).toEqual([
          isValid(spoilt, message.direction),
          findings[0]?.path,
          spoilt,
        ]);
      }),
      RUNS,
    );
  });
});
