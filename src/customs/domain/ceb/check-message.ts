import { type Said } from '../../../kernel/sentence.js';
import { SAY } from './ceb.sentences.js';
import { breachOf } from './check-value.js';
import { type CebFinding, type CebFindings } from './finding.js';
import { between, type Field, isMarkup, type Layout, type MarkupForm, type Message } from './layout.js';
import { ROOT_ATTRIBUTES } from './messages.js';

/** A message in JSON: elements by their official names, values as text, what may repeat as an array. */
export interface CebJson {
  readonly [name: string]: CebValue;
}
type CebValue = string | CebJson | readonly CebJson[];

/** Says what is wrong with markup that is kept as it stands, or null. */
export type MarkupCheck = (text: string, kind: MarkupForm['kind']) => Pick<CebFinding, 'rule' | 'detail'> | null;

const ATTRIBUTES: Layout = Object.entries(ROOT_ATTRIBUTES).map(([name, { min, max }]) => ({
  name,
  min: 1,
  max: 1,
  form: between(min, max),
  label: name === 'guid' ? '报文唯一序号' : '报文版本号',
}));

/** Everything in the JSON of a message: the attributes of the root, then its elements. */
export function fieldsOf(message: Message): Layout {
  return [...ATTRIBUTES, ...message.fields];
}

/**
 * Holds a message against its layout: what the official schema (XSD, 2022-05) demands of it, but for the order of elements,
 * which JSON does not have.
 * @param json whatever was sent
 */
export function checkMessage(json: unknown, message: Message, markup: MarkupCheck, findings: CebFindings): void {
  new MessageCheck(markup, findings).group(json, fieldsOf(message), '', message.name);
}

class MessageCheck {
  constructor(
    private readonly markup: MarkupCheck,
    private readonly findings: CebFindings,
  ) {}

  group(given: unknown, fields: Layout, path: string, name: string): void {
    if (!isObject(given)) {
      this.wrongType(path, name, SAY.as_object);
      return;
    }
    const known = fields.reduce((count, { name: each }) => (given[each] === undefined ? count : count + 1), 0);
    const keys = Object.keys(given);
    if (keys.length > known) this.unknown(keys, fields, path);
    for (const field of fields) this.field(given[field.name], field, path);
  }

  private unknown(keys: readonly string[], fields: Layout, path: string): void {
    const names = new Set(fields.map(({ name }) => name));
    for (const key of keys) {
      if (!names.has(key)) this.findings.note(`${path}/${escaped(key)}`, 'unknown', SAY.unknown({ name: key }));
    }
  }

  /** @param parent the path of what holds it: paths are put together only where they are needed */
  private field(given: unknown, field: Field, parent: string): void {
    const { name, label, min, max } = field;
    if (given === undefined) {
      if (min === 1) this.findings.note(`${parent}/${name}`, 'required', SAY.required({ name, label }));
    } else if (max === 1) {
      this.one(given, field, parent, name);
    } else {
      this.list(given, field, `${parent}/${name}`);
    }
  }

  private list(given: unknown, field: Field, path: string): void {
    const { name, label, min, max } = field;
    if (!Array.isArray(given)) {
      this.wrongType(path, name, SAY.as_list);
      return;
    }
    const items: readonly unknown[] = given;
    if (items.length < min) this.findings.note(path, 'required', SAY.required({ name, label }));
    if (items.length > max) this.findings.note(path, 'too_many', SAY.too_many({ name, count: items.length, max }));
    items.forEach((item, index) => {
      this.one(item, field, path, index);
    });
  }

  private one(given: unknown, { name, form }: Field, parent: string, place: string | number): void {
    if (form.kind === 'group') {
      this.group(given, form.fields, `${parent}/${place}`, name);
      return;
    }
    if (typeof given !== 'string') {
      this.wrongType(`${parent}/${place}`, name, SAY.as_text);
      return;
    }
    const breach = isMarkup(form) ? this.markup(given, form.kind) : breachOf(name, given, form);
    if (breach !== null) this.findings.note(`${parent}/${place}`, breach.rule, breach.detail);
  }

  private wrongType(path: string, name: string, expected: Said): void {
    this.findings.note(path, 'type', SAY.type({ name, expected }));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As a JSON pointer has it (RFC 6901). */
function escaped(key: string): string {
  return key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}
