import { sentences } from '../../kernel/sentence.js';

/** What is said of e-invoices as they are read. */
export const SAY = sentences('TAX_E_INVOICES', {
  unreadable: { en: 'The file cannot be read as an e-invoice: {why}', zh: '文件无法识别为数电票：{why}' },
  has_entities: { en: 'it has a document type or entities', zh: '含文档类型或实体声明' },
  too_deep: { en: 'its elements lie too deep or are too long', zh: '元素嵌套过深或过长' },
  other_encoding: {
    en: 'it says that it is in {encoding}; send it as UTF-8',
    zh: '其声明编码为 {encoding}，请转为 UTF-8',
  },
  not_well_formed: { en: 'it is not well-formed XML', zh: '不是格式正确的 XML' },
  other_root: {
    en: 'its root is {name}, expected EInvoice with Header, EInvoiceData and TaxSupervisionInfo',
    zh: '根元素为 {name}，应为 EInvoice（含 Header、EInvoiceData、TaxSupervisionInfo）',
  },
  not_the_layout: { en: 'elements are missing', zh: '缺少元素' },
  element_missing: { en: '{path} is missing', zh: '缺少 {path}' },
  not_special: {
    en: 'Only special VAT invoices (增值税专用发票, GeneralOrSpecialVAT 01) give a refund',
    zh: '仅增值税专用发票（GeneralOrSpecialVAT 为 01）可用于退税',
  },
  unknown_unit: {
    en: 'The customs table of units has no {word}: give its code by lines[].unit',
    zh: '海关计量单位表无“{word}”：请用 lines[].unit 指明代码',
  },
  hs_needed: {
    en: 'No HS code stands on an invoice, and the order tells none for {name}: give it by lines[].hsCode',
    zh: '发票不含商品编码，订单也无法确定“{name}”的编码：请用 lines[].hsCode 指明',
  },
  hs_from_order: {
    en: 'HS code {hsCode} is that of line {line} of the order',
    zh: '商品编码 {hsCode} 取自订单第 {line} 行',
  },
  hint_without_line: {
    en: 'Something is said of line {lineNumber}; the invoice has {lines}',
    zh: '对第 {lineNumber} 行作了说明，但发票仅有 {lines} 行',
  },
  total_differs: {
    en: 'Amount and VAT come to {sum}, 价税合计 is {total}',
    zh: '金额与税额合计为 {sum}，价税合计为 {total}',
  },
  no_original: { en: 'This invoice did not come as an e-invoice', zh: '该发票非数电票文件导入' },
});
