import { Money } from '../../src/kernel/money.js';
import { type OrderLine, type TradeOrder } from '../../src/orders/domain/trade-order.js';
import { tracksAtStart } from '../../src/orders/domain/tracks.js';

/** Bodies of requests that work, for tests to change one thing of. */
export const SELLER = {
  kind: 'seller',
  reference: 'SME-1',
  name: '宁波示例进出口有限公司',
  nameEn: 'Ningbo Example Trading Co., Ltd.',
  country: 'CN',
  address: '浙江省宁波市鄞州区示例路 1 号',
  uscc: '91330200MA2AEFJN86',
  customsCode: '3302960001',
  enterpriseKind: 'trading',
  bankAccount: { accountNumber: '3310010120100123456', accountHolder: '宁波示例进出口有限公司', cnaps: '102332000012' },
  tax: { taxpayerType: 'general', refundClass: 2 },
};

export const BUYER = {
  kind: 'buyer',
  reference: 'BUYER-1',
  name: 'Hamburg Haushalt GmbH',
  country: 'DE',
  address: 'Hafenstrasse 1, 20457 Hamburg',
  aliases: ['HAMBURG HAUSHALT'],
};

export const LINE = {
  hsCode: '8516609000',
  goodsName: '电烤箱',
  goodsNameEn: 'Electric oven',
  declarationElements: '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35',
  quantity: '1000',
  unit: '001',
  firstQuantity: '1000',
  firstUnit: '001',
  secondQuantity: '8000',
  secondUnit: '035',
  unitPrice: '10',
  total: { amount: '10000.00', currency: 'USD' },
  netWeightKg: '8000',
  grossWeightKg: '9000',
  volumeCbm: '27.5',
  packages: 1000,
  packageType: '22',
  sourceDistrict: '33029',
  purchase: { amountExVat: { amount: '60000.00', currency: 'CNY' }, vatRate: '0.13' },
};

export const PRODUCT = {
  reference: 'PRODUCT-1',
  hsCode: '8516310000',
  goodsName: '电吹风机',
  goodsNameEn: 'Hair dryer',
  elements: { 品牌类型: '0', 出口享惠情况: '0', 用途: '家用', 功能: '吹干头发', 品牌: '无', 型号: 'HD-1' },
};

/** One that is approved, and a draft. */
export async function fileProducts(make: (path: string, body: object) => Promise<string>): Promise<void> {
  const approved = await make('/v1/products', PRODUCT);
  await make(`/v1/products/${approved}/submission`, {});
  await make('/v1/products', { ...PRODUCT, reference: 'PRODUCT-2' });
}

export function orderBody(sellerId: string, buyerId: string, reference = 'SO-1') {
  return {
    reference,
    contractNumber: 'NB20261101',
    sellerId,
    buyerId,
    incoterm: 'FOB',
    currency: 'USD',
    salesChannel: '0110',
    lines: [LINE],
    route: {
      portOfLoading: 'CNNGB',
      portOfDischarge: 'DEHAM',
      destinationCountry: 'DE',
      declarationOffice: '3104',
      exitOffice: '3104',
      transportMode: 'sea',
    },
    freight: {
      by: 'platform',
      mode: 'fcl',
      containers: [{ sizeType: '22G1', count: 1 }],
      readyDate: '2026-12-01',
    },
    refund: { mode: 'trading', advance: false },
    fx: { conversion: 'automatic', planRate: '7.1' },
  };
}

const ENTERED = new Date('2026-11-24T08:00:00Z');

const ORDER_LINE: OrderLine = {
  product: null,
  ...LINE,
  id: '019ab000-0000-7000-8000-000000000011',
  lineNumber: 1,
  originCountry: 'CN',
  total: Money.parse('10000.00', 'USD'),
  purchase: { amountExVat: Money.parse('60000.00', 'CNY'), vatRate: '0.13' },
  refundCode: null,
  refundRate: { rate: '0.13', tableVersion: '2026-01-01' },
};

/** USD 10,000.00 FOB at a plan rate of 7.1, bought for CNY 60,000.00 without 13 % VAT; placed. */
export function placedOrder(change: Partial<TradeOrder> = {}): TradeOrder {
  const terms = orderBody('', '');
  const order = {
    ...terms,
    id: '019ab000-0000-7000-8000-000000000001',
    sellerId: '019ab000-0000-7000-8000-000000000002',
    buyerId: '019ab000-0000-7000-8000-000000000003',
    incoterm: 'FOB',
    value: Money.parse('10000.00', 'USD'),
    customsBinds: false,
    route: { ...terms.route, transportMode: 'sea' },
    freight: { ...terms.freight, by: 'platform', mode: 'fcl', freightCharge: null, insuranceCharge: null },
    refund: { mode: 'trading', advance: false },
    fx: { conversion: 'automatic', planRate: '7.1' },
    lines: [ORDER_LINE],
    state: 'placed',
    placedAt: ENTERED,
    closedAt: null,
    cancellationReason: null,
    version: 1,
    createdAt: ENTERED,
    updatedAt: ENTERED,
    ...change,
  } as const satisfies Omit<TradeOrder, 'tracks'>;
  return { ...order, tracks: change.tracks ?? tracksAtStart(order) };
}

export const SAMPLE_LINE = ORDER_LINE;
