import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

import { FORMS } from '../../../test/support/declaration-forms.js';
import { SOUND_FORM, TOYS, withForm } from '../testing/forms.js';
import { formOfImport } from '../domain/imports/import-form.js';
import { WHISKY_TERMS } from '../testing/import-terms.js';
import { EVERY_PART } from '../testing/parts.js';
import { composeDecMessage, DEC_NAMESPACE } from './dec-message.js';
import { readDeclaration } from './read-declaration.js';

const SIGNED = new Date('2026-11-24T09:49:05.120Z');
const written = (form = SOUND_FORM) => composeDecMessage(form, '01JDQ3X7K2M8R4C5WZ', SIGNED).text;
const root = (inner: string) => `<DecMessage xmlns="${DEC_NAMESPACE}">${inner}</DecMessage>`;

describe('A declaration that is read', () => {
  it('is, written again, the same message, element by element, for whatever we write', () => {
    fc.assert(
      fc.property(FORMS, (form) => {
        const text = written(form);
        const read = readDeclaration(text);
        expect(read?.unheld).toEqual([]);
        expect(read?.form && written(read.form)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('comes back as the form that it was, but for what a message does not say', () => {
    const { form } = readDeclaration(written()) ?? {};
    const nameless = { ...SOUND_FORM.exporter, nameEn: '' };
    expect(form).toEqual({
      ...SOUND_FORM,
      ...{ exporter: nameless, producer: nameless, declarant: nameless },
      consignee: { ...SOUND_FORM.consignee, address: '' },
      ...{ portOfLoading: '', exitPortCode: '380101', portOfDischarge: '', destinationPortCode: 'DEU063' },
      ...{ details: {}, licences: [], parts: [] },
      containers: [{ number: 'CSQU3054383', sizeType: '22G1', goodsWeightKg: null, itemNumbers: null }],
      items: [{ ...TOYS, unitPrice: '10.5', orderLineId: '', details: {} }],
    });
  });

  it('has weights and packages on its items that add up', () => {
    const items = [
      TOYS,
      { ...TOYS, itemNumber: 2, firstQuantity: '20', netWeightKg: '20', packages: 3, packageType: '93' },
    ];
    const { form } = readDeclaration(written(withForm({ items }))) ?? {};
    expect(form?.items.map(({ netWeightKg, packages, packageType }) => [netWeightKg, packages, packageType])).toEqual([
      ['980', 120, '22'],
      ['20', 3, '93'],
    ]);
  });

  it('tells what a form cannot say: a charge as a rate, another mode, who typed it', () => {
    const odd = written(withForm({ incoterm: 'CFR', freightCharge: { amount: '900.00', currency: 'USD' } }))
      .replace('<FeeMark>3</FeeMark>', '<FeeMark>1</FeeMark>')
      .replace('<TrafMode>2</TrafMode>', '<TrafMode>9</TrafMode>')
      .replace('<TypistNo></TypistNo>', '')
      .replace('<DeclTrnRel>', '<TypistNo>8930000000000</TypistNo><DeclTrnRel>');
    expect(readDeclaration(odd)?.unheld).toEqual(
      expect.arrayContaining([
        { path: '/DecHead/FeeMark', value: '1' },
        { path: '/DecHead/FeeRate', value: '900.00' },
        { path: '/DecHead/TrafMode', value: '9' },
        { path: '/DecHead/TypistNo', value: '8930000000000' },
      ]),
    );
  });

  it('may leave noughts and blanks out or put them in', () => {
    const odd = written().replace('<GQty>1000</GQty>', '<GQty> 1000.0000 </GQty>');
    expect(readDeclaration(odd)?.unheld).toEqual([]);
  });

  it('of an import is the form that it was, but for what a message does not say', () => {
    const imported = formOfImport(SOUND_FORM.exporter, SOUND_FORM.declarant, WHISKY_TERMS, () => 'line');
    const otherCharge = { amount: '12.00', currency: 'USD' };
    for (const form of [
      imported,
      { ...imported, import: { exchangeRate: '7.1', otherCharge } },
      { ...imported, incoterm: 'CIF', freightCharge: null },
      { ...imported, incoterm: 'CFR', freightCharge: null, insuranceCharge: { amount: '30.00', currency: 'USD' } },
      { ...imported, parts: [...EVERY_PART] },
    ]) {
      const text = written(form);
      const read = readDeclaration(text);
      expect(read?.unheld).toEqual([]);
      expect(read?.form && written(read.form)).toBe(text);
    }
    const { form } = readDeclaration(written(imported)) ?? {};
    expect(form).toMatchObject({
      consignee: imported.consignee,
      ...{ portOfLoading: 'GBFXT', destinationCountry: 'GB', import: { exchangeRate: null, otherCharge: null } },
      items: [{ hsCode: '2208300000', originCountry: 'GB', sourceDistrict: '33029' }],
    });
  });

  it('has its transit, its taxes and its risk in the places of the schema', () => {
    const text = written(withForm({ parts: [...EVERY_PART].reverse() }));
    const order = [
      'DecSign',
      'TrnHead',
      'TrnList',
      'TrnContainers',
      'TrnContaGoodsList',
      'EdocRealation',
      'SddTax',
      'DecRisk',
    ];
    expect(order.map((name) => text.indexOf(`<${name}>`))).toEqual(
      order.map((name) => text.indexOf(`<${name}>`)).sort((left, right) => left - right),
    );
    expect(text).toContain('<DeclTrnRel>1</DeclTrnRel>');
    const risk = { part: 'DecRisk' as const, itemNumber: null, fields: { Risk: '1' } };
    expect(written(withForm({ parts: [risk] }))).toContain(
      '<Risk>1</Risk><Sign></Sign><SignDate></SignDate><Note></Note>',
    );
  });

  it('is no form where nobody says which way it goes, or it has no goods', () => {
    expect(readDeclaration(written().replace('<IEFlag>E', '<IEFlag>X'))?.form).toBeNull();
    expect(readDeclaration(root('<DecHead><IEFlag>E</IEFlag></DecHead>'))).toEqual({
      message: { DecHead: { IEFlag: 'E' } },
      form: null,
      unheld: [{ path: '/DecHead/IEFlag', value: 'E' }],
    });
  });

  it.each([
    ['no XML', 'IEFlag=E'],
    ['cut short', written().slice(0, -20)],
    ['another message', '<DecModMessage/>'],
    ['of another namespace', '<DecMessage xmlns="urn:x"/>'],
    ['with a document type', `<!DOCTYPE x [<!ENTITY e "e">]>${root('&e;')}`],
    ['deeper than any', root('<a>'.repeat(40) + '</a>'.repeat(40))],
  ])('is nothing at all: %s', (_what, text) => {
    expect(readDeclaration(text)).toBeNull();
  });

  it('never fails, whatever comes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary' }), (at, noise) => {
        const text = written();
        const cut = at % text.length;
        readDeclaration(text.slice(0, cut) + noise + text.slice(cut));
      }),
    );
  });
});

/** The published samples, where they are on this machine. */
const folder = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'single_window/dec_2018_guanjianronghe');
const whereGiven = existsSync(folder) ? describe : describe.skip;

