import fc from 'fast-check';

import { type CebJson, fieldsOf } from '../../src/customs/domain/ceb/check-message.js';
import { messageNamed } from '../../src/customs/domain/ceb/messages.js';
import { type Field, type Form, type Layout, type Message } from '../../src/customs/domain/ceb/layout.js';

const SIGNATURE =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>' +
  '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>' +
  '<ds:SignatureMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3"></ds:SignatureMethod>' +
  '<ds:Reference URI=""><ds:DigestMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm3"></ds:DigestMethod>' +
  '<ds:DigestValue>SF/P+2sVsRQ9dJIqJSroW6ajb0Y=</ds:DigestValue></ds:Reference></ds:SignedInfo>' +
  '<ds:SignatureValue>AI0wdcUHaaOR</ds:SignatureValue></ds:Signature>';
const EXTENSION = '<own:Note xmlns:own="urn:example:own" kind="a">x &amp; y<own:Deeper></own:Deeper></own:Note>';
/** Few of what may stand without end. */
const ITEMS_MAX = 3;
const TEXT_MAX = 40;
const SIGNS = 'aZ09-_ .,&<>"\'编号名称金额\u00a0😀\t\n\r';

/** @throws Error where there is none of that name */
export function knownMessage(name: string): Message {
  const message = messageNamed(name);
  if (message === undefined) throw new Error(`There is no ${name}`);
  return message;
}

/** Messages that keep to the layout, of whatever content. */
export function soundMessages(message: Message): fc.Arbitrary<CebJson> {
  return group(fieldsOf(message));
}

function group(fields: Layout): fc.Arbitrary<CebJson> {
  const required = fields.filter(({ min }) => min === 1).map(({ name }) => name);
  const record = Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
  return fc.record(record, { requiredKeys: required }) as fc.Arbitrary<CebJson>;
}

function valueOf({ form, max }: Field): fc.Arbitrary<unknown> {
  // An empty array is written as nothing, and read as none.
  return max === 1 ? content(form) : fc.array(content(form), { minLength: 1, maxLength: Math.min(max, ITEMS_MAX) });
}

function content(form: Form): fc.Arbitrary<unknown> {
  switch (form.kind) {
    case 'group':
      return group(form.fields);
    case 'signature':
      return fc.constant(SIGNATURE);
    case 'extension':
      return fc.constantFrom('', EXTENSION);
    case 'text':
      return form.fixed === undefined ? text(form.min, form.max, form.collapsed) : fc.constantFrom(form.fixed, '');
    case 'decimal':
      return decimal(form.digits, form.places);
    case 'integer':
      return fc.integer({ min: 0, max: 10 ** Math.min(form.digits, 9) - 1 }).map(String);
  }
}

/** Blanks at the ends of collapsed text would not count. */
function text(min: number, max: number, collapsed: boolean): fc.Arbitrary<string> {
  const signs = [...SIGNS].filter((sign) => !collapsed || !/[\t\n\r ]/.test(sign));
  return fc
    .array(fc.constantFrom(...signs), { minLength: min, maxLength: Math.min(max, Math.max(min, TEXT_MAX)) })
    .map((chosen) => chosen.join(''));
}

function decimal(digits: number, places: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 10 ** places - 1 }), fc.boolean())
    .map(([whole, fraction, isWhole]) =>
      isWhole || digits < 10 ? String(whole) : `${whole}.${String(fraction).padStart(places, '0')}`,
    );
}
