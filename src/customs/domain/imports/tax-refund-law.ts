import { addMonths, type LocalDate } from '../../../kernel/local-date.js';

/** How long an importer may ask customs for taxes that were paid too much, of taxes paid on or after a day. */
export interface TaxRefundLaw {
  readonly from: LocalDate;
  readonly months: number;
  /** False while nobody has compared the row with the text in force. */
  readonly isVerified: boolean;
  readonly source: string;
}

/** The newest first. A changed law is a new row with its day, not a changed one. */
export const TAX_REFUND_LAWS: readonly [TaxRefundLaw, ...TaxRefundLaw[]] = [
  {
    from: '2024-12-01',
    months: 36,
    isVerified: false,
    source: '《中华人民共和国关税法》（2024-12-01 起施行）：自缴纳税款之日起三年内（条文待核对）',
  },
  {
    from: '2001-01-01',
    months: 12,
    isVerified: true,
    source: '《海关法》第六十三条；《进出口关税条例》第五十二条：自缴纳税款之日起一年内',
  },
];

/** The law of a payment. Before there was one of these, the oldest stands in. */
export function taxRefundLaw(paidOn: LocalDate): TaxRefundLaw {
  const [newest] = TAX_REFUND_LAWS;
  return TAX_REFUND_LAWS.find(({ from }) => from <= paidOn) ?? TAX_REFUND_LAWS.at(-1) ?? newest;
}

/** The last day to ask, itself within: the day of the payment, so many months on. */
export function refundableUntil(paidOn: LocalDate): LocalDate {
  return addMonths(paidOn, taxRefundLaw(paidOn).months);
}
