import { type Sentence, sentences } from '../../kernel/sentence.js';

/** What a JSON Schema says when it is not met, by keyword; in English as Ajv says it. */
const SAY = sentences('SCHEMA', {
  required: { en: "must have required property '{missingProperty}'", zh: '缺少必填项 {missingProperty}' },
  type: { en: 'must be {type}', zh: '类型应为 {type}' },
  const: { en: 'must be equal to constant', zh: '应等于规定值' },
  enum: { en: 'must be equal to one of the allowed values', zh: '应为允许值之一' },
  format: { en: 'must match format "{format}"', zh: '格式应为 {format}' },
  pattern: { en: 'must match pattern "{pattern}"', zh: '格式应符合 {pattern}' },
  minLength: { en: 'must NOT have fewer than {limit} characters', zh: '不得少于 {limit} 个字符' },
  maxLength: { en: 'must NOT have more than {limit} characters', zh: '不得超过 {limit} 个字符' },
  minItems: { en: 'must NOT have fewer than {limit} items', zh: '不得少于 {limit} 项' },
  maxItems: { en: 'must NOT have more than {limit} items', zh: '不得超过 {limit} 项' },
  minimum: { en: 'must be >= {limit}', zh: '应大于或等于 {limit}' },
  maximum: { en: 'must be <= {limit}', zh: '应小于或等于 {limit}' },
  exclusiveMinimum: { en: 'must be > {limit}', zh: '应大于 {limit}' },
  contains: { en: 'must contain at least {minContains} valid item(s)', zh: '至少应包含 {minContains} 个有效项' },
  containsWithin: {
    en: 'must contain at least {minContains} and no more than {maxContains} valid item(s)',
    zh: '应包含 {minContains} 至 {maxContains} 个有效项',
  },
  additionalProperties: { en: 'must NOT have additional properties', zh: '不得包含其他属性' },
});

/** @returns null for a keyword that no schema of ours uses */
export function schemaSentence(keyword: string, params: Readonly<Record<string, unknown>>): Sentence | null {
  const say = ready.get(keyword === 'contains' && params['maxContains'] !== undefined ? 'containsWithin' : keyword);
  if (typeof say !== 'function') return say ?? null;
  return say(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])));
}

/** Ajv names the values that belong to a keyword, so that the places are filled by name. */
const ready: ReadonlyMap<string, Sentence | ((values: Sentence['values']) => Sentence)> = new Map(Object.entries(SAY));
