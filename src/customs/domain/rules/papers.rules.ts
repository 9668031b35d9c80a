import { error, warning, type FormRule } from './form-rule.js';
import { MESSAGE_FORMAT, SUPERVISION } from './sources.js';

/** Of licences and of values that the message takes as they are. */
export const PAPER_RULES = {
  field_too_long: error(
    '{the field}',
    { en: 'A value does not fit its field of the message', zh: '内容超过报文字段长度' },
    { en: 'Shorten it', zh: '请缩短内容' },
    MESSAGE_FORMAT,
  ),
  too_many_licences: error(
    '/licences',
    { en: 'More than seven licences', zh: '随附单证超过7份' },
    { en: 'Give seven at most: the message takes no more', zh: '报文最多7份，请精简' },
    MESSAGE_FORMAT,
  ),
  licence_twice: error(
    '/licences/{i}',
    { en: 'A licence is named twice', zh: '随附单证重复' },
    { en: 'Name it once', zh: '请勿重复填报' },
  ),
  licence_code_unknown: warning(
    '/licences/{i}/code',
    { en: 'There is no such licence', zh: '监管证件代码不存在' },
    {
      en: 'Give a code of the licence table, such as 4 for an export licence',
      zh: '请填写监管证件代码，如4（出口许可证）',
    },
    SUPERVISION,
  ),
  confirmations_format: error(
    '/details/PromiseItmes',
    { en: 'The confirmations are not understood', zh: '承诺事项格式错误' },
    { en: 'Give 0, 1 or 9 for each, five at most, in their order', zh: '按顺序填报，每项为0、1或9，最多5项' },
    MESSAGE_FORMAT,
  ),
  other_charges_incomplete: error(
    '/details/OtherMark, OtherRate, OtherCurr',
    { en: 'Other charges are incomplete', zh: '杂费填报不完整' },
    {
      en: 'A total (3) has an amount and a currency, a rate (1) a rate alone',
      zh: '杂费标志3须填金额和币制，标志1只填费率',
    },
  ),
  levy_nature_of_mode: warning(
    '/details/CutMode',
    { en: 'The nature of levy belongs to another supervision mode', zh: '征免性质与监管方式不匹配' },
    { en: '502 is of processing with supplied, 503 with imported materials', zh: '502为来料加工，503为进料加工' },
  ),
} as const satisfies Record<string, FormRule>;
