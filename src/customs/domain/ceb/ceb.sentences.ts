import { sentences } from '../../../kernel/sentence.js';

/** What is said of a message of cross-border e-commerce. */
export const SAY = sentences('CEB', {
  xml_or_json: { en: 'Give either xml, or message and json', zh: '请提供 xml，或同时提供 message 和 json' },
  no_such_message: { en: 'There is no such message', zh: '没有该报文' },
  not_well_formed: {
    en: 'This is not well-formed XML ({reason}): send the message as it came',
    zh: '不是格式正确的 XML（{reason}）：请原样发送报文',
  },
  has_dtd: {
    en: 'A document type or entities are not taken: send the message without <!DOCTYPE',
    zh: '不接受文档类型定义或实体：请去掉 <!DOCTYPE 后发送',
  },
  unknown_message: {
    en: '{name} is no message of cross-border e-commerce: the root is one of CEB303Message to CEB900Message, in the namespace {namespace}',
    zh: '{name} 不是跨境电商报文：根元素应为 CEB303Message 至 CEB900Message，命名空间为 {namespace}',
  },
  required: { en: '{name} ({label}) must be there', zh: '缺少 {name}（{label}）' },
  unknown: {
    en: '{name} is not in the layout: leave it out, or correct its name',
    zh: '{name} 不在报文结构中：请删除或更正名称',
  },
  order: { en: '{name} must stand before {next}', zh: '{name} 应位于 {next} 之前' },
  too_many: { en: '{name} stands here {count} times, {max} fit', zh: '{name} 出现 {count} 次，最多 {max} 次' },
  stray_text: { en: 'Text stands between the elements of {name}', zh: '{name} 的子元素之间出现文字' },
  no_value_of_elements: { en: '{name} takes text, not elements', zh: '{name} 应为文本，不应包含元素' },
  attribute: { en: '{name} takes no attribute {attribute}', zh: '{name} 不接受属性 {attribute}' },
  type: { en: '{name} is given as {expected}', zh: '{name} 应为{expected}' },
  as_text: { en: 'a string', zh: '字符串' },
  as_list: { en: 'an array of objects', zh: '对象数组' },
  as_object: { en: 'an object', zh: '对象' },
  character: {
    en: '{name} has a character that XML cannot hold (number {code})',
    zh: '{name} 含有 XML 不允许的字符（编号 {code}）',
  },
  exact_length: {
    en: '{name} takes {length} characters, not {found}',
    zh: '{name} 应为 {length} 个字符，实际 {found} 个',
  },
  length: {
    en: '{name} takes {min} to {max} characters, not {found}',
    zh: '{name} 应为 {min} 至 {max} 个字符，实际 {found} 个',
  },
  fixed: { en: '{name} is always {fixed}', zh: '{name} 固定为 {fixed}' },
  decimal: { en: '{name} is a number such as 12.5, without exponent', zh: '{name} 应为数字，如 12.5，不使用指数' },
  digits: { en: '{name} has at most {digits} digits', zh: '{name} 最多 {digits} 位数字' },
  places: { en: '{name} has at most {places} decimal places', zh: '{name} 最多 {places} 位小数' },
  integer: { en: '{name} is a whole number of 32 bits', zh: '{name} 应为 32 位整数' },
  markup: { en: '{name} is not one element of well-formed XML', zh: '{name} 不是格式正确的单个 XML 元素' },
  signature: {
    en: 'The signature is not as XML-DSig has it: {part} is missing or wrong',
    zh: '签名不符合 XML 数字签名规范：{part} 缺失或有误',
  },
});
