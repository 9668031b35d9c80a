import { type ValidationOptions } from 'class-validator';

import { type Sentence, sentences } from '../../kernel/sentence.js';

/** What the rules of fields say, by fault code; `…_each` of the entries of a list. `field` is put in by the pipe. */
export const SAY = sentences('FIELD', {
  unknown_field: { en: 'This field is not known here', zh: '此处没有该字段' },
  required: { en: 'This field is required', zh: '该字段为必填项' },
  object_expected: { en: 'nested property {field} must be either object or array', zh: '{field} 应为对象或列表' },
  objects_expected: {
    en: 'each value in nested property {field} must be either object or array',
    zh: '{field} 的每一项应为对象或列表',
  },
  is_string: { en: '{field} must be a string', zh: '{field} 应为字符串' },
  is_string_each: { en: 'each value in {field} must be a string', zh: '{field} 的每一项应为字符串' },
  too_short: {
    en: '{field} must be longer than or equal to {min} characters',
    zh: '{field} 不得少于 {min} 个字符',
  },
  too_long: {
    en: '{field} must be shorter than or equal to {max} characters',
    zh: '{field} 不得超过 {max} 个字符',
  },
  too_long_each: {
    en: 'each value in {field} must be shorter than or equal to {max} characters',
    zh: '{field} 的每一项不得超过 {max} 个字符',
  },
  format: { en: '{field} must match {pattern} regular expression', zh: '{field} 格式应符合 {pattern}' },
  format_each: {
    en: 'each value in {field} must match {pattern} regular expression',
    zh: '{field} 的每一项格式应符合 {pattern}',
  },
  characters: { en: 'Holds characters that cannot be stored', zh: '包含无法存储的字符' },
  not_allowed: { en: 'Must be one of {values}', zh: '应为以下之一：{values}' },
  not_allowed_each: {
    en: 'each value in {field} must be one of the following values: {values}',
    zh: '{field} 的每一项应为以下之一：{values}',
  },
  is_int: { en: '{field} must be an integer number', zh: '{field} 应为整数' },
  min: { en: '{field} must not be less than {min}', zh: '{field} 不得小于 {min}' },
  max: { en: '{field} must not be greater than {max}', zh: '{field} 不得大于 {max}' },
  is_boolean: { en: '{field} must be a boolean value', zh: '{field} 应为布尔值' },
  is_json_object: { en: '{field} must be an object', zh: '{field} 应为对象' },
  is_object: { en: 'Must be an object', zh: '应为对象' },
  is_array: { en: 'Must be a list', zh: '应为列表' },
  is_object_each: { en: 'Must be a list of objects', zh: '应为对象列表' },
  too_few: { en: '{field} must contain at least {min} elements', zh: '{field} 至少应有 {min} 项' },
  too_many: { en: '{field} must contain no more than {max} elements', zh: '{field} 最多 {max} 项' },
  decimal: {
    en: 'Must be a decimal string, not negative, with at most {places} places',
    zh: '应为非负十进制数字符串，最多 {places} 位小数',
  },
  signed_decimal: {
    en: 'Must be a decimal string with at most {places} places',
    zh: '应为十进制数字符串，最多 {places} 位小数',
  },
  date: { en: 'Must be a day that exists, as YYYY-MM-DD', zh: '应为存在的日期，格式 YYYY-MM-DD' },
  instant: {
    en: 'Must be an RFC 3339 instant with offset, such as 2026-04-01T08:00:00+08:00',
    zh: '应为带时区偏移的 RFC 3339 时间，例如 2026-04-01T08:00:00+08:00',
  },
  id: { en: 'Must be an id of the form {prefix}_…', zh: '应为 {prefix}_… 形式的 id' },
  currency: { en: 'Must be an ISO 4217 currency in use', zh: '应为现行 ISO 4217 币种' },
  money: {
    en: 'Must be an amount{manner} with no more places than the currency has{limit}',
    zh: '应为{manner}金额，小数位数不超过币种规定{limit}',
  },
  above_zero: { en: ' above zero', zh: '大于零的' },
  not_below_zero: { en: ' not below zero', zh: '不小于零的' },
  in_currency: { en: ', in {currency}', zh: '，币种为 {currency}' },
  day_basis: { en: 'Must be 360 or 365', zh: '应为 360 或 365' },
});

/** Stands for the name of the field until the rule is broken. */
export const FIELD = 'field';

/** Options of a rule: what it says when it is broken. Every rule of a field has them; a test misses one without. */
export function says(sentence: Sentence, options: Pick<ValidationOptions, 'each'> = {}): ValidationOptions {
  return { ...options, context: sentence };
}

/** Characters of a sentence that names values; a whole one has a thousand in the contract. */
const NAMED_CHARACTERS = 800;
const BETWEEN = 2;

/** As many of the values as a sentence has room for; the contract has them all. */
export function named(values: readonly string[]): readonly string[] {
  let room = NAMED_CHARACTERS;
  const shown = values.filter((value) => (room -= value.length + BETWEEN) >= 0);
  return shown.length === values.length ? values : [...shown, '…'];
}
