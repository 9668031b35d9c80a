import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('CATALOGUE', {
  no_product_group: { en: 'There is no product group {group}', zh: '不存在商品类别 {group}' },
  no_refund_rate: { en: 'No refund rate is known for {hsCode}', zh: '未找到 {hsCode} 的退税率' },
  rate_is: {
    en: '{rate} for {code} ({version}, {from} to {to})',
    zh: '{code} 退税率 {rate}（{version}，{from} 至 {to}）',
  },
  rate_domestic: {
    en: '0: {code} is taxed as if sold at home ({version}, {from} to {to})',
    zh: '{code} 退税率为零，视同内销征税（{version}，{from} 至 {to}）',
  },
  rate_exempt: {
    en: '0: {code} is exempt, without refund ({version}, {from} to {to})',
    zh: '{code} 退税率为零，免税不退税（{version}，{from} 至 {to}）',
  },
  rate_zero: {
    en: '0 for {code}; whether exempt or taxed is not stated ({version}, {from} to {to})',
    zh: '{code} 退税率为零，未载明免税或征税（{version}，{from} 至 {to}）',
  },
  library_without: {
    en: 'The refund library has {hsCode}, but no rate of {day}',
    zh: '退税率文库有 {hsCode}，但无 {day} 的退税率',
  },
  choose_code: {
    en: 'The refund library divides {hsCode}: choose among {choices}',
    zh: '退税率文库对 {hsCode} 有多个商品：请从 {choices} 中选择',
  },
  refund_code: {
    en: 'A code of the refund library has 8 to 16 digits and begins with the HS code {hsCode}',
    zh: '退税率文库商品代码为8至16位数字，并以商品编码 {hsCode} 开头',
  },
  no_rate_on: { en: 'No refund rate of {group} is known on {day}', zh: '未找到 {group} 在 {day} 的退税率' },
  hs_code_digits: { en: 'An HS code has 8 to 10 digits', zh: '商品编码为 8 至 10 位数字' },
  no_such_hs_code: { en: '{code} is not among the codes loaded for {day}', zh: '{day} 已导入的商品编号中没有 {code}' },
  element_unknown: { en: 'The code does not ask for {name}', zh: '该商品编号不要求申报 {name}' },
  element_required: { en: '{name} is missing', zh: '缺少 {name}' },
  element_choice: { en: '{name} is one of {values}', zh: '{name} 须为 {values} 之一' },
  element_text: {
    en: '{name} is a text of at most {max} characters without |',
    zh: '{name} 为不含“|”的文本，最多 {max} 个字符',
  },
  elements_too_long: {
    en: 'Joined they are longer than the {max} bytes that a declaration takes',
    zh: '各要素相连后超过报关单的 {max} 字节',
  },
  elements_are_texts: {
    en: 'Elements are texts of at most {max} characters, by the names of the elements',
    zh: '申报要素为以要素名称为键的文本，最多 {max} 个字符',
  },
  elements_too_many: { en: 'More than {max} elements', zh: '申报要素超过 {max} 项' },
  elements_not_stated: {
    en: 'No source that is loaded states the declaration elements of {code}',
    zh: '已导入的资料未载明 {code} 的申报要素',
  },
  no_such_product: { en: 'No product has this id', zh: '不存在该商品' },
  reference_taken: { en: 'There is a product {reference}', zh: '商品编号 {reference} 已存在' },
  approve_product: { en: 'Product {reference}, HS code {hsCode}', zh: '商品 {reference}，商品编号 {hsCode}' },
  not_stated: {
    en: 'No source that is loaded states it; load the official table in force',
    zh: '已导入的资料均未载明，请导入现行官方表',
  },
  line_code: { en: 'A code has ten digits and a chapter of the tariff', zh: '商品编号为10位数字，且章号有效' },
  line_tax_code: { en: 'A tax classification code has 19 digits', zh: '税收分类编码为19位数字' },
  line_hs_codes: {
    en: '{text} are no first digits of HS codes such as 0101、8516.60 or 8501-8504',
    zh: '{text} 不是海关商品品目，如 0101、8516.60 或 8501-8504',
  },
  line_group: { en: '{text} is not Y or N', zh: '{text} 不是 Y 或 N' },
  no_such_tax_code: {
    en: 'No table that is loaded has the tax classification code {code} on {day}',
    zh: '已导入的税收分类编码表在 {day} 无编码 {code}',
  },
  line_code_blank: { en: 'The code is missing', zh: '缺少代码' },
  line_name: { en: 'The Chinese name is missing', zh: '缺少中文名称' },
  line_unit: { en: '{unit} is not a unit code of three digits', zh: '{unit} 不是3位计量单位代码' },
  line_rate: {
    en: '{rate} is not a rate such as 20%, 1.3/035 or 20%+1/035',
    zh: '{rate} 不是税率，如 20%、1.3/035 或 20%+1/035',
  },
  line_share: { en: '{rate} is not a percentage up to 100%', zh: '{rate} 不是不超过100%的百分比' },
  line_conditions: {
    en: '{letters} holds a letter that is no supervision condition',
    zh: '{letters} 含有无效的监管条件代码',
  },
  line_element_twice: { en: 'The element {name} stands there twice', zh: '申报要素 {name} 重复' },
  line_days: { en: '{from} to {to} is no span of days', zh: '{from} 至 {to} 不是有效期间' },
  line_year: { en: '{year} is no year', zh: '{year} 不是年份' },
  line_source: { en: 'Nobody says this: name the source', zh: '缺少来源' },
  line_columns: {
    en: 'The line has {count} values, the first line names {expected}',
    zh: '该行有 {count} 个值，首行有 {expected} 列',
  },
  column_unknown: { en: 'There is no column {name}', zh: '不存在列 {name}' },
  column_missing: { en: 'The column {name} is missing', zh: '缺少列 {name}' },
  line_twice: {
    en: 'Line {line} states {topic} of {code} from the same day',
    zh: '第 {line} 行已载明 {code} 同日起的 {topic}',
  },
  history_stands: {
    en: '{topic} of {code} from {day} is on record with another value; a correction takes a later day',
    zh: '{code} 自 {day} 起的 {topic} 已有其他记载；更正请自较晚日期起',
  },
  library_layout: {
    en: 'This is no refund library: the columns {missing} are missing. Expected are {expected}; found are {found}',
    zh: '不是退税率文库：缺少列 {missing}。应有 {expected}；实有 {found}',
  },
  library_code: {
    en: '{code} is no code of 8 digits or of 10 to 16',
    zh: '{code} 不是8位或10至16位的商品代码',
  },
  library_name: { en: 'The name of the goods is missing', zh: '缺少商品名称' },
  library_day: { en: '{text} is no day such as 20260101', zh: '{text} 不是日期，如 20260101' },
  library_percent: { en: '{text} is no percentage from 0 to 100', zh: '{text} 不是0至100的百分数' },
  library_amount: { en: '{text} is no amount', zh: '{text} 不是金额' },
  library_twice: {
    en: '{code} from {from} overlaps with line {line}',
    zh: '{code} 自 {from} 起的期间与第 {line} 行重叠',
  },
  library_issue: {
    en: 'The issue {version} is on record with other rates; give this file an issue of its own',
    zh: '期号 {version} 已有不同的记载；请为该文件另定期号',
  },
  library_empty: { en: 'The file has no line of goods', zh: '文件没有商品行' },
  quote_open: { en: 'A quotation mark is not closed', zh: '引号未闭合' },
});
