import { error, warning, type FormRule } from './form-rule.js';
import { BUSINESS_EXPORT } from './sources.js';

/** Of the order that customs must have before the declaration, under modes that ask for it. */
export const ORDER_FILING_RULES = {
  order_filing_missing: error(
    '/supervisionMode',
    { en: 'Customs does not have the order', zh: '海关尚无订单信息' },
    {
      en: 'Send it by POST /v1/customs/order-filings/{id}/submission; the declaration leaves when it is accepted',
      zh: '请传输订单信息（POST /v1/customs/order-filings/{id}/submission），海关接受后报关单自动申报',
    },
    BUSINESS_EXPORT,
  ),
  order_filing_refused: error(
    '/supervisionMode',
    { en: 'Customs refused the order', zh: '海关未接受订单信息' },
    {
      en: 'Correct it and send it again by POST /v1/customs/order-filings/{id}/submission',
      zh: '请更正后重新传输（POST /v1/customs/order-filings/{id}/submission）',
    },
    BUSINESS_EXPORT,
  ),
  order_filing_awaited: warning(
    '/supervisionMode',
    { en: 'Customs has not answered the order yet', zh: '海关尚未回执订单信息' },
    { en: 'Nothing to do: the declaration leaves when customs accepts it', zh: '无需处理，海关接受后报关单自动申报' },
    BUSINESS_EXPORT,
  ),
} as const satisfies Record<string, FormRule>;
