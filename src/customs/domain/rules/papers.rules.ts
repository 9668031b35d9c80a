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
  part_incomplete: error(
    '/parts/{i}/fields',
    { en: 'A part of the message is incomplete', zh: '报文附加信息填报不完整' },
    { en: 'Give every element that the part needs', zh: '请填写该部分的必填要素' },
    MESSAGE_FORMAT,
  ),
  part_too_many: error(
    '/parts',
    { en: 'The message does not take so many of a part', zh: '报文附加信息超过最多项数' },
    { en: 'Leave some out', zh: '请减少项数' },
    MESSAGE_FORMAT,
  ),
  part_item_unknown: error(
    '/parts/{i}',
    { en: 'A part is of an item that is not declared', zh: '对应的商品项不存在' },
    { en: 'Name an item of the declaration', zh: '请填写报关单中的商品项号' },
    MESSAGE_FORMAT,
  ),
  vehicle_without_licence: error(
    '/parts/{i}',
    { en: 'A vehicle has no licence on this item', zh: 'VIN信息没有对应的许可证' },
    { en: 'Give the DecGoodsLimit with the same number and kind', zh: '请填报相同编号和类别的许可证（DecGoodsLimit）' },
    MESSAGE_FORMAT,
  ),
  attachment_format: error(
    '/parts/{i}/fields',
    { en: 'A picture of marks is not base64', zh: '标记号码附件不是 BASE64 编码' },
    { en: 'Encode the file, without line breaks', zh: '请对附件进行 BASE64 编码，不含换行' },
    MESSAGE_FORMAT,
  ),
  container_goods_unknown: error(
    '/containers/{i}/itemNumbers',
    { en: 'A container holds an item that is not declared', zh: '集装箱对应的商品项不存在' },
    { en: 'Name items of the declaration, with commas', zh: '请填写报关单中的商品项号，以半角逗号分隔' },
    MESSAGE_FORMAT,
  ),
  container_weight: warning(
    '/containers',
    { en: 'The goods in the containers weigh more than all goods', zh: '箱货重量之和大于毛重' },
    { en: 'Give the weight of the goods in each container', zh: '请填写各箱内货物的重量' },
    MESSAGE_FORMAT,
  ),
} as const satisfies Record<string, FormRule>;
