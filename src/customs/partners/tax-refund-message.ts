import { Money } from '../../kernel/money.js';
import { SAY } from '../domain/customs.sentences.js';
import { UnreadableReceiptError } from '../domain/declaration.errors.js';
import { totalOf } from '../domain/imports/refundable-tax.js';
import { type Composed, type GrantedRefund, type RequestFacts } from './customs-window.port.js';
import { layout } from './dec-message.layout.js';
import { DEC_NAMESPACE } from './dec-message.js';
import { from, own, signingTime, wrap, Writer } from './dec-writer.js';
import { CODE_OF_TAX } from './tax-bill.reader.js';
import { parseXml, textAt } from './xml.js';

/**
 * 退税申请. The single window publishes no layout of it for declarants; this one has the manner of its requests (修撤单), with the
 * taxes of the bill by their own codes, to be compared with the window that is connected.
 */
const HEAD = layout(`
  EntryId 18! 报关单号
  DecSeqNo 18! 报关单统一编号
  CustomsCode 4! 申报地海关
  TradeCode 10! 收货人海关编码
  TradeName 255! 收货人名称
  TaxNo 40! 税单号
  RefundReason 1000! 退税原因
  RefundAmount 20! 申请退税金额
  SignTime 14! 签名时间`);
const TAX = layout(`
  TaxType 1! 税费种类
  TaxAmount 20! 申请退还税额`);

/** Writes a request for taxes to be given back, tax by tax. */
export function composeTaxRefund({ form, refund, ...facts }: RequestFacts, signedAt: Date): Composed {
  const writer = new Writer();
  const shares = refund?.shares ?? [];
  const head = writer.element('RefundHead', HEAD, {
    EntryId: own(facts.entryNumber),
    DecSeqNo: own(facts.declarationSequenceNumber),
    CustomsCode: from('/declarationOffice', form.declarationOffice),
    TradeCode: from('/exporter/customsCode', form.exporter.customsCode),
    TradeName: from('/exporter/name', form.exporter.name),
    TaxNo: own(refund?.taxNumber ?? ''),
    RefundReason: from('/reason', facts.reason),
    RefundAmount: own(totalOf(shares).toAmountString()),
    SignTime: own(signingTime(signedAt).slice(0, 14)),
  });
  const taxes = shares.map(({ tax, amount }) =>
    writer.element('RefundTax', TAX, { TaxType: own(CODE_OF_TAX[tax]), TaxAmount: own(amount.amount) }),
  );
  const body = [head, wrap('RefundTaxes', taxes)].join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<TaxRefundApply xmlns="${DEC_NAMESPACE}">${body}</TaxRefundApply>`;
  return { text, findings: writer.findings.all, fields: writer.fields };
}

const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;
const NUMBER = /^[0-9A-Za-z-]{1,40}$/;

/** What an answer gives back. @throws UnreadableReceiptError where an amount or a number stands there that is none */
export function readTaxRefund(body: string): GrantedRefund {
  const response = parseXml(body)?.['DecModSaveResponse'];
  const number = textAt(response, 'RefundNo');
  const [amount, interest] = ['RefundAmount', 'RefundInterest'].map((name) => moneyOf(textAt(response, name)));
  if (number !== '' && !NUMBER.test(number)) throw new UnreadableReceiptError(SAY.refund_unreadable);
  return { number: number === '' ? null : number, amount: amount ?? null, interest: interest ?? Money.zero('CNY') };
}

function moneyOf(text: string): Money | null {
  if (text === '') return null;
  if (!AMOUNT.test(text)) throw new UnreadableReceiptError(SAY.refund_unreadable);
  return Money.parse(text, 'CNY');
}
