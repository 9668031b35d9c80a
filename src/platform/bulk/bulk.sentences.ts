import { sentences } from '../../kernel/sentence.js';

/** What bulk work says to people. */
export const SAY = sentences('BULK', {
  no_such_operation: { en: 'There is no such operation', zh: '批量操作不存在' },
  no_such_command: { en: 'No command of that name can be given in a batch', zh: '不存在可批量执行的该命令' },
  scope_of_command: {
    en: 'The credential lacks the scope of the command {command}',
    zh: '凭证缺少命令 {command} 所需的权限',
  },
  scope_under_mandate: {
    en: 'Credential and mandate do not both have the scope of the command {command}',
    zh: '凭证与授权未同时包含命令 {command} 所需的权限',
  },
  ndjson_needed: { en: 'A batch is sent as application/x-ndjson', zh: '批量请求应以 application/x-ndjson 提交' },
  empty: { en: 'The batch has no items', zh: '批量请求中没有条目' },
  too_many: { en: 'The batch has more than {max} items', zh: '批量请求超过 {max} 条' },
  too_long: { en: 'The batch is larger than {max} bytes', zh: '批量请求超过 {max} 字节' },
  too_slow: { en: 'The batch took longer than an hour to arrive', zh: '批量请求传输超过一小时' },
  lines_wrong: { en: 'Some lines are no items; nothing was kept', zh: '部分行不是有效条目；未保存任何内容' },
  line_too_long: { en: 'Line {line} is longer than {max} bytes', zh: '第 {line} 行超过 {max} 字节' },
  line_no_json: { en: 'Line {line} is not JSON', zh: '第 {line} 行不是有效 JSON' },
  line_no_object: { en: 'Line {line} is not a JSON object', zh: '第 {line} 行不是 JSON 对象' },
  line_unknown: { en: 'Line {line} has an unknown field', zh: '第 {line} 行含未知字段' },
  line_body: { en: 'Line {line}: body must be a JSON object', zh: '第 {line} 行：body 应为 JSON 对象' },
  line_key: {
    en: 'Line {line}: key must be 1 to 200 visible ASCII characters',
    zh: '第 {line} 行：key 应为 1 至 200 个可见 ASCII 字符',
  },
  line_path: {
    en: 'Line {line}: pathParams must give {names} as texts',
    zh: '第 {line} 行：pathParams 应以文本给出 {names}',
  },
  no_path: { en: 'Line {line}: this command takes no pathParams', zh: '第 {line} 行：该命令不接受 pathParams' },
  streams_open: { en: 'This credential follows {max} operations already', zh: '该凭证已同时跟踪 {max} 个批量操作' },
});
