import { sentences } from '../../../kernel/sentence.js';

/** What is said of parcels of e-commerce. */
export const SAY = sentences('PARCELS', {
  no_such_profile: { en: 'There is no such e-commerce profile', zh: '跨境电商申报方案不存在' },
  no_such_parcel: { en: 'There is no such parcel', zh: '跨境电商包裹不存在' },
  no_such_batch: { en: 'There is no such batch of parcels', zh: '包裹批次不存在' },
  profile_name_taken: { en: 'There is a profile named {name} already', zh: '名称为 {name} 的申报方案已存在' },
  modes: { en: 'One of {modes} in this direction', zh: '该进出口方向只能为 {modes}' },
  bonded_needs: {
    en: 'Bonded modes need the area enterprise and its account book',
    zh: '保税模式须填写区内企业和账册编号',
  },
  import_needs_guarantor: { en: 'Imports need the guarantor', zh: '进口须填写担保企业编号' },
  export_needs_kind: {
    en: 'Exports need the kind of list: A simplified, B summarised',
    zh: '出口须填写清单类型：A 简化申报，B 汇总申报',
  },
  not_of_direction: { en: 'There is no {paper} in this direction', zh: '该进出口方向没有 {paper}' },
  required: { en: '{field} is missing', zh: '缺少 {field}' },
  not_text: { en: '{field} must be a text of 1 to {max} characters', zh: '{field} 应为 1 至 {max} 个字符的文本' },
  not_format: { en: '{field} must look like {pattern}', zh: '{field} 格式应为 {pattern}' },
  not_decimal: {
    en: '{field} must be a decimal in a text, not negative, with {places} places at most',
    zh: '{field} 应为文本形式的非负小数，最多 {places} 位小数',
  },
  not_money: {
    en: '{field} must be an amount with two decimals at most and its currency',
    zh: '{field} 应为金额（最多两位小数）及币种',
  },
  not_object: { en: '{field} must be an object', zh: '{field} 应为对象' },
  not_lines: { en: '{field} must be a list of 1 to {max} items', zh: '{field} 应为 1 至 {max} 项的列表' },
  not_integer: { en: '{field} must be a whole number from 0 to {max}', zh: '{field} 应为 0 至 {max} 的整数' },
  not_instant: { en: '{field} must be an instant (RFC 3339)', zh: '{field} 应为 RFC 3339 时间' },
  unknown_field: { en: 'There is no field {field}', zh: '不存在字段 {field}' },
  not_json: { en: 'The row is not JSON', zh: '该行不是有效 JSON' },
  row_too_long: { en: 'The row is longer than {max} bytes', zh: '该行超过 {max} 字节' },
  csv_columns: {
    en: 'The row has {count} columns, the header {expected}',
    zh: '该行有 {count} 列，表头为 {expected} 列',
  },
  csv_unknown: { en: 'There is no column {column}', zh: '不存在列 {column}' },
  nothing_given: { en: 'Give one paper at least', zh: '至少提供一种单证' },
  filed_already: {
    en: 'The list of this order is with customs: its papers cannot change any more',
    zh: '该订单的清单已申报，单证不能再更改',
  },
  other_profile: { en: 'This order is filed with another profile', zh: '该订单使用其他申报方案' },
  order_twice: { en: 'This order is in the batch twice', zh: '批次中该订单重复' },
  not_matched: { en: 'The papers do not match: {rule}', zh: '单证不一致：{rule}' },
  rule_order_number: { en: 'the order number differs from that of the order', zh: '订单编号与订单不符' },
  rule_platform_code: { en: 'the platform differs from that of the order', zh: '电商平台与订单不符' },
  rule_currency: {
    en: 'the order is not in one currency, or an import not in CNY',
    zh: '订单币制不一致，或进口订单非人民币',
  },
  rule_order_total: {
    en: 'what was paid is not goods, freight and tax less discounts',
    zh: '实际支付金额不等于商品金额、运费、税款之和减抵扣',
  },
  rule_goods_value: { en: 'the value of the goods is not the sum of the lines', zh: '商品金额不等于各行总价之和' },
  rule_line_total: { en: 'the total of a line is not quantity times price', zh: '行总价不等于数量乘单价' },
  rule_amount_paid: { en: 'the amount differs from what the order says', zh: '金额与订单不符' },
  rule_payer: { en: 'the payer is not the buyer', zh: '支付人与订购人不符' },
  rule_consignee: { en: 'the consignee differs from that of the order', zh: '收货人与订单不符' },
  rule_buyer: { en: 'the buyer differs from that of the order', zh: '订购人与订单不符' },
  rule_waybill_number: {
    en: 'waybill or logistics enterprise differ from the waybill',
    zh: '运单号或物流企业与运单不符',
  },
  rule_list_lines: { en: 'the lines of list and order differ', zh: '清单与订单商品行不符' },
  rule_packages: { en: 'a retail import has one package', zh: '零售进口件数应为 1' },
  rule_net_weight: { en: 'the net weight is above the gross weight', zh: '净重大于毛重' },
  missing_paper: { en: 'The {paper} has not come', zh: '尚未收到 {paper}' },
  over_order_limit: {
    en: 'The order of {value} CNY is above the limit of {limit} CNY for one order',
    zh: '单次交易 {value} 元超过限值 {limit} 元',
  },
  over_year_limit: {
    en: 'With this order the buyer exceeds the limit of {limit} CNY for one year',
    zh: '该订单将使订购人超过年度限值 {limit} 元',
  },
  tax_differs: {
    en: 'The order withholds {given} CNY of tax; {expected} CNY is due',
    zh: '订单代扣税款 {given} 元，应征税款 {expected} 元',
  },
  list_rate: {
    en: 'Say cnyRate, CNY for 1 {currency}: a list is for goods up to a limit in CNY',
    zh: '请提供 cnyRate（1 {currency} 折合人民币）：清单渠道有人民币限额',
  },
  list_value: {
    en: '{value} of goods is above {limit}, up to which a list will do ({source}): declare the order instead',
    zh: '货值 {value} 超过清单限额 {limit}（{source}）：请按报关单申报',
  },
  list_licence: {
    en: 'Goods that need a licence do not go by list: declare the order instead',
    zh: '涉证商品不得以清单申报：请按报关单申报',
  },
  list_inspection: {
    en: 'Goods that are inspected on exit do not go by list: declare the order instead',
    zh: '涉检商品不得以清单申报：请按报关单申报',
  },
  list_tax: {
    en: 'Goods that pay export duty do not go by list: declare the order instead',
    zh: '涉税商品不得以清单申报：请按报关单申报',
  },
  body_stream: {
    en: 'Parcels are sent as application/x-ndjson or text/csv',
    zh: '包裹应以 application/x-ndjson 或 text/csv 提交',
  },
  encoding: { en: 'Only gzip is known as Content-Encoding', zh: 'Content-Encoding 仅支持 gzip' },
  unpacks_to_much: {
    en: 'The body unpacks to more than {ratio} times what was sent',
    zh: '正文解压后超过传输量的 {ratio} 倍',
  },
  no_rows: { en: 'There are no rows', zh: '没有数据行' },
  other_rows: {
    en: 'Rows from {row} on are not those that were sent first',
    zh: '自第 {row} 行起与首次提交的内容不同',
  },
  other_options: { en: 'The first upload had another profile or format', zh: '首次上传使用了其他方案或格式' },
  nonsense: { en: 'None of the first {count} rows could be used', zh: '前 {count} 行均无法使用' },
});
