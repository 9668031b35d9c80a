import fc from 'fast-check';

import { MESSAGE_NAMES } from '../domain/ceb/messages.js';
import { knownMessage, soundMessages } from '../../../test/support/ceb-messages.js';
import { OfficialCebXml } from '../partners/ceb/official-ceb-xml.js';
import { CebConversions } from './ceb-conversions.service.js';

const conversions = new CebConversions(new OfficialCebXml());
const RUNS = { numRuns: 40 };
const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94';
const REPLY = {
  guid: GUID,
  ebpCode: '1105910159',
  ebcCode: '1105910159',
  orderNo: 'SO-1',
  returnStatus: '2',
  returnTime: '20260401120000000',
  returnInfo: '[Code:2600;Desc:放行]',
};
const ORDER_REPLY = { guid: GUID, version: '1.0', OrderReturn: [REPLY] };
const wrap = (content: string, attributes = `guid="${GUID}" version="1.0"`): string =>
  `<ceb:CEB304Message ${attributes} xmlns:ceb="http://www.chinaport.gov.cn/ceb">${content}</ceb:CEB304Message>`;
const elements = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<ceb:${name}>${value}</ceb:${name}>`)
    .join('');
const entry = (values: Readonly<Record<string, string>> = REPLY): string =>
  `<ceb:OrderReturn>${elements(values)}</ceb:OrderReturn>`;
const told = (xml: string): string[] => conversions.ofXml(xml).findings.map(({ path, rule }) => `${rule} ${path}`);

describe('A message of cross-border e-commerce', () => {
  it.each(MESSAGE_NAMES)('%s is written and read without a loss', (name) => {
    const message = knownMessage(name);
    fc.assert(
      fc.property(soundMessages(message), (json) => {
        const written = conversions.ofJson(name, json);
        expect(written.findings).toEqual([]);
        const read = conversions.ofXml(written.xml ?? '');
        expect(read).toEqual({ message: name, findings: [], json, xml: written.xml });
      }),
      RUNS,
    );
  });

  it('may come with another prefix, with blanks and comments between its elements, and a byte order mark', () => {
    const xml = `\ufeff<?xml version="1.0" encoding="GBK"?>
      <CEB304Message xmlns="http://www.chinaport.gov.cn/ceb" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="a b" version="1.0" guid="${GUID}"><!-- one -->
        ${entry().replaceAll('ceb:', '').replace('[Code:2600;Desc:放行]', '<![CDATA[[Code:2600;Desc:放行]]]>')}
      </CEB304Message>`;
    expect(conversions.ofXml(xml)).toMatchObject({ message: 'CEB304Message', findings: [], json: ORDER_REPLY });
  });

  it('is told from what is none', () => {
    expect(told('no xml')).toEqual(['well_formed ']);
    expect(told('<a><b></a>')).toEqual(['well_formed ']);
    expect(told('<a/>')).toEqual(['message ']);
    expect(told(wrap(entry()).replace('/ceb"', '/other"'))).toEqual(['message ']);
    expect(told(wrap(entry()).replaceAll('CEB304', 'CEB999'))).toEqual(['message ']);
  });

  it.each([
    `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`,
    `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`,
    `<a>&undefined;</a>`,
  ])('with entities is not read: %s', (xml) => {
    expect(told(xml)).toEqual(['well_formed ']);
  });

  const { guid, ebpCode, ...rest } = REPLY;
  it.each<[string, string, string]>([
    [
      'an element is missing',
      wrap(entry().replace(/<ceb:returnInfo.*returnInfo>/, '')),
      'required /OrderReturn/0/returnInfo',
    ],
    ['there is none of what must be there', wrap(''), 'required /OrderReturn'],
    ['elements are in another order', wrap(entry({ ebpCode, guid, ...rest })), 'order /OrderReturn/0/guid'],
    ['an element is not of the layout', wrap(entry({ ...REPLY, more: '1' })), 'unknown /OrderReturn/0/more'],
    [
      'an element is of no namespace',
      wrap(entry().replaceAll('ceb:ebcCode', 'ebcCode')),
      'unknown /OrderReturn/0/ebcCode',
    ],
    [
      'an element stands twice',
      wrap(entry().replace('<ceb:ebpCode>', '<ceb:ebpCode>1</ceb:ebpCode><ceb:ebpCode>')),
      'too_many /OrderReturn/0/ebpCode',
    ],
    ['more records than fit', wrap(entry().repeat(101)), 'too_many /OrderReturn'],
    ['text between elements', wrap(`stray${entry()}`), 'stray_text '],
    ['elements in a value', wrap(entry({ ...REPLY, orderNo: '<ceb:b>1</ceb:b>' })), 'type /OrderReturn/0/orderNo'],
    [
      'an attribute of its own',
      wrap(entry().replace('<ceb:guid>', '<ceb:guid a="1">')),
      'attribute /OrderReturn/0/guid',
    ],
    ['the root has another attribute', wrap(entry(), `guid="${GUID}" version="1.0" a="1"`), 'attribute '],
    ['the root has no number', wrap(entry(), `version="1.0"`), 'required /guid'],
    ['a number of the root is short', wrap(entry(), `guid="1" version="1.0"`), 'length /guid'],
    ['a value is too long', wrap(entry({ ...REPLY, orderNo: 'x'.repeat(61) })), 'length /OrderReturn/0/orderNo'],
    [
      'a value has another length',
      wrap(entry({ ...REPLY, returnTime: '20260401' })),
      'length /OrderReturn/0/returnTime',
    ],
  ])('is refused where %s', (_what, xml, finding) => {
    expect(told(xml).filter((each) => each !== `required ${finding.split(' ')[1]}` || each === finding)).toEqual([
      finding,
    ]);
    expect(conversions.ofXml(xml).xml).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['is no object', { ...ORDER_REPLY, OrderReturn: ['x'] }, 'type /OrderReturn/0'],
    ['is no array', { ...ORDER_REPLY, OrderReturn: REPLY }, 'type /OrderReturn'],
    ['is an empty array', { ...ORDER_REPLY, OrderReturn: [] }, 'required /OrderReturn'],
    [
      'is a number',
      { ...ORDER_REPLY, OrderReturn: [{ ...REPLY, returnStatus: 2 }] },
      'type /OrderReturn/0/returnStatus',
    ],
    ['is null', { ...ORDER_REPLY, version: null }, 'type /version'],
    ['has a name of its own', { ...ORDER_REPLY, 'a/b~': '1' }, 'unknown /a~1b~0'],
    [
      'holds what XML cannot',
      { ...ORDER_REPLY, OrderReturn: [{ ...REPLY, returnInfo: 'a\u0000b' }] },
      'character /OrderReturn/0/returnInfo',
    ],
    [
      'holds half a character',
      { ...ORDER_REPLY, OrderReturn: [{ ...REPLY, returnInfo: 'a\ud800b' }] },
      'character /OrderReturn/0/returnInfo',
    ],
  ])('is refused where something in JSON %s', (_what, json, finding) => {
    const { findings, xml } = conversions.ofJson('CEB304Message', json as object);
    expect([findings.map(({ path, rule }) => `${rule} ${path}`), xml]).toEqual([[finding], null]);
  });

  it('tells no more than 500 findings', () => {
    const { findings } = conversions.ofJson('CEB304Message', {
      OrderReturn: Array.from({ length: 1_000 }, () => ({})),
    });
    expect(findings.length).toBe(500);
  });

  it.each([
    ['zeros without end', `0.${'0'.repeat(900_000)}1`],
    ['digits without end', '9'.repeat(900_000)],
    ['blanks without end', `${' '.repeat(900_000)}x`],
  ])('is judged soon, with %s in a number', (_what, price) => {
    const started = performance.now();
    const { findings } = conversions.ofJson('CEB303Message', { Order: [{ OrderHead: { goodsValue: price } }] });
    expect(findings.map(({ path }) => path)).toContain('/Order/0/OrderHead/goodsValue');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is judged soon, with blanks without end in its signature', () => {
    const text =
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>' +
      '<ds:CanonicalizationMethod Algorithm="a"/><ds:SignatureMethod Algorithm="a"/><ds:Reference>' +
      `<ds:DigestMethod Algorithm="a"/><ds:DigestValue>${' '.repeat(900_000)}!</ds:DigestValue></ds:Reference>` +
      '</ds:SignedInfo><ds:SignatureValue/></ds:Signature>';
    const started = performance.now();
    const { findings } = conversions.ofJson('CEB303Message', { Signature: text });
    expect(findings.map(({ path, rule }) => `${rule} ${path}`)).toContain('signature /Signature');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
