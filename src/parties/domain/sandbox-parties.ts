import { type PartyTerms } from './party.js';

const ABROAD = {
  kind: 'buyer',
  nameEn: null,
  uscc: null,
  customsCode: null,
  enterpriseKind: null,
  bankAccount: null,
  tax: null,
} as const;

const SUPPLIER = {
  kind: 'supplier',
  nameEn: null,
  country: 'CN',
  customsCode: null,
  enterpriseKind: null,
  bankAccount: null,
  tax: { taxpayerType: 'general', refundClass: null },
  aliases: [],
} as const;

/** A seller of each kind, buyers on two markets, suppliers of the trading company. Made up; their check signs are right. */
export const SANDBOX_PARTIES: readonly PartyTerms[] = [
  {
    kind: 'seller',
    reference: 'SANDBOX-SELLER-TRADING',
    name: '宁波示例照明进出口有限公司',
    nameEn: 'Ningbo Example Lighting Import and Export Co., Ltd.',
    country: 'CN',
    address: '浙江省宁波市江北区示例路 18 号',
    uscc: '91330212MA2DEM1A00',
    customsCode: '3302960A1B',
    enterpriseKind: 'trading',
    bankAccount: {
      accountNumber: '3901110009200012345',
      accountHolder: '宁波示例照明进出口有限公司',
      cnaps: '102332000012',
    },
    tax: { taxpayerType: 'general', refundClass: 2 },
    aliases: [],
  },
  {
    kind: 'seller',
    reference: 'SANDBOX-SELLER-MANUFACTURER',
    name: '慈溪示例电器有限公司',
    nameEn: 'Cixi Example Appliances Co., Ltd.',
    country: 'CN',
    address: '浙江省慈溪市示例大道 9 号',
    uscc: '91330282MA2DEM2B03',
    customsCode: '3320960C2D',
    enterpriseKind: 'manufacturer',
    bankAccount: {
      accountNumber: '3901280009200067890',
      accountHolder: '慈溪示例电器有限公司',
      cnaps: '102332000029',
    },
    tax: { taxpayerType: 'general', refundClass: 2 },
    aliases: [],
  },
  {
    ...ABROAD,
    reference: 'SANDBOX-BUYER-DE',
    name: 'Hamburg Haushalt GmbH',
    country: 'DE',
    address: 'Hafenstrasse 1, 20457 Hamburg',
    aliases: ['HAMBURG HAUSHALT'],
  },
  {
    ...ABROAD,
    reference: 'SANDBOX-BUYER-US',
    name: 'Example Home Goods Inc.',
    country: 'US',
    address: '100 Example Avenue, Long Beach, CA 90802',
    aliases: ['EXAMPLE HOME GOODS'],
  },
  {
    ...SUPPLIER,
    reference: 'SANDBOX-SUPPLIER-1',
    name: '余姚示例光电有限公司',
    address: '浙江省余姚市示例路 3 号',
    uscc: '91330281MA2DEM4D02',
  },
  {
    ...SUPPLIER,
    reference: 'SANDBOX-SUPPLIER-2',
    name: '宁波北仑示例灯具有限公司',
    address: '浙江省宁波市北仑区示例路 6 号',
    uscc: '91330206MA2DEM5E05',
  },
];
