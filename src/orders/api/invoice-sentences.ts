import { type EventType } from '../../contracts/events.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type InvoiceEvent = Extract<EventType, `tax_refund.invoice${string}`>;

/** What is told of VAT invoices, and of who issues them. */
export const INVOICE_NEWS: { readonly [Type in InvoiceEvent]: Words<Type> } = {
  'tax_refund.invoice.recorded': ({ total }) => [
    `VAT invoice of ${total.amount} ${total.currency} recorded`,
    `已登记增值税发票 ${total.amount} ${total.currency}`,
  ],
  'tax_refund.invoice.red_flushed': ({ takenBack, invoiceNumber }) => [
    `${takenBack.amount} ${takenBack.currency} of VAT invoice ${invoiceNumber} taken back by a red-letter invoice`,
    `发票 ${invoiceNumber} 被红字冲销 ${takenBack.amount} ${takenBack.currency}`,
  ],
  'tax_refund.invoice.verified': ({ invoiceNumber }) => [
    `VAT invoice ${invoiceNumber} is genuine`,
    `发票 ${invoiceNumber} 查验一致`,
  ],
  'tax_refund.invoice.refused': (data) => [
    `VAT invoice ${data.invoiceNumber} did not pass its check: ${data.reason}`,
    `发票 ${data.invoiceNumber} 查验未通过：${inChinese(data)}`,
  ],
  'tax_refund.invoice.check_declined': (data) => [
    `The tax authority will not look at VAT invoice ${data.invoiceNumber}: ${data.reason}`,
    `税务机关不予查验发票 ${data.invoiceNumber}：${inChinese(data)}`,
  ],
  'tax_refund.invoice.abnormal': ({ invoiceNumber, listedOn, source }) => [
    `VAT invoice ${invoiceNumber} is abnormal since ${listedOn} (${source})`,
    `发票 ${invoiceNumber} 自 ${listedOn} 起列为异常凭证（${source}）`,
  ],
  'tax_refund.invoice.abnormal_lifted': ({ invoiceNumber, liftedOn, source }) => [
    `VAT invoice ${invoiceNumber} is abnormal no more since ${liftedOn} (${source})`,
    `发票 ${invoiceNumber} 自 ${liftedOn} 起解除异常（${source}）`,
  ],
  'tax_refund.invoice_issuer.submitted': ({ name }) => [`${name} waits for its review`, `开票人 ${name} 待预审`],
  'tax_refund.invoice_issuer.approved': ({ name, validTo }) => [
    `${name} is approved until ${validTo ?? ''}`,
    `开票人 ${name} 预审通过，有效期至 ${validTo ?? ''}`,
  ],
  'tax_refund.invoice_issuer.capacity_passed': ({ name, year, invoiced, goodsName, yearlyCapacity }) => [
    `${name} invoiced ${invoiced} of ${goodsName} in ${year}, and can make ${yearlyCapacity}`,
    `开票人 ${name} ${year} 年开具 ${goodsName} ${invoiced}，超过年生产能力 ${yearlyCapacity}`,
  ],
  'tax_refund.invoice_issuer.refused': ({ name, reason }) => [
    `${name} was refused: ${reason}`,
    `开票人 ${name} 预审未通过：${reason}`,
  ],
  'tax_refund.invoice_issuer.revoked': ({ name, reason }) => [
    `The approval of ${name} was taken back: ${reason}`,
    `开票人 ${name} 预审已撤销：${reason}`,
  ],
  'tax_refund.invoice_issuer.expiring': ({ name, validTo }) => [
    `The review of ${name} ends on ${validTo ?? ''}`,
    `开票人 ${name} 预审将于 ${validTo ?? ''} 到期`,
  ],
  'tax_refund.invoice_issuer.expired': ({ name }) => [`The review of ${name} is over`, `开票人 ${name} 预审已到期`],
};

export function inChinese({ reason, causes = [] }: { reason: string; causes?: readonly Cause[] | undefined }): string {
  return causes.length === 0 ? reason : reasonIn(causes as readonly Sentence[], 'zh');
}
