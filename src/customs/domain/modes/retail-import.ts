import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { RETAIL_IMPORT_LAWS } from '../retail-import-law.js';
import { type Limit, type Step, step } from './mode.js';

/** 跨境电子商务零售进口: what the modes of retail import have in common. */
export const RETAIL_IMPORT_SOURCE = '商财发〔2018〕486号; 海关总署公告2018年第194号 (零售进出口商品监管)';

export const RETAIL_IMPORT_DOCUMENTS = [
  { en: 'Order (311), payment (411), waybill (511): the three documents', zh: '订单、支付单、运单三单信息' },
  { en: "The buyer's name and identity number", zh: '订购人姓名及身份证件号' },
];

/** The three documents, then the list. */
export const RETAIL_IMPORT_STEPS: readonly Step[] = [
  step('platform', 'Sends the order', '传输电子订单', '311', '312'),
  step('payer', 'Sends the payment', '传输支付凭证', '411', '412'),
  step('carrier', 'Sends the waybill', '传输物流运单', '511', '512'),
  step(
    'declarant',
    'Files the list, signed, once the three documents match',
    '三单比对一致后申报清单（须签名）',
    '621',
    '622',
  ),
  step('customs', 'Releases the parcel and states its tax', '放行并生成电子税单', '816', '818'),
  step('carrier', 'Reports that it was delivered', '回传运抵妥投状态', '513', '514'),
];

/** What may follow: before release the list is withdrawn, up to 30 days after it the goods come back. */
export const RETAIL_IMPORT_AFTERWARDS: readonly Step[] = [
  step('declarant', 'Withdraws a list that was not released', '撤销未放行的清单', '623', '624'),
  step(
    'declarant',
    'Takes goods back within 30 days of release; the allowance is given back',
    '放行后30日内退货，额度退回',
    '625',
    '626',
  ),
];

const FULL_TAX = {
  en: 'Full tax as of general trade; one indivisible item stays in the channel',
  zh: '按一般贸易全额征税；单件不可分割商品仍可经此渠道',
};
const GENERAL_TRADE = { en: 'Full tax, as of general trade', zh: '按一般贸易全额征税' };

const lastDayBefore = (next: LocalDate | undefined) => (next === undefined ? null : addDays(next, -1));

/** Of an order and of a person's year, with every figure that ever held. */
export const RETAIL_IMPORT_LIMITS: readonly Limit[] = RETAIL_IMPORT_LAWS.flatMap(
  ({ from, orderLimit, yearLimit, singleItemStays, source }, place) => {
    const days = { from, to: lastDayBefore(RETAIL_IMPORT_LAWS[place - 1]?.from), source };
    const order = { name: 'order_value', per: 'order', amount: orderLimit, singleItemStays, above: FULL_TAX } as const;
    const year = { name: 'year_value', per: 'person_and_year', amount: yearLimit, above: GENERAL_TRADE } as const;
    return [
      { ...order, ...days },
      { ...year, singleItemStays: false, ...days },
    ];
  },
);