/** Every element without children, in the order of the document. */
function leaves(element: XmlElement): string[] {
  const children = element.find('*').filter((node) => node instanceof XmlElement);
  return children.length === 0 ? [element.content] : children.flatMap(leaves);
}

function values(json: unknown): string[] {
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(values) : [String(json)];
}

whereGiven('The published sample (REFERENCE_DATA_DIR)', () => {
  const text = () => readFileSync(path.join(folder, 'sample_decmessage_v3.1_fixed.xml'), 'utf8');

  it('loses nothing as JSON, word for word and in its order', () => {
    const document = XmlDocument.fromString(text());
    const read = readDeclaration(text());
    expect(values(read?.message)).toEqual(leaves(document.root));
    document.dispose();
    expect(read?.form).not.toBeNull();
  });

  it('is held by a form, but for a charge as a rate, packing beyond its items, and what no importer is asked for', () => {
    const unheld = readDeclaration(text())?.unheld.map(({ path: at }) => at.split('/').slice(-1).join());
    expect(unheld).toEqual([
      ...['IEDate', 'InsurRate', 'PackNo', 'EdiId', 'DespPortCode', 'DespDate', 'CmplDschrgDt', 'OrigBoxFlag'],
      ...['OverseasConsignorCode', 'OverseasConsignorCname', 'EngManEntCnm'],
      ...['PackQty', 'PackType', 'PackQty', 'PackType'],
    ]);
  });
});
