import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { Money } from '../../kernel/money.js';
import { type PaymentBatch, type PaymentOrder } from '../domain/payouts/payment-order.js';
import { PaymentOrderFaultyError } from '../domain/payouts/payout.errors.js';
import { writePain001, writePain001Batch } from './pain001.xml.js';
import { XmlElement } from './xml-element.js';

const ORDER: PaymentOrder = {
  messageId: 'pay_01jdq3x7k2e9ta6v0m8r4c5wzb-1',
  createdAt: '2026-11-24T17:49:05+08:00',
  executionDate: '2026-11-24',
  amount: Money.parse('70741.19', 'CNY'),
  debtor: { name: '宁波示例进出口有限公司', accountNumber: '6228480795000001', bic: 'SBXCCNBJXXX' },
  creditor: { name: '宁波示例 <进出口> & 有限公司', accountNumber: '3310010120100123456', cnaps: '102332000012' },
  remittance: 'SO-1 collection',
};

describe('A payment order', () => {
  const transfer = 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf';

  it('holds one transfer, counted and summed, and says what it was told', () => {
    const element = XmlElement.parse(writePain001(ORDER))?.element;
    expect(
      [
        'CstmrCdtTrfInitn/GrpHdr/NbOfTxs',
        'CstmrCdtTrfInitn/GrpHdr/CtrlSum',
        'CstmrCdtTrfInitn/PmtInf/CtrlSum',
        `${transfer}/Amt/InstdAmt`,
        `${transfer}/PmtId/EndToEndId`,
        `${transfer}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId`,
        `${transfer}/Cdtr/Nm`,
      ].map((at) => element?.text(at)),
    ).toEqual(['1', '70741.19', '70741.19', '70741.19', ORDER.messageId, '102332000012', ORDER.creditor.name]);
  });

  it('is the same message, byte for byte, however often it is written', () => {
    expect(writePain001(ORDER)).toBe(writePain001({ ...ORDER }));
  });

  it.each<[string, Partial<PaymentOrder>, string]>([
    ['of nothing', { amount: Money.zero('CNY') }, '/amount'],
    ['on a day that is none', { executionDate: '2026-02-30' }, '/executionDate'],
    ['under a reference too long', { messageId: 'x'.repeat(36) }, '/messageId'],
    ['under a reference of other letters', { messageId: '付款-1' }, '/messageId'],
    [
      'to an account of other letters',
      { creditor: { ...ORDER.creditor, accountNumber: '账号' } },
      '/creditor/accountNumber',
    ],
    ['to a bank without number', { creditor: { ...ORDER.creditor, cnaps: '1023' } }, '/creditor/cnaps'],
    ['to nobody', { creditor: { ...ORDER.creditor, name: '' } }, '/creditor/name'],
    ['to a name of two lines', { creditor: { ...ORDER.creditor, name: 'A\nB' } }, '/creditor/name'],
    ['with a text too long', { remittance: 'x'.repeat(141) }, '/remittance'],
    ['from a bank without BIC', { debtor: { ...ORDER.debtor, bic: 'BANK' } }, '/debtor/bic'],
  ])('%s is not written', (_what, change, pointer) => {
    const pointers = faultsOf({ ...ORDER, ...change });
    expect(pointers).toEqual([pointer]);
  });
});

function faultsOf(order: PaymentOrder): string[] {
  try {
    writePain001(order);
    return [];
  } catch (error) {
    if (!(error instanceof PaymentOrderFaultyError)) throw error;
    return error.faults.map(({ pointer }) => pointer);
  }
}

const USD = Money.parse('1200.00', 'USD');
const ABROAD = { name: 'Hamburg Toys GmbH & Co.', accountNumber: 'DE89370400440532013000', isIban: true };
const AT_BIC = { name: 'Hamburg Toys GmbH & Co.', accountNumber: '0532013000', bic: 'DEUTDEFFXXX' };

function batchOf(orders: readonly PaymentOrder[], batchBooking: boolean): PaymentBatch {
  const transfers = orders.map(({ messageId: endToEndId, amount, creditor, remittance }) => {
    return { endToEndId, amount, creditor, remittance };
  });
  const { createdAt, executionDate, debtor } = ORDER;
  return { messageId: 'pbt_1', createdAt, executionDate, debtor, transfers, batchBooking };
}

const folder = process.env['REFERENCE_DATA_DIR'] ?? '';
const schema = path.join(folder, 'iso20022/xsd/pain.001.001.09.xsd');
const withSchema = folder !== '' && existsSync(schema) ? describe : describe.skip;

withSchema('Against the schema of ISO 20022 (REFERENCE_DATA_DIR)', () => {
  it.each([
    ['an order', ORDER],
    [
      'an order with the longest fields',
      { ...ORDER, remittance: '说'.repeat(140), creditor: { ...ORDER.creditor, name: '名'.repeat(140) } },
    ],
    ['an order of little', { ...ORDER, amount: Money.parse('0.01', 'CNY') }],
    ['an order abroad, to an IBAN', { ...ORDER, amount: USD, creditor: ABROAD }],
    ['an order abroad, to an account at a BIC', { ...ORDER, amount: USD, creditor: AT_BIC }],
  ])('%s is valid', (_what, order) => {
    expect(faultsBySchema(writePain001(order))).toBe('');
  });

  it.each<[string, PaymentBatch]>([
    ['at home', batchOf([ORDER, { ...ORDER, messageId: 'pay_2' }], true)],
    ['abroad', batchOf([{ ...ORDER, amount: USD, creditor: ABROAD }], false)],
  ])('a batch %s is valid', (_what, batch) => {
    expect(faultsBySchema(writePain001Batch(batch))).toBe('');
  });

  it('says what is wrong with one that is not', () => {
    expect(faultsBySchema(writePain001(ORDER).replace(/<ChrgBr>\w+/, '<ChrgBr>ALL'))).toContain('ChrgBr');
  });

  /** Empty where the schema takes it. */
  function faultsBySchema(xml: string): string {
    using xsd = XmlDocument.fromString(readFileSync(schema, 'utf8'));
    using validator = XsdValidator.fromDoc(xsd);
    using message = XmlDocument.fromString(xml);
    try {
      validator.validate(message);
      return '';
    } catch (error) {
      return String(error);
    }
  }
});
