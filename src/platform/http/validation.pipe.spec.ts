import 'reflect-metadata';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { told } from '../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from './fields.js';
import { named, SAY } from './field.sentences.js';
import { RequestPipe } from './validation.pipe.js';

class SpokenPart {
  @TextField({ description: '', max: 5, pattern: /^[a-z]+$/ })
  word!: string;
}

class SpokenWhole {
  @TextField({ description: '', min: 2, max: 5 })
  name!: string;

  @IntegerField({ description: '', min: 1, max: 9 })
  count!: number;

  @EnumField({ description: '', values: ['a', 'b'] })
  kind!: string;

  @BooleanField({ description: '' })
  flag!: boolean;

  @DateField({ description: '' })
  day!: string;

  @DecimalField({ description: '', places: 2 })
  weight!: string;

  @IdField({ description: '', kind: 'order' })
  orderId!: string;

  @MoneyField({ description: '', positive: true, currency: 'CNY' })
  price!: MoneyDto;

  @ObjectField(() => SpokenPart, { description: '' })
  main!: SpokenPart;

  @ListField(() => SpokenPart, { description: '', min: 1, max: 1 })
  parts!: SpokenPart[];

  @TextListField({ description: '', max: 1, maxLength: 2, values: ['x', 'y'] })
  tags!: string[];
}

const GOOD = {
  name: 'abc',
  count: 3,
  kind: 'a',
  flag: true,
  day: '2026-02-28',
  weight: '1.25',
  orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  price: { amount: '1.50', currency: 'CNY' },
  main: { word: 'x' },
  parts: [{ word: 'ab' }],
  tags: ['x'],
};

function faultsOf(changes: object): readonly (readonly string[])[] {
  try {
    new RequestPipe().transform({ ...GOOD, ...changes }, { type: 'body', metatype: SpokenWhole });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code, message }) => [pointer, code, told(message, 'en'), told(message, 'zh')]);
  }
  return [];
}

describe('A body that breaks a rule', () => {
  it('has none where it is right', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    [
      { name: 'a' },
      '/name',
      'too_short',
      'name must be longer than or equal to 2 characters',
      'name 不得少于 2 个字符',
    ],
    [
      { name: 'abcdef' },
      '/name',
      'too_long',
      'name must be shorter than or equal to 5 characters',
      'name 不得超过 5 个字符',
    ],
    [{ name: 'a\u0000b' }, '/name', 'characters', 'Holds characters that cannot be stored', '包含无法存储的字符'],
    [{ count: 0 }, '/count', 'min', 'count must not be less than 1', 'count 不得小于 1'],
    [{ count: 10 }, '/count', 'max', 'count must not be greater than 9', 'count 不得大于 9'],
    [{ count: 1.5 }, '/count', 'is_int', 'count must be an integer number', 'count 应为整数'],
    [{ kind: 'c' }, '/kind', 'not_allowed', 'Must be one of a, b', '应为以下之一：a、b'],
    [{ flag: 'yes' }, '/flag', 'is_boolean', 'flag must be a boolean value', 'flag 应为布尔值'],
    [
      { day: '2026-02-30' },
      '/day',
      'date',
      'Must be a day that exists, as YYYY-MM-DD',
      '应为存在的日期，格式 YYYY-MM-DD',
    ],
    [
      { weight: '1.255' },
      '/weight',
      'format',
      'Must be a decimal string, not negative, with at most 2 places',
      '应为非负十进制数字符串，最多 2 位小数',
    ],
    [{ orderId: 'pty_x' }, '/orderId', 'id', 'Must be an id of the form ord_…', '应为 ord_… 形式的 id'],
    [
      { price: { amount: '0.00', currency: 'CNY' } },
      '/price',
      'money',
      'Must be an amount above zero with no more places than the currency has, in CNY',
      '应为大于零的金额，小数位数不超过币种规定，币种为 CNY',
    ],
    [
      { main: { word: 'X' } },
      '/main/word',
      'format',
      'word must match /^[a-z]+$/ regular expression',
      'word 格式应符合 /^[a-z]+$/',
    ],
    [{ parts: [] }, '/parts', 'too_few', 'parts must contain at least 1 elements', 'parts 至少应有 1 项'],
    [
      { parts: [{ word: 'a' }, { word: 'b' }] },
      '/parts',
      'too_many',
      'parts must contain no more than 1 elements',
      'parts 最多 1 项',
    ],
    [{ more: 1 }, '/more', 'unknown_field', 'This field is not known here', '此处没有该字段'],
    [
      { tags: ['xyz'] },
      '/tags',
      'too_long',
      'each value in tags must be shorter than or equal to 2 characters',
      'tags 的每一项不得超过 2 个字符',
    ],
    [
      { tags: ['z'] },
      '/tags',
      'not_allowed',
      'each value in tags must be one of the following values: x, y',
      'tags 的每一项应为以下之一：x、y',
    ],
  ])('%j is told so in both languages', (changes, ...fault) => {
    expect(faultsOf(changes)).toContainEqual(fault);
  });

  it('is told of as many values as a sentence has room for', () => {
    const values = Array.from({ length: 300 }, (_none, index) => `value_${index}`);
    const shown = named(values);
    expect(shown).toEqual([...values.slice(0, shown.length - 1), '…']);
    expect(shown.join(', ').length).toBeGreaterThan(700);
    expect(told(SAY.not_allowed_each({ field: 'x'.repeat(60), values: shown }), 'en').length).toBeLessThan(1_000);
    expect(named(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('is told of a field that is missing', () => {
    expect(faultsOf({ name: undefined })).toContainEqual([
      '/name',
      'required',
      'This field is required',
      '该字段为必填项',
    ]);
  });
});
