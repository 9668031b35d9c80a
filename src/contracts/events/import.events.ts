import { money } from './amount.js';
import { ENTRY_NUMBER } from './declared-export.js';
import { day, event, instant, object, text } from './shape.js';

/** What customs charges on an import. */
const TAX_BILL = {
  taxNumber: text('310420261519137551-1', 'Number of the tax bill (税单号)'),
  amount: money('48930.00', 'CNY'),
} as const;
/** What comes back of it. */
const TAX_REFUND = {
  declarationId: text('dec_01m86mfg92esn8mhffhbvgn20z', 'The import'),
  taxNumber: text('310420261519137551-1', 'Number of the tax bill that was paid'),
  amount: money('1509.72', 'CNY'),
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
  'customs.import_tax_refund.requested': event(
    ['importTaxRefund'],
    'taxes of an import that were paid too much are asked back',
    '已申请退还多缴的进口税款',
    TAX_REFUND,
  ),
  'customs.import_tax_refund.granted': event(
    ['importTaxRefund'],
    'customs gives taxes back; `amount` as granted, with the interest',
    '海关同意退税；`amount` 为核准金额，另有利息',
    { ...TAX_REFUND, interest: money('0.00', 'CNY') },
  ),
  'customs.import_tax_refund.refused': event(
    ['importTaxRefund'],
    'the taxes do not come back, with the reason; they may be asked for again',
    '退税申请未获同意，附原因；可再次申请',
    { ...TAX_REFUND, reason: text('申请理由不充分') },
  ),
  'customs.import_tax_refund.paid': event(
    ['importTaxRefund'],
    "the treasury's money is on the account of the importer; `amount` is what came",
    '国库退款已到进口方账户；`amount` 为到账金额',
    TAX_REFUND,
  ),
  'customs.import_tax_refund.overdue': event(
    ['importTaxRefund'],
    'granted, and the money has not come by `expectedBy`',
    '已同意退税，逾 `expectedBy` 仍未到账',
    { ...TAX_REFUND, expectedBy: instant('2026-12-30T08:00:00.000Z') },
  ),
} as const;
