import { type CebJson } from '../../domain/ceb/check-message.js';
import { type Field, type Form, type Layout, type Message } from '../../domain/ceb/layout.js';
import { CEB_NAMESPACE, ROOT_ATTRIBUTES } from '../../domain/ceb/messages.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Before every message; no part of its canonical form. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Writes a message as the exchange takes it: elements in the order of the layout, nothing between them, and all of it but
 * foreign markup in canonical form (C14N 1.0), so that it can be signed without being read again.
 * @param json as `checkMessage` has found it good
 */
export function writeMessage(json: CebJson, { name, fields }: Message): string {
  const attributes = Object.keys(ROOT_ATTRIBUTES).map((key) => ` ${key}="${inAttribute(json[key] as string)}"`);
  const start = `<ceb:${name} xmlns:ceb="${CEB_NAMESPACE}"${attributes.join('')}>`;
  return `${XML_DECLARATION}${start}${inside(json, fields)}</ceb:${name}>`;
}

function inside(json: CebJson, fields: Layout): string {
  let text = '';
  for (const field of fields) {
    const value = json[field.name];
    if (value === undefined) continue;
    const items = field.max > 1 ? (value as readonly (string | CebJson)[]) : [value as string | CebJson];
    for (const item of items) text += element(item, field);
  }
  return text;
}

interface Tags {
  readonly start: string;
  readonly end: string;
}

/** Put together once for each field: records come by the hundred thousand. */
const tags = new WeakMap<Field, Tags>();

function tagsOf(field: Field): Tags {
  let known = tags.get(field);
  if (known === undefined) {
    known = { start: `<ceb:${field.name}>`, end: `</ceb:${field.name}>` };
    tags.set(field, known);
  }
  return known;
}

function element(value: string | CebJson, field: Field): string {
  if (field.form.kind === 'signature') return value as string;
  const { start, end } = tagsOf(field);
  return start + contentOf(value, field.form) + end;
}

function contentOf(value: string | CebJson, form: Form): string {
  if (form.kind === 'group') return inside(value as CebJson, form.fields);
  return form.kind === 'extension' ? (value as string) : inText(value as string);
}

/** A carriage return that is not escaped comes back as a line feed. */
function inText(text: string): string {
  return text.replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

function inAttribute(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
