import { type DeclarationForm, type FormItem } from '../domain/declaration-form.js';

/** Toys from Ningbo to Hamburg, FOB, ready to leave: nothing is wrong with it. For tests, which spoil it. */
export const TOYS: FormItem = {
  itemNumber: 1,
  orderLineId: '01936b1e-0000-7000-8000-000000000001',
  hsCode: '9503008900',
  goodsName: '塑料玩具',
  goodsNameEn: 'Plastic toys',
  declarationElements: '塑料玩具|0|2|塑料|无品牌',
  quantity: '1000',
  unit: '007',
  firstQuantity: '980',
  firstUnit: '035',
  secondQuantity: '1000',
  secondUnit: '007',
  unitPrice: '10.50',
  total: { amount: '10500.00', currency: 'USD' },
  netWeightKg: '980',
  grossWeightKg: '1050',
  packages: 120,
  packageType: '22',
  sourceDistrict: '33029',
  originCountry: 'CN',
};

const SELLER = {
  name: '宁波海曙进出口有限公司',
  nameEn: 'Ningbo Haishu Imp. & Exp. Co., Ltd.',
  uscc: '91330203MA2AEXAMPN',
  customsCode: '3302961234',
};

export const SOUND_FORM: DeclarationForm = {
  supervisionMode: '0110',
  declarationOffice: '3104',
  exitOffice: '3104',
  exporter: SELLER,
  producer: SELLER,
  declarant: SELLER,
  consignee: { name: 'Hamburg Toys GmbH', country: 'DE', address: 'Speicherstadt 1, Hamburg' },
  contractNumber: 'INV-2026-001',
  incoterm: 'FOB',
  currency: 'USD',
  transportMode: 'sea',
  isContainerised: true,
  transport: { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'SNBX0000795000001' },
  containers: [{ number: 'CSQU3054383', sizeType: '22G1' }],
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  destinationPortCode: null,
  exitPortCode: null,
  destinationCountry: 'DE',
  freightCharge: null,
  insuranceCharge: null,
  goodsPlace: '宁波市北仑区港区一路1号',
  marks: null,
  remarks: null,
  items: [TOYS],
};

export function withItem(changes: Partial<FormItem>): DeclarationForm {
  return { ...SOUND_FORM, items: [{ ...TOYS, ...changes }] };
}

export function withForm(changes: Partial<DeclarationForm>): DeclarationForm {
  return { ...SOUND_FORM, ...changes };
}
