import { sentences } from '../../kernel/sentence.js';

/** What is said of official tables that were prepared elsewhere. */
export const SAY = sentences('TAX_DECLARATION_IMPORTS', {
  header: {
    en: 'No header of {title} was found. Missing: {missing}. Twice: {twice}. Not known: {unknown}',
    zh: '未找到《{title}》的表头。缺少列：{missing}；重复列：{twice}；未知列：{unknown}',
  },
  none: { en: 'none', zh: '无' },
  no_rows: { en: 'There are no rows below the header', zh: '表头之后没有数据行' },
  too_many_rows: { en: 'A table has at most {max} rows', zh: '一个表格最多 {max} 行' },
  too_long: { en: 'A table has at most {max} bytes', zh: '一个表格不得超过 {max} 字节' },
  unpacks_to_much: { en: 'It unpacks to more than {ratio} times its size', zh: '解压后超过压缩大小的 {ratio} 倍' },
  csv_needed: { en: 'Send the table as text/csv', zh: '请以 text/csv 提交表格' },
  encoding: { en: 'Content-Encoding is gzip, or none', zh: 'Content-Encoding 仅支持 gzip' },
  rows_wrong: {
    en: 'Nothing was imported: {count} rows have faults; the first of them are listed',
    zh: '未导入任何数据：{count} 行存在问题，仅列出前若干项',
  },
  row_unreadable: {
    en: 'The row is too long, or not in the encoding of the header',
    zh: '该行过长，或编码与表头不一致',
  },
  cells_without_column: { en: 'Cells stand behind the last column', zh: '最后一列之后还有单元格' },
  cell_needed: { en: '{column} is needed', zh: '须填写“{column}”' },
  cell_format: { en: '{column} is {form}', zh: '“{column}”应为{form}' },
  form_text: { en: 'a text of at most {max} characters', zh: '不超过 {max} 个字符的文本' },
  form_sequence: { en: 'four digits, or a letter and three', zh: '四位数字，或一个字母加三位数字' },
  form_link: { en: 'letters and digits, as 2611001001', zh: '字母和数字，如 2611001001' },
  form_item: {
    en: 'the 18 digits of the declaration, a 0, and two digits of the item',
    zh: '18 位报关单号加 0 再加两位项号',
  },
  form_date: { en: 'a day that exists, as 2026-11-20', zh: '存在的日期，如 2026-11-20' },
  form_hs: { en: '8 to 14 digits', zh: '8 至 14 位数字' },
  form_tax_number: { en: '15 to 20 capitals and digits', zh: '15 至 20 位大写字母和数字' },
  form_voucher: {
    en: 'the number of an invoice, with its code before it where it has one',
    zh: '发票号码，有发票代码的须在前面加上代码',
  },
  form_quantity: { en: 'a decimal with at most ten places', zh: '最多十位小数的数字' },
  form_money: { en: 'an amount with at most two decimals', zh: '最多两位小数的金额' },
  form_percent: { en: 'a number from 0 to 100', zh: '0 至 100 之间的数字' },
  form_box: { en: 'a number from 1 to 19', zh: '1 至 19 的栏次' },
  imported: { en: 'This table was imported as {id}', zh: '该表格已导入，编号 {id}' },
  withdrawn: { en: 'It was taken back already', zh: '该导入已撤回' },
  too_slow: { en: 'It took too long to send; send it again', zh: '上传时间过长，请重新提交' },
  no_such_import: { en: 'There is no such import', zh: '导入记录不存在' },
  of_another_taxpayer: {
    en: 'The claim {claimId} is of the taxpayer {taxpayer}',
    zh: '申报 {claimId} 属于纳税人 {taxpayer}',
  },
});
