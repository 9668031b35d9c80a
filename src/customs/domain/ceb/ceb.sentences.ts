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
  no_such_sent_message: { en: 'There is no such message', zh: '没有该报文' },
  message_invalid: { en: '{name} is not as the schema has it', zh: '{name} 不符合报文规范' },
  in_message: { en: '{name}: {detail}', zh: '{name}：{detail}' },
  no_records: { en: 'A message has records', zh: '报文应至少包含一条记录' },
  records_max: {
    en: 'A message has {max} records at most, not {count}',
    zh: '每个报文最多 {max} 条记录，实际 {count} 条',
  },
  must_be_signed: {
    en: '{name} must be signed, and no certificate is configured',
    zh: '{name} 必须签名，但未配置签名证书',
  },
  signer_cannot: { en: 'There is nothing to sign with', zh: '没有可用的签名证书' },
  certificate_over: { en: 'The certificate is not valid today ({reason})', zh: '签名证书当前无效（{reason}）' },
  not_resendable_queued: { en: 'It is on its way already', zh: '报文正在发送' },
  not_resendable_sent: {
    en: 'The exchange has it and its time to answer is not over: it is asked by itself then',
    zh: '数据交换平台已接收，尚在等待回执；到期后系统会自动查询',
  },
  not_resendable_answered: {
    en: 'Customs has answered it: the same message would be ignored as a repeat',
    zh: '海关已有回执：重复发送会被视为重复报文',
  },
  not_resendable_refused: {
    en: 'The exchange refused it as it is, and would again',
    zh: '数据交换平台已拒绝该报文，重发仍会被拒绝',
  },
  exchange_refused: { en: 'The exchange platform refused the message', zh: '数据交换平台拒绝了该报文' },
  exchange_unclear: {
    en: 'The exchange platform answered in a way that we do not understand',
    zh: '数据交换平台的应答无法识别',
  },
  exchange_shut: {
    en: 'The exchange platform does not let us in: the operator must check its secret',
    zh: '数据交换平台拒绝接入：请运营方检查密钥',
  },
  refused_sender: { en: 'The signature of the sender does not fit', zh: '发送方签名不符' },
  refused_too_large: { en: 'The message is too large', zh: '报文过大' },
  refused_packing: { en: 'It is not packed as gzip, or the packing is broken', zh: '报文压缩格式错误' },
  refused_encoding: { en: 'It is not in UTF-8', zh: '报文不是 UTF-8 编码' },
  refused_document_type: { en: 'A document type or entities are not taken', zh: '不接受文档类型定义或实体' },
  refused_not_well_formed: { en: 'It is not well-formed XML', zh: '不是格式正确的 XML' },
  refused_too_deep: { en: 'Its elements lie too deep, or an attribute is too long', zh: '元素嵌套过深或属性过长' },
  refused_envelope: { en: 'The envelope (DxpMsg) holds no message', zh: '传输信封（DxpMsg）中没有报文' },
  refused_unknown_message: { en: 'It is no message that customs sends', zh: '不是海关回执报文' },
  refused_signature: { en: 'Its signature does not fit', zh: '报文签名验证失败' },
  refused_layout: { en: 'It is not as the official schema has it', zh: '报文不符合官方报文规范' },
});
