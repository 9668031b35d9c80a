import { warning, type FormRule } from './form-rule.js';
import { ORDER } from './sources.js';

/** Of the order that is exported: its contract, its packing list and its invoice. */
export const ORDER_RULES = {
  order_contract: warning(
    '/contractNumber',
    { en: 'The order has another contract number', zh: '合同协议号与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_term: warning(
    '/incoterm',
    { en: 'The order has another Incoterm', zh: '贸易术语与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_mode: warning(
    '/supervisionMode',
    { en: 'The order was sold under another supervision mode', zh: '监管方式与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_exporter: warning(
    '/exporter/uscc',
    { en: 'The order has another exporter', zh: '境内发货人与订单卖方不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_consignee: warning(
    '/consignee/name',
    { en: 'The order has another buyer', zh: '境外收货人与订单买方不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_destination: warning(
    '/destinationCountry',
    { en: 'The order goes to another country', zh: '运抵国（地区）与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_item_missing: warning(
    '/items',
    { en: 'A line of the order is not declared', zh: '订单有未申报的商品行' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_item_unknown: warning(
    '/items/{i}',
    { en: 'The order has no such line', zh: '订单无此商品行' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_hs_code: warning(
    '/items/{i}/hsCode',
    { en: 'The order has another HS code for it', zh: '商品编号与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  order_quantity: warning(
    '/items/{i}/quantity',
    { en: 'The order has another quantity of it', zh: '数量与订单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  invoice_price: warning(
    '/items/{i}/unitPrice',
    { en: 'The invoice has another price for it', zh: '单价与发票不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  invoice_total: warning(
    '/currency',
    { en: 'The invoice is for another sum', zh: '总价与发票金额不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  packing_list_packages: warning(
    '/items/{i}/packages',
    { en: 'The packing list has other packages', zh: '件数或包装种类与装箱单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
  packing_list_weight: warning(
    '/items/{i}/netWeightKg, grossWeightKg',
    { en: 'The packing list has another weight', zh: '重量与装箱单不一致' },
    {
      en: 'Mend the declaration, or see that order and papers are changed as well',
      zh: '请更正报关单，或同步更正订单及单据',
    },
    ORDER,
  ),
} as const satisfies Record<string, FormRule>;
