import { sentences } from '../../kernel/sentence.js';

/** What is said of tables of invoices. */
export const SAY = sentences('TAX_INVOICE_IMPORTS', {
  header: {
    en: 'Unknown columns: {unknown}. Twice: {twice}. Missing: {missing}. Columns are {known}',
    zh: '未知列：{unknown}；重复列：{twice}；缺少列：{missing}。可用列：{known}',
  },
  none: { en: 'none', zh: '无' },
  no_rows: { en: 'There are no rows below the header', zh: '表头之后没有数据行' },
  too_many_rows: { en: 'At most {max} rows are taken in at once', zh: '一次最多导入 {max} 行' },
  too_many_at_once: {
    en: 'At most {max} invoices are recorded together; leave atomic out for more',
    zh: '一次整体导入最多 {max} 张发票；更多请勿使用 atomic',
  },
  unpacks_to_much: { en: 'It unpacks to more than {ratio} times its size', zh: '解压后超过压缩大小的 {ratio} 倍' },
  csv_needed: { en: 'Send the table as text/csv', zh: '请以 text/csv 提交表格' },
  encoding: { en: 'Content-Encoding is gzip, or none', zh: 'Content-Encoding 仅支持 gzip' },
  rows_wrong: { en: 'Nothing was recorded: {count} invoices have faults', zh: '未导入任何发票：{count} 张存在问题' },
});
