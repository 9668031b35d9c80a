import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { type Fault } from '../../kernel/domain-error.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { schemaSentence } from './schema.sentences.js';

/**
 * Checks messages against a JSON Schema. Compiled by the first who asks: it takes longer than all other modules of freight to
 * load.
 * @returns every fault with its place in the message
 */
export function schemaCheck(schema: object): (message: unknown) => Fault[] {
  let validate: ValidateFunction | undefined;
  return (message) => {
    validate ??= compiled(schema);
    return validate(message) ? [] : (validate.errors ?? []).map(faultOf);
  };
}

function compiled(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv.compile(schema);
}

function faultOf({ instancePath, keyword, message, params }: ErrorObject): Fault {
  const missing = keyword === 'required' ? `/${String((params as { missingProperty?: string }).missingProperty)}` : '';
  const sentence = schemaSentence(keyword, params as Readonly<Record<string, unknown>>);
  return { pointer: instancePath + missing, code: keyword, message: sentence ?? verbatim(message ?? keyword) };
}
