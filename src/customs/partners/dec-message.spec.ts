import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { SAY } from '../domain/customs.sentences.js';
import { SOUND_FORM, TOYS, withForm, withItem } from '../testing/forms.js';
import { EVERY_PART } from '../testing/parts.js';
import { type Detail, HEAD_DETAILS, ITEM_DETAILS } from '../domain/message-details.js';
import { composeDecMessage } from './dec-message.js';
import { CONTAINER, FREE_TEXT, HEAD, ITEM, SIGNATURE } from './dec-message.layout.js';
import { parseXml, textAt } from './xml.js';

const REFERENCE = '01JDQ3X7K2M8R4C5WZ';
const SIGNED = new Date('2026-11-24T09:49:05.120Z');
const compose = (form = SOUND_FORM) => composeDecMessage(form, REFERENCE, SIGNED);

function values(text: string, parent: string): Record<string, unknown> {
  const [, inner = ''] = new RegExp(`<${parent}>([\\s\\S]*?)</${parent}>`).exec(text) ?? [];
  return parseXml(`<X>${inner}</X>`)?.['X'] as Record<string, unknown>;
}

describe('A DecMessage', () => {
  it('says in the header what the form says', () => {
    expect(values(compose().text, 'DecHead')).toMatchObject({
      IEFlag: 'E',
      AgentCode: '3302961234',
      BillNo: 'SNBX0000795000001',
      ContrNo: 'INV-2026-001',
      CustomMaster: '3104',
      CutMode: '101',
      DistinatePort: 'DEU063',
      GrossWet: '1050',
      IEPort: '3104',
      NetWt: '980',
      PackNo: '120',
      TradeCode: '3302961234',
      TradeCoScc: '91330203MA2AEXAMPN',
      TradeCountry: 'DEU',
      TradeMode: '0110',
      TrafMode: '2',
      TrafName: 'SBX ORIENT',
      TransMode: '3',
      WrapType: '22',
      CopCode: 'MA2AEXAMP',
      EntryType: 'M',
      PromiseItmes: '99999',
      TradeAreaCode: 'DEU',
      MarkNo: 'N/M',
      EntyPortCode: '380101',
      NoOtherPack: '1',
    });
  });

  it('puts the final destination under OriginCountry and the origin under DestinationCountry, as exports do', () => {
    expect(values(compose().text, 'DecList')).toMatchObject({
      CodeTS: '9503008900',
      DeclPrice: '10.5',
      GModel: '塑料玩具|0|2|塑料|无品牌',
      GNo: '1',
      OriginCountry: 'DEU',
      DestinationCountry: 'CHN',
      DeclTotal: '10500.00',
      TradeCurr: 'USD',
      GQty: '1000',
      GUnit: '007',
      FirstQty: '980',
      SecondUnit: '007',
      DistrictCode: '33029',
    });
  });

  it('declares charges only where the price holds them', () => {
    const charges = {
      freightCharge: { amount: '900.00', currency: 'USD' },
      insuranceCharge: { amount: '30.00', currency: 'USD' },
    };
    const cif = values(compose(withForm({ incoterm: 'CIF', ...charges })).text, 'DecHead');
    expect(cif).toMatchObject({
      TransMode: '1',
      FeeMark: '3',
      FeeRate: '900.00',
      FeeCurr: 'USD',
      InsurMark: '3',
      InsurRate: '30.00',
    });
    const fob = values(compose(withForm(charges)).text, 'DecHead');
    expect(Object.keys(fob).filter((name) => /^(Fee|Insur)/.test(name))).toEqual([]);
  });

  it('lists the packing that is not the main one', () => {
    const items = [TOYS, { ...TOYS, itemNumber: 2, packages: 2, packageType: '93' }];
    const { text } = compose(withForm({ items }));
    expect(text).toContain(
      '<DecOtherPacks><DecOtherPack><PackQty>2</PackQty><PackType>93</PackType></DecOtherPack></DecOtherPacks>',
    );
    expect(values(text, 'DecHead')).toMatchObject({ NoOtherPack: '0', PackNo: '122', WrapType: '22' });
  });

  it('is signed with our number and Beijing time to the hundredth', () => {
    expect(values(compose().text, 'DecSign')).toMatchObject({
      OperType: 'C',
      ClientSeqNo: REFERENCE,
      SignDate: '2026112417490512',
    });
  });

  it('keeps every element in the official order', () => {
    const { text } = compose();
    for (const [parent, layout] of [
      ['DecHead', HEAD],
      ['DecList', ITEM],
      ['Container', CONTAINER],
      ['DecFreeTxt', FREE_TEXT],
      ['DecSign', SIGNATURE],
    ] as const) {
      const names = Object.keys(values(text, parent));
      expect(names).toEqual(layout.map(({ name }) => name).filter((name) => names.includes(name)));
    }
  });

  it('names each value that is too long for its field, with its place on the form', () => {
    const form = { ...withItem({ goodsName: '玩'.repeat(256) }), contractNumber: 'C'.repeat(33) };
    expect(compose(form).findings).toEqual([
      {
        rule: 'field_too_long',
        severity: 'error',
        pointer: '/contractNumber',
        detail: SAY.field_takes({ field: 'ContrNo', max: 32, length: 33 }),
      },
      {
        rule: 'field_too_long',
        severity: 'error',
        pointer: '/items/0/goodsName',
        detail: SAY.field_takes({ field: 'GName', max: 255, length: 256 }),
      },
    ]);
  });

  it('carries what is given beside the form, and reads back as it was written', () => {
    const given = (known: readonly Detail[]) =>
      Object.fromEntries(known.map(({ name, max }) => [name, '1'.repeat(Math.min(max, 40))]));
    const [head, item] = [given(HEAD_DETAILS), given(ITEM_DETAILS)];
    const licences = [{ code: '4', number: '26-AA-100001' }];
    const form = withForm({ details: head, licences, items: [{ ...TOYS, details: item }] });
    const { text, findings } = compose(form);
    expect(findings).toEqual([]);
    expect(values(text, 'DecHead')).toMatchObject(head);
    expect(values(text, 'DecList')).toMatchObject(item);
    expect(values(text, 'LicenseDocu')).toEqual({ DocuCode: '4', CertCode: '26-AA-100001' });
    const layouts = [HEAD, ITEM].map((fields) => new Map(fields.map(({ name, max }) => [name, max])));
    const limits = [HEAD_DETAILS, ITEM_DETAILS].map((known, at) => known.map(({ name }) => layouts[at]?.get(name)));
    expect(limits).toEqual([HEAD_DETAILS, ITEM_DETAILS].map((known) => known.map(({ max }) => max)));
  });

  it('puts every part into its place, a vehicle under its licence', () => {
    const { text } = compose(withForm({ parts: EVERY_PART, details: { BonNo: 'W-1' } }));
    const named =
      /<(Dec(?:Head|Lists?|Goods\w+|Containers|Request\w+|Cop\w+|Users?|Mark\w+|FreeTxt|Sign)|E(?:doc|co)Re\w+)>/g;
    const parts = [...text.matchAll(named)].map(([, name]) => name);
    expect(parts).toEqual([
      ...['DecHead', 'DecLists', 'DecList', 'DecGoodsLimits', 'DecGoodsLimit', 'DecGoodsLimitVin', 'DecContainers'],
      ...['DecRequestCerts', 'DecRequestCert', 'DecCopLimits', 'DecCopLimit', 'DecUsers', 'DecUser'],
      ...['DecMarkLobs', 'DecMarkLob', 'DecFreeTxt', 'DecSign', 'EdocRealation', 'EcoRelation'],
    ]);
    expect(text).toContain('<BonNo>W-1</BonNo><VoyNo>026W</VoyNo>');
  });

  it('says what lies in a container, and what that weighs', () => {
    const { text } = compose(
      withForm({ containers: [{ number: 'CSQU3054383', sizeType: '22G1', goodsWeightKg: '500', itemNumbers: '1' }] }),
    );
    expect(text).toContain('<GoodsNo>1</GoodsNo><LclFlag>0</LclFlag><GoodsContaWt>500</GoodsContaWt>');
  });

  it('carries any text safely, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (remarks) => {
        const { text } = compose(withForm({ remarks }));
        const kept = remarks.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\s+/g, ' ');
        return textAt(parseXml(text)?.['DecMessage'], 'DecHead/NoteS') === kept.trim();
      }),
    );
  });
});

