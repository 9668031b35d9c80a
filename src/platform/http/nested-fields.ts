import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { type FieldOptions, presence, storable } from './field.js';
import { FIELD, named, SAY, says } from './field.sentences.js';
import { Nests } from './quick-check.js';

const EACH = { each: true };

/** A nested object of another DTO class. */
export function ObjectField(type: () => new () => object, options: FieldOptions): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  return applyDecorators(
    // Swagger knows a deferred type by the name of the function: it must be called `type`.
    ApiProperty({ type: () => type(), description, required: !optional, ...(nullable ? { nullable: true } : {}) }),
    ...presence({ optional, nullable }),
    IsObject(says(SAY.is_object)),
    ValidateNested(says(SAY.object_expected({ field: FIELD }))),
    Type(type),
    Nests(type),
  );
}

/** A list of nested objects. */
export function ListField(
  type: () => new () => object,
  options: FieldOptions & { min?: number; max?: number },
): PropertyDecorator {
  const { description, optional = false, min = 0, max = 1_000 } = options;
  return applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, description, required: !optional, minItems: min, maxItems: max }),
    ...presence({ optional }),
    IsArray(says(SAY.is_array)),
    ArrayMinSize(min, says(SAY.too_few({ field: FIELD, min }))),
    ArrayMaxSize(max, says(SAY.too_many({ field: FIELD, max }))),
    // ValidateNested looks through a list within the list, and would let [[…]] pass.
    IsObject(says(SAY.is_object_each, EACH)),
    ValidateNested(says(SAY.objects_expected({ field: FIELD }), EACH)),
    Type(type),
    Nests(type),
  );
}

/** A list of texts. */
export function TextListField(
  options: FieldOptions & {
    min?: number;
    max?: number;
    maxLength?: number;
    values?: readonly string[];
    pattern?: RegExp;
  },
): PropertyDecorator {
  const { description, example, optional = false, min = 0, max = 100, maxLength = 200, values, pattern } = options;
  const items = {
    type: 'string',
    maxLength,
    ...(values === undefined ? {} : { enum: [...values] }),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
  } as const;
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: items as never,
      description,
      required: !optional,
      minItems: min,
      maxItems: max,
      ...(example === undefined ? {} : { example }),
    }),
    ...presence({ optional }),
    IsArray(says(SAY.is_array)),
    ArrayMinSize(min, says(SAY.too_few({ field: FIELD, min }))),
    ArrayMaxSize(max, says(SAY.too_many({ field: FIELD, max }))),
    IsString(says(SAY.is_string_each({ field: FIELD }), EACH)),
    MaxLength(maxLength, says(SAY.too_long_each({ field: FIELD, max: maxLength }), EACH)),
    storable(EACH),
    ...(values === undefined
      ? []
      : [IsIn(values, says(SAY.not_allowed_each({ field: FIELD, values: named(values) }), EACH))]),
    ...(pattern === undefined
      ? []
      : [Matches(pattern, says(SAY.format_each({ field: FIELD, pattern: String(pattern) }), EACH))]),
  );
}
