import { addDays } from '../../kernel/local-date.js';
import { type Facts, type Setting } from './step.js';

const NAME = '宁波示例进出口有限公司';
const USCC = '91330200MA2AEFJN86';
const DAYS_TO_READY = 5;
/** Invoices are of a day that is past, and not much before the export. */
const DAYS_SINCE_INVOICE = 10;

/** Magic words by which the simulated partners know how to play. */
export interface Wording {
  /** In the contract number: customs read it. */
  readonly contract?: string;
  /** In the seller's name: the tax bureau reads it, and the lender. */
  readonly seller?: string;
  /** In the name of the holder of the seller's account: the bank reads it when it pays out. */
  readonly holder?: string;
}

export function sellerBody({ mark }: Setting, { seller, holder }: Wording): object {
  return {
    kind: 'seller',
    reference: `${mark}-SELLER`,
    name: sellerName(seller),
    nameEn: 'Ningbo Example Trading Co., Ltd.',
    country: 'CN',
    address: '浙江省宁波市鄞州区示例路 1 号',
    uscc: USCC,
    customsCode: '3302960001',
    enterpriseKind: 'trading',
    bankAccount: bankAccount(holder),
    tax: { taxpayerType: 'general', refundClass: 2 },
  };
}

export function bankAccount(word?: string): object {
  return { accountNumber: '3310010120100123456', accountHolder: withWord(NAME, word), cnaps: '102332000012' };
}

export function buyerBody({ mark }: Setting): object {
  return {
    kind: 'buyer',
    reference: `${mark}-BUYER`,
    name: 'Hamburg Haushalt GmbH',
    country: 'DE',
    address: 'Hafenstrasse 1, 20457 Hamburg',
  };
}

/** USD 10,000 FOB, bought for CNY 60,000: a thousand electric ovens in a 20' box from Ningbo to Hamburg. */
export function orderBody({ mark, today, given, facts }: Setting, { contract, advance }: OrderTerms): object {
  return {
    reference: given['reference'] ?? `SO-${mark}`,
    contractNumber: withWord(mark, contract, '-'),
    sellerId: facts['sellerId'],
    buyerId: facts['buyerId'],
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
      readyDate: addDays(today, DAYS_TO_READY),
    },
    refund: { mode: 'trading', advance },
    fx: { conversion: 'automatic', planRate: '7.1' },
  };
}

export function invoiceBody({ invoiceNumber, today, facts }: Setting, { seller }: Wording): object {
  return {
    orderId: facts['orderId'],
    kind: 'special',
    invoiceNumber,
    issuedOn: addDays(today, -DAYS_SINCE_INVOICE),
    seller: { name: '宁波示例电器有限公司', taxNumber: '91330212MA2AF1XX2U' },
    buyer: { name: sellerName(seller), taxNumber: USCC },
    lines: [
      {
        orderLineNumber: 1,
        hsCode: LINE.hsCode,
        goodsName: '*家用电器*电烤箱',
        quantity: LINE.quantity,
        unit: LINE.unit,
        amountExVat: LINE.purchase.amountExVat,
        vatRate: LINE.purchase.vatRate,
        vat: { amount: '7800.00', currency: 'CNY' },
      },
    ],
  };
}

interface OrderTerms extends Wording {
  readonly advance: boolean;
}

/** The elements of the declaration as a clerk mends them. */
export function mendedDeclaration(): object {
  return { items: [{ itemNumber: 1, declarationElements: `${LINE.declarationElements}|品牌:无品牌` }] };
}

export function idAs(name: string): (answer: Readonly<Record<string, unknown>>) => Facts {
  return ({ id }) => ({ [name]: String(id) });
}

function sellerName(word?: string): string {
  return withWord(NAME, word);
}

function withWord(text: string, word?: string, between = ' '): string {
  return word === undefined ? text : `${text}${between}${word}`;
}

const LINE = {
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
