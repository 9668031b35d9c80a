import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

import { told } from '../../src/kernel/sentence.js';
import { escaped, type JsonDocument, JsonSyntaxError, parseJson, type Position } from './json-document.js';
import { atRun, ruleFaults } from './order-rules.js';
import { type OrderFile, type Run } from './order-shape.js';
import { shownPath } from './terminal.js';

/** One thing to mend in an order file. */
export interface FileFault extends Position {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** Some order file is wrong; every fault of every file is named. */
export class OrderFileError extends Error {
  constructor(readonly faults: readonly FileFault[]) {
    super(
      faults
        .map(({ file, line, column, pointer, message }) => `${file}:${line}:${column}: ${pointer || '/'}: ${message}`)
        .join('\n'),
    );
  }
}

/** npm runs its scripts in the project's folder. */
const ORDERS = path.resolve('scripts/demo/orders');

/** The files that come with the project, in the order of their names. */
export const SHIPPED_ORDERS: readonly string[] = [
  '1-fcl-trading.json',
  '2-agency-refund.json',
  '3-lcl-rejected-and-short.json',
].map((name) => path.join(ORDERS, name));

const schema = JSON.parse(readFileSync(path.join(ORDERS, 'order-file.schema.json'), 'utf8')) as object;
const fits = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);

/**
 * Reads every file and tries every rule that can be tried without the platform.
 * @throws OrderFileError with all faults of all files
 */
export function readOrderFiles(files: readonly string[], run: Run): OrderFile[] {
  const faults: FileFault[] = [];
  const orders: OrderFile[] = [];
  for (const file of files) {
    try {
      orders.push(readOrderFile(file, run));
    } catch (error) {
      if (!(error instanceof OrderFileError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new OrderFileError(faults);
  return orders;
}

function readOrderFile(file: string, run: Run): OrderFile {
  const shown = shownPath(file);
  const document = documentOf(file, shown);
  const locate = ({ pointer, message, part }: { pointer: string; message: string; part?: 'name' }): FileFault => ({
    file: shown,
    pointer,
    message,
    ...document.position(pointer, part ?? 'value'),
  });
  if (!fits(document.value)) throw new OrderFileError(sorted(schemaFaults(fits.errors ?? []).map(locate)));
  const order = atRun(document.value as OrderFile, run);
  const faults = ruleFaults(order, run.today);
  if (faults.length > 0)
    throw new OrderFileError(
      sorted(faults.map(({ pointer, message }) => locate({ pointer, message: told(message, 'en') }))),
    );
  return order;
}

function documentOf(file: string, shown: string): JsonDocument {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const message = `Cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new OrderFileError([{ file: shown, line: 1, column: 1, pointer: '', message }]);
  }
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new OrderFileError([{ file: shown, pointer: error.pointer, message: error.message, ...error.position }]);
  }
}

interface SchemaFault {
  readonly pointer: string;
  readonly message: string;
  readonly part?: 'name';
}

/** Ajv's errors in words, without those that only say that another one is there. */
function schemaFaults(errors: readonly ErrorObject[]): SchemaFault[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ keyword, instancePath: pointer, params, message }): SchemaFault => {
      const param = (name: string): string => String((params as Record<string, unknown>)[name]);
      if (keyword === 'additionalProperties') {
        const name = param('additionalProperty');
        return { pointer: `${pointer}/${escaped(name)}`, part: 'name', message: 'This field is not known here' };
      }
      if (keyword === 'required') return { pointer, message: `"${param('missingProperty')}" is missing` };
      if (keyword === 'enum') {
        const values = (params as { allowedValues: readonly unknown[] }).allowedValues;
        return { pointer, message: `Must be one of ${values.join(', ')}` };
      }
      if (keyword === 'const') return { pointer, message: `Must be ${param('allowedValue')}` };
      if (keyword === 'pattern') return { pointer, message: `Must have the form ${param('pattern')}` };
      if (keyword === 'false schema') {
        return { pointer, part: 'name', message: 'This field does not go together with this kind' };
      }
      return { pointer, message: (message ?? 'is wrong').replace(/^must/, 'Must') };
    });
}

function sorted(faults: readonly FileFault[]): FileFault[] {
  return [...faults].sort((left, right) => left.line - right.line || left.column - right.column);
}
