import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { isSurelyValid, readIfValid } from './quick-check.js';
import { MalformedRequestError } from './request.errors.js';

const PRIMITIVES: readonly unknown[] = [String, Boolean, Number, Array, Object, undefined];

/** Checks body and query against their DTO class; answers every fault at once, each with its pointer. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || PRIMITIVES.includes(metatype)) return value;
    if (type === 'body' && (value === null || typeof value !== 'object' || Array.isArray(value))) {
      if (value !== undefined && value !== null) throw new MalformedRequestError('The body must be a JSON object');
    }
    const quick = type === 'body' ? readIfValid(metatype as Type<object>, value ?? {}) : null;
    if (quick !== null) return quick;
    const instance: object = plainToInstance(metatype as Type<object>, value ?? {});
    if (type === 'query' && isSurelyValid(instance)) return instance;
    const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length === 0) return instance;
    if (type === 'query') throw new MalformedRequestError('A query parameter is wrong', faultsOf(errors, '?'));
    throw new InvalidInputError(faultsOf(errors, '/'));
  }
}

/** RFC 6901 pointers from the tree of class-validator. */
function faultsOf(errors: readonly ValidationError[], prefix: string): Fault[] {
  return errors.flatMap((error) => {
    const pointer = prefix + error.property.replaceAll('~', '~0').replaceAll('/', '~1');
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      pointer,
      code: CODES[constraint] ?? snake(constraint),
      message: constraint === 'whitelistValidation' ? 'This field is not known here' : message,
    }));
    return [...own, ...faultsOf(error.children ?? [], `${pointer}/`)];
  });
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
