import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

import { ID_PREFIX, type IdKind, tryParseId } from '../../kernel/ids.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { check, field, type FieldOptions, storable } from './field.js';
import { FIELD, named, SAY, says } from './field.sentences.js';

export { MoneyDto, MoneyField } from './money-field.js';
export { ListField, ObjectField, TextListField } from './nested-fields.js';

export function TextField(
  options: FieldOptions & { max?: number; min?: number; pattern?: RegExp; format?: string },
): PropertyDecorator {
  const { max = 200, min = 1, pattern, format } = options;
  const schema = {
    type: 'string',
    minLength: min,
    maxLength: max,
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(format === undefined ? {} : { format }),
  };
  const checks = [
    IsString(says(SAY.is_string({ field: FIELD }))),
    MinLength(min, says(SAY.too_short({ field: FIELD, min }))),
    MaxLength(max, says(SAY.too_long({ field: FIELD, max }))),
    storable(),
  ];
  return field(options, schema, ...checks, ...(pattern === undefined ? [] : [matches(pattern)]));
}

function matches(pattern: RegExp): PropertyDecorator {
  return Matches(pattern, says(SAY.format({ field: FIELD, pattern: String(pattern) })));
}

export function EnumField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    options,
    { type: 'string', enum: [...values] },
    IsIn(values, says(SAY.not_allowed({ values: named(values) }))),
  );
}

export function IntegerField(options: FieldOptions & { min?: number; max?: number }): PropertyDecorator {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(
    options,
    { type: 'integer', format: 'int32', minimum: min, maximum: max },
    IsInt(says(SAY.is_int({ field: FIELD }))),
    Min(min, says(SAY.min({ field: FIELD, min }))),
    Max(max, says(SAY.max({ field: FIELD, max }))),
  );
}

export function BooleanField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean(says(SAY.is_boolean({ field: FIELD }))));
}

/** A decimal string: a rate, a share, a weight or a quantity; at most 15 digits before the point and `places` after it. */
export function DecimalField(
  options: FieldOptions & { places?: number; min?: string; negative?: boolean },
): PropertyDecorator {
  const { places = 10, negative = false } = options;
  const pattern = new RegExp(`^${negative ? '-?' : ''}\\d{1,15}(\\.\\d{1,${places}})?$`);
  const sentence = negative ? SAY.signed_decimal({ places }) : SAY.decimal({ places });
  return field(
    options,
    { type: 'string', pattern: pattern.source, maxLength: 32 },
    IsString(says(SAY.is_string({ field: FIELD }))),
    Matches(pattern, says(sentence)),
  );
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date', maxLength: 10 },
    check('date', (value) => typeof value === 'string' && isLocalDate(value), SAY.date),
  );
}

/** An instant in RFC 3339, with offset. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  // What PostgreSQL takes: days that exist, no 24th hour, and offsets under 16 hours.
  const pattern = /^[\d-]{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;
  return field(
    options,
    { type: 'string', format: 'date-time', maxLength: 40 },
    check(
      'instant',
      (value) => typeof value === 'string' && pattern.test(value) && isLocalDate(value.slice(0, 10)),
      SAY.instant,
    ),
  );
}

/** A typed id such as `pty_01jd…`; an id of another kind is refused. */
export function IdField(options: FieldOptions & { kind: IdKind }): PropertyDecorator {
  const prefix = ID_PREFIX[options.kind];
  return field(
    { example: `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb`, ...options },
    { type: 'string', pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`, maxLength: 30 },
    check('id', (value) => typeof value === 'string' && tryParseId(options.kind, value) !== null, SAY.id({ prefix })),
  );
}

/** A typed id, or nothing: of answers that always named one, before some had none. */
export function IdOrBlankField(options: FieldOptions & { kind: IdKind }): PropertyDecorator {
  const prefix = ID_PREFIX[options.kind];
  return field(
    { example: `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb`, ...options },
    { type: 'string', pattern: `^(${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25})?$`, maxLength: 30 },
    IsString(says(SAY.is_string({ field: FIELD }))),
  );
}

/** Any JSON object; for what a partner or a calculation gives verbatim. */
export function JsonField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'object', additionalProperties: true },
    IsObject(says(SAY.is_json_object({ field: FIELD }))),
  );
}

/** Query parameters arrive as text; this one is a number. */
export function QueryInteger(
  options: FieldOptions & { min: number; max: number; fallback: number },
): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    IntegerField({ ...options, optional: true }),
  );
}

/** Query parameters arrive as text; this one is true or false. */
export function QueryFlag(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    BooleanField({ ...options, optional: true }),
  );
}
