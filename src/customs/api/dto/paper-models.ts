import { type Type } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

import { presence } from '../../../platform/http/field.js';
import { FIELD, SAY, says } from '../../../platform/http/field.sentences.js';
import { MoneyDto } from '../../../platform/http/fields.js';
import { type PaperKind, PAPER_SHAPES } from '../../domain/parcels/papers.js';
import { DIRECTIONS } from '../../domain/parcels/profile.js';
import { type Leaf, type Shape } from '../../domain/parcels/shape.js';
import { PAPER_WORDS } from './paper-words.js';

/** What the documentation calls each object of the papers; the same object in two places has one name. */
const NAMES: Readonly<Record<string, string>> = {
  'import/order': 'ImportOrderPaper',
  'import/order/buyer': 'ParcelBuyer',
  'import/order/consignee': 'ParcelConsignee',
  'import/payment': 'PaymentPaper',
  'import/payment/payer': 'ParcelPayer',
  'import/waybill': 'ImportWaybillPaper',
  'import/list': 'ImportListPaper',
  'import/list/buyer': 'ListPaperBuyer',
  'import/list/lines': 'ImportListPaperLine',
  'export/order': 'ExportOrderPaper',
  'export/order/lines': 'OrderPaperLine',
  'export/receipt': 'ReceiptPaper',
  'export/waybill': 'ExportWaybillPaper',
  'export/list': 'ExportListPaper',
  'export/list/owner': 'ParcelOwner',
  'export/list/lines': 'ExportListPaperLine',
};

const models = new Map<Shape, Type<object>>();

/** A class for the documentation, made of the shape that papers are held against: the two cannot differ. */
function modelOf(shape: Shape, at: string): Type<object> {
  const known = models.get(shape);
  if (known !== undefined) return known;
  const name = NAMES[at];
  if (name === undefined) throw new Error(`The papers have an object without a name at ${at}`);
  const model = { [name]: class extends Object {} }[name] as Type<object>;
  models.set(shape, model);
  for (const [field, { form, required }] of Object.entries(shape)) {
    const options = 'fields' in form ? nested(form, `${at}/${field}`) : schemaOf(form);
    const described = { ...options, description: wordsOf(at, field), required } as ApiPropertyOptions;
    ApiProperty(described)(model.prototype as object, field);
  }
  return model;
}

function nested(
  { kind, fields, max }: { readonly kind: 'group' | 'lines'; readonly fields: Shape; readonly max: number },
  at: string,
): object {
  const model = modelOf(fields, at);
  return kind === 'group' ? { type: () => model } : { type: () => model, isArray: true, minItems: 1, maxItems: max };
}

function schemaOf({ kind, max, pattern }: Leaf): object {
  const formed = pattern === null ? {} : { pattern: pattern.source };
  switch (kind) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: max, ...formed };
    case 'decimal':
      return { type: 'string', minLength: 1, maxLength: 14 + max, ...formed };
    case 'money':
      return { type: () => MoneyDto };
    case 'instant':
      return { type: 'string', format: 'date-time', maxLength: max, ...formed };
    case 'integer':
      return { type: 'integer', format: 'int32', minimum: 0, maximum: max };
  }
}

function wordsOf(at: string, field: string): string {
  const paper = at.slice(at.lastIndexOf('/') + 1);
  const words = PAPER_WORDS[`${paper}.${field}`] ?? PAPER_WORDS[field];
  if (words === undefined) throw new Error(`Nothing says what ${field} of ${at} is`);
  return words;
}

/**
 * One paper of a parcel, documented field by field. It is checked against its shape later, when its direction is known, with a
 * finding for each fault.
 */
export function PaperField(kind: PaperKind): PropertyDecorator {
  const found = DIRECTIONS.flatMap((direction) => {
    const form = PAPER_SHAPES[direction][kind]?.form;
    return form !== undefined && 'fields' in form ? [modelOf(form.fields, `${direction}/${kind}`)] : [];
  });
  const [first, ...others] = found;
  if (first === undefined) throw new Error(`No direction has a ${kind}`);
  const form =
    others.length === 0 ? { type: () => first } : { anyOf: found.map((model) => ({ $ref: getSchemaPath(model) })) };
  const options = { ...form, description: PAPER_WORDS[kind], required: false } as ApiPropertyOptions;
  return (target, property) => {
    ApiExtraModels(...found)(target.constructor);
    ApiProperty(options)(target, property);
    for (const check of [...presence({ optional: true }), IsObject(says(SAY.is_json_object({ field: FIELD })))]) {
      check(target, property);
    }
  };
}
