import { sentences } from '../../kernel/sentence.js';

/** What is said of tax classification codes (税收分类编码) on invoices. */
export const SAY = sentences('TAX_CATEGORIES', {
  unknown: {
    en: 'The table of tax classification codes has no {code} on {day}',
    zh: '税收分类编码表在 {day} 无编码 {code}',
  },
  group: {
    en: 'Tax classification {code} ({name}) stands for the codes below it; an invoice has one of those',
    zh: '税收分类编码 {code}（{name}）为汇总项，开票应使用其下级编码',
  },
  not_goods: {
    en: 'Tax classification {code} ({name}) is of no goods; HS {hsCode} was declared',
    zh: '税收分类编码 {code}（{name}）不属于货物；申报商品编码为 {hsCode}',
  },
  other_goods: {
    en: 'Tax classification {code} ({name}) goes with HS {headings}; HS {hsCode} was declared. {instead}',
    zh: '税收分类编码 {code}（{name}）对应海关品目 {headings}；申报商品编码为 {hsCode}。{instead}',
  },
  suggested: { en: 'For HS {hsCode} the table has {codes}', zh: '商品编码 {hsCode} 可对应 {codes}' },
  none_suggested: {
    en: 'The table names no code for HS {hsCode}',
    zh: '编码表未列明商品编码 {hsCode} 对应的税收分类编码',
  },
  printed_otherwise: {
    en: 'The goods are printed as {name}; tax classification {code} is printed as *{short}*',
    zh: '票面品名为 {name}；税收分类编码 {code} 的简称为 *{short}*',
  },
});