/** The published schema, where it is on this machine. */
const schema = path.join(
  process.env['REFERENCE_DATA_DIR'] ?? '/nowhere',
  'single_window/dec_2018_guanjianronghe/DecMessage_ImportSave_V1.0.xsd',
);
const whereGiven = existsSync(schema) ? describe : describe.skip;

whereGiven('Against the published schema (REFERENCE_DATA_DIR)', () => {
  /** Faults of the schema itself: patterns that are empty or in words, and papers that are always demanded. */
  function usable(xsd: string): string {
    return (
      xsd
        .replace(/<xs:pattern value="(yyyyMMdd[^"]*)?"\/>/g, '')
        .replace(/name="EdocRealation" type="decxs:Edoc_RealationType"/, '$& minOccurs="0"')
        .replace(/<xs:include schemaLocation="complexType.xsd"\/>/, '')
        .replace(/<xs:element name="DecSupplementLists"[\s\S]*?<\/xs:complexType>\s*<\/xs:element>/, '')
        // Twenty characters in the format, and eight in the sample.
        .replace(/(name="UseOrgPersonTel"[\s\S]*?maxLength value=)"5"/, '$1"20"')
        .replace(/(name="EcoCertNo"[\s\S]*?xs:)length/, '$1maxLength')
        // EXW (7) came later.
        .replaceAll('value="[1-6]"', 'value="[1-7]"')
    );
  }

  it.each([
    ['FOB by sea in a full container', SOUND_FORM],
    [
      'CIF with two kinds of packing',
      withForm({
        incoterm: 'CIF',
        freightCharge: { amount: '900.00', currency: 'USD' },
        insuranceCharge: { amount: '30.00', currency: 'USD' },
        items: [TOYS, { ...TOYS, itemNumber: 2, packageType: '93' }],
      }),
    ],
    [
      'EXW by road, without containers',
      withForm({ incoterm: 'EXW', transportMode: 'road', isContainerised: false, containers: [] }),
    ],
    ['every part', withForm({ parts: EVERY_PART, details: { RelId: '1', BonNo: '1', DecBpNo: '1', CusFie: '1' } })],
    [
      'an exporter registered with letters',
      withForm({ producer: { ...SOUND_FORM.producer, customsCode: '33029609B5' } }),
    ],
  ])('%s is valid', (_what, form) => {
    const xsd = XmlDocument.fromString(usable(readFileSync(schema, 'utf8')));
    const validator = XsdValidator.fromDoc(xsd);
    const message = XmlDocument.fromString(compose(form).text);
    try {
      expect(() => {
        validator.validate(message);
      }).not.toThrow();
    } finally {
      message.dispose();
      validator.dispose();
      xsd.dispose();
    }
  });
});
