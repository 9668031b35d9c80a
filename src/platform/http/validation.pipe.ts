import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../platform.sentences.js';
import { SAY as FIELDS } from './field.sentences.js';
import { isSurelyValid, readIfValid } from './quick-check.js';
import { MalformedRequestError } from './request.errors.js';

const PRIMITIVES: readonly unknown[] = [String, Boolean, Number, Array, Object, undefined];

/** Checks body and query against their DTO class; answers every fault at once, each with its pointer. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || PRIMITIVES.includes(metatype)) return value;
    if (type === 'body' && (value === null || typeof value !== 'object' || Array.isArray(value))) {
      if (value !== undefined && value !== null) throw new MalformedRequestError(SAY.body_no_object);
    }
    const quick = type === 'body' ? readIfValid(metatype as Type<object>, value ?? {}) : null;
    if (quick !== null) return quick;
    const instance: object = plainToInstance(metatype as Type<object>, value ?? {});
    if (type === 'query' && isSurelyValid(instance)) return instance;
    const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length === 0) return instance;
    if (type === 'query') throw new MalformedRequestError(SAY.query_wrong, faultsOf(errors, '?'));
    throw new InvalidInputError(faultsOf(errors, '/'));
  }
}

/** RFC 6901 pointers from the tree of class-validator; the sentences are those the rules were declared with. */
function faultsOf(errors: readonly ValidationError[], prefix: string): Fault[] {
  return errors.flatMap((error) => {
    const pointer = prefix + error.property.replaceAll('~', '~0').replaceAll('/', '~1');
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      pointer,
      code: CODES[constraint] ?? snake(constraint),
      message: sentenceOf(error, constraint, message),
    }));
    return [...own, ...faultsOf(error.children ?? [], `${pointer}/`)];
  });
}

function sentenceOf({ property, contexts }: ValidationError, constraint: string, message: string): Sentence {
  if (constraint === 'whitelistValidation') return FIELDS.unknown_field;
  const declared = contexts?.[constraint] as Sentence | undefined;
  // Of an object without any rule, which the library refuses by itself.
  if (declared === undefined) return verbatim(message);
  return { ...declared, values: { ...declared.values, field: property } };
}

const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown_field',
  isDefined: 'required',
  maxLength: 'too_long',
  minLength: 'too_short',
  isIn: 'not_allowed',
  matches: 'format',
  arrayMaxSize: 'too_many',
  arrayMinSize: 'too_few',
  nestedValidation: 'object_expected',
};

function snake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
