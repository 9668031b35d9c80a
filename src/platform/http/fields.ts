import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

import { ID_PREFIX, type IdKind, tryParseId } from '../../kernel/ids.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { check, field, type FieldOptions, storable } from './field.js';

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
  const checks = [IsString(), MinLength(min), MaxLength(max), storable()];
  return field(options, schema, ...checks, ...(pattern === undefined ? [] : [Matches(pattern)]));
}

export function EnumField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    options,
    { type: 'string', enum: [...values] },
    IsIn(values, { message: `Must be one of ${values.join(', ')}` }),
  );
}

export function IntegerField(options: FieldOptions & { min?: number; max?: number }): PropertyDecorator {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(options, { type: 'integer', format: 'int32', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
}

export function BooleanField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

/** A decimal string: a rate, a share, a weight or a quantity; at most 15 digits before the point and `places` after it. */
export function DecimalField(
  options: FieldOptions & { places?: number; min?: string; negative?: boolean },
): PropertyDecorator {
  const { places = 10, negative = false } = options;
  const pattern = new RegExp(`^${negative ? '-?' : ''}\\d{1,15}(\\.\\d{1,${places}})?$`);
  const message = `Must be a decimal string${negative ? '' : ', not negative,'} with at most ${places} places`;
  return field(
    options,
    { type: 'string', pattern: pattern.source, maxLength: 32 },
    IsString(),
    Matches(pattern, { message }),
  );
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date', maxLength: 10 },
    check(
      'date',
      (value) => typeof value === 'string' && isLocalDate(value),
      'Must be a day that exists, as YYYY-MM-DD',
    ),
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
      'Must be an RFC 3339 instant with offset, such as 2026-04-01T08:00:00+08:00',
    ),
  );
}

/** A typed id such as `pty_01jd…`; an id of another kind is refused. */
export function IdField(options: FieldOptions & { kind: IdKind }): PropertyDecorator {
  const prefix = ID_PREFIX[options.kind];
  return field(
    { example: `${prefix}_01jdq3x7k2e9ta6v0m8r4c5wzb`, ...options },
    { type: 'string', pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`, maxLength: 30 },
    check(
      'id',
      (value) => typeof value === 'string' && tryParseId(options.kind, value) !== null,
      `Must be an id of the form ${prefix}_…`,
    ),
  );
}

/** Any JSON object; for what a partner or a calculation gives verbatim. */
export function JsonField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
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
