import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, registerDecorator, ValidateIf, type ValidationOptions } from 'class-validator';
import { type Sentence, told } from '../../kernel/sentence.js';
import { SAY, says } from './field.sentences.js';

/**
 * One decorator per field of a DTO: it documents the field and validates it, so that the two cannot differ.
 * A field is required unless `optional`; an optional field may be left out, and `null` too where `nullable`.
 */
export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

/** A field of one value: its schema, whether it must be there, and what it must be. */
export function field(options: FieldOptions, schema: object, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { description, example, optional = false, nullable = false } = options;
  // Swagger turns `nullable` into OpenAPI 3.1's `[…, 'null']`; a list of types it would take for an array.
  const typed = nullable ? { ...schema, nullable: true } : schema;
  const api = {
    ...(typed as ApiPropertyOptions),
    description,
    required: !optional,
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(api), ...presence({ optional, nullable }), ...checks);
}

/** Whether a field must be there. Of one that may be left out, or be null, nothing more is asked where it is so. */
export function presence({
  optional = false,
  nullable = false,
}: {
  optional?: boolean;
  nullable?: boolean;
}): PropertyDecorator[] {
  const mayLack = optional || nullable;
  return [
    ...(mayLack
      ? [ValidateIf((_object, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : []),
    ...(optional ? [] : [IsDefined(says(SAY.required))]),
  ];
}

/** PostgreSQL text holds neither NUL nor a lone surrogate. */
export function storable(options: Pick<ValidationOptions, 'each'> = {}): PropertyDecorator {
  return check(
    'characters',
    (value) => typeof value !== 'string' || (!value.includes('\u0000') && value.isWellFormed()),
    SAY.characters,
    options,
  );
}

/** A rule of our own, with what it says when it is broken. */
export function check(
  name: string,
  holds: (value: unknown) => boolean,
  sentence: Sentence,
  options: Pick<ValidationOptions, 'each'> = {},
): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyKey as string,
      options: says(sentence, options),
      // Where a rule has no message, the library keeps no context.
      validator: { validate: holds, defaultMessage: () => told(sentence, 'en') },
    });
  };
}
