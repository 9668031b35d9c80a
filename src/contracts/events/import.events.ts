import { money } from './amount.js';
import { ENTRY_NUMBER } from './declared-export.js';
import { day, event, object, text } from './shape.js';

/** What customs charges on an import. */
const TAX_BILL = {
  taxNumber: text('310420261519137551-1', 'Number of the tax bill (税单号)'),
  amount: money('48930.00', 'CNY'),
} as const;
const PAYER = {
  payerId: text('pty_01m86mfg92esn8mhffhbvgn20z', 'Who imports, and owes the taxes'),
  payerName: text('宁波示例进出口有限公司'),
} as const;

/** Imports of general trade, and what customs charges on them. */
export const IMPORT_EVENTS = {
  'customs.import.cleared': event(['importDeclaration'], 'an import is closed (结关)', '进口报关单结关', {
    entryNumber: ENTRY_NUMBER,
  }),
  'customs.tax_bill.issued': event(
    ['taxBill'],
    'customs asks for the taxes of an import, by `dueOn`',
    '海关已制发进口税单，须于 `dueOn` 前缴纳',
    { ...TAX_BILL, ...PAYER, dueOn: day('2026-12-16', 'The last day to pay') },
  ),
  'customs.tax_bill.differs': event(
    ['taxBill'],
    'the taxes that customs asks for are not those that follow from the declaration; the resource has each difference',
    '海关税单与按申报测算的税额不一致；差异见资源',
    {
      ...TAX_BILL,
      foreseen: money('48500.00', 'CNY', 'What follows from the declaration; zero where nobody could tell'),
    },
  ),
  'customs.tax_bill.payment_ordered': event(
    ['taxBill'],
    'it is to be paid out of what the importer has with the platform',
    '已指示从进口方资金中缴纳税款',
    {
      ...TAX_BILL,
      ...PAYER,
      payee: object({
        name: text('国家金库宁波市中心支库'),
        accountNumber: text('270000000002267001'),
        cnaps: text('011332000013', '12 digits'),
      }),
      remittance: text('310420261519137551-1'),
    },
  ),
  'customs.tax_bill.payment_refused': event(
    ['taxBill'],
    'it could not be paid, with the reason; it may be tried again',
    '税款未能支付，附原因；可重试',
    { ...TAX_BILL, reason: text('AM04: Insufficient funds') },
  ),
  'customs.tax_bill.paid': event(
    ['taxBill'],
    'paid; customs hears it from the bank',
    '税款已缴纳，银行通知海关',
    TAX_BILL,
  ),
  'customs.tax_bill.overdue': event(
    ['taxBill'],
    'not paid by `dueOn`: customs adds a fee for each day',
    '逾 `dueOn` 未缴纳，海关按日加收滞纳金',
    { ...TAX_BILL, dueOn: day('2026-12-16'), lateFee: money('0.00', 'CNY', 'What has grown so far') },
  ),
  'customs.tax_bill.void': event(
    ['taxBill'],
    'nothing is owed on it any more: the declaration was sent back or withdrawn',
    '报关单退单或撤单，税单不再有效',
    TAX_BILL,
  ),
} as const;
