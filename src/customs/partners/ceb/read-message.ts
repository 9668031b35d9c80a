import { ParseOption, XmlCData, XmlDocument, XmlElement, type XmlNode, XmlParseError, XmlText } from 'libxml2-wasm';

import { SAY } from '../../domain/ceb/ceb.sentences.js';
import { type CebFindings } from '../../domain/ceb/finding.js';
import { type Field, type Layout, type Message } from '../../domain/ceb/layout.js';
import { CEB_NAMESPACE, messageNamed, ROOT_ATTRIBUTES } from '../../domain/ceb/messages.js';
import { type ReadMessage } from '../ceb-xml.port.js';
import { DS_NAMESPACE, markupWithin, markupOf } from './markup.js';

type Read = string | Readonly<Record<string, unknown>>;

/** Of schema instances: allowed anywhere, and of no meaning here. */
const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const NOT_BLANK = /[^\t\n\r ]/;
const NOTHING: ReadMessage = { message: null, json: null };

/**
 * Reads a message and notes what JSON cannot show: elements that are not in the layout, at the wrong place or too often,
 * attributes, stray text. Whether the values fit is for `checkMessage` to say.
 */
export function readMessage(xml: string, findings: CebFindings): ReadMessage {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) {
    findings.note('', 'well_formed', SAY.has_dtd);
    return NOTHING;
  }
  const document = parse(xml, findings);
  if (document === null) return NOTHING;
  try {
    const { root } = document;
    const message = root.namespaceUri === CEB_NAMESPACE ? messageNamed(root.name) : undefined;
    if (message === undefined) {
      findings.note('', 'message', SAY.unknown_message({ name: root.name.slice(0, 100), namespace: CEB_NAMESPACE }));
      return NOTHING;
    }
    return { message, json: new Reader(findings).root(root, message) };
  } finally {
    document.dispose();
  }
}

function parse(xml: string, findings: CebFindings): XmlDocument | null {
  try {
    // It is text already, whatever encoding its first line names.
    return XmlDocument.fromString(xml.replace(/^\ufeff/, ''), { option: ParseOption.XML_PARSE_IGNORE_ENC });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const [first] = error.details;
    const reason = first === undefined ? error.message : `${first.line}:${first.col} ${first.message}`;
    findings.note('', 'well_formed', SAY.not_well_formed({ reason: reason.trim().slice(0, 200) }));
    return null;
  }
}

class Reader {
  constructor(private readonly findings: CebFindings) {}

  root(element: XmlElement, message: Message): Readonly<Record<string, unknown>> {
    const attributes = element.attrs.filter(({ namespaceUri }) => namespaceUri !== XSI_NAMESPACE);
    for (const { name } of attributes) if (!Object.hasOwn(ROOT_ATTRIBUTES, name)) this.attribute(element, name, '');
    const known = attributes.filter(({ name }) => Object.hasOwn(ROOT_ATTRIBUTES, name));
    return {
      ...Object.fromEntries(known.map(({ name, value }) => [name, value])),
      ...this.children(element, message.fields, ''),
    };
  }

  private children(element: XmlElement, fields: Layout, path: string): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    let reached = 0;
    for (const child of nodesOf(element)) {
      if (child instanceof XmlElement) {
        const place = placeOf(child, fields);
        if (place < reached) this.misplaced(child, fields[reached], place === -1, path);
        reached = Math.max(reached, place);
        const field = fields[place];
        if (field !== undefined) this.add(read, field, child, path);
      } else {
        this.strayText(child, element, path);
      }
    }
    return read;
  }

  private add(read: Record<string, unknown>, field: Field, element: XmlElement, path: string): void {
    const { name, max } = field;
    const earlier = read[name];
    if (max > 1) {
      const list = (earlier ?? []) as unknown[];
      list.push(this.content(element, field, `${path}/${name}/${list.length}`));
      read[name] = list;
    } else if (earlier === undefined) {
      read[name] = this.content(element, field, `${path}/${name}`);
    } else {
      this.findings.note(`${path}/${name}`, 'too_many', SAY.too_many({ name, count: 2, max }));
    }
  }

  private content(element: XmlElement, { form, name }: Field, path: string): Read {
    if (form.kind === 'signature') return markupOf(element);
    for (const { name: attribute, namespaceUri } of element.attrs) {
      if (namespaceUri !== XSI_NAMESPACE) this.attribute(element, attribute, path);
    }
    if (form.kind === 'extension') {
      for (const node of nodesOf(element)) this.strayText(node, element, path);
      return markupWithin(element);
    }
    if (form.kind === 'group') return this.children(element, form.fields, path);
    if ([...nodesOf(element)].some((node) => node instanceof XmlElement)) {
      this.findings.note(path, 'type', SAY.no_value_of_elements({ name }));
    }
    return element.content;
  }

  private strayText(node: XmlNode, { name }: XmlElement, path: string): void {
    const isStray = (node instanceof XmlText || node instanceof XmlCData) && NOT_BLANK.test(node.content);
    if (isStray) this.findings.note(path, 'stray_text', SAY.stray_text({ name }));
  }

  private misplaced(element: XmlElement, next: Field | undefined, isUnknown: boolean, path: string): void {
    const name = element.name.slice(0, 100);
    if (isUnknown) this.findings.note(`${path}/${name}`, 'unknown', SAY.unknown({ name }));
    else this.findings.note(`${path}/${name}`, 'order', SAY.order({ name, next: next?.name ?? '' }));
  }

  private attribute({ name }: XmlElement, attribute: string, path: string): void {
    this.findings.note(path, 'attribute', SAY.attribute({ name, attribute: attribute.slice(0, 100) }));
  }
}

/** Where it stands in the layout; -1: nowhere. */
function placeOf(element: XmlElement, fields: Layout): number {
  const { name, namespaceUri } = element;
  return fields.findIndex(
    (field) => field.name === name && namespaceUri === (field.form.kind === 'signature' ? DS_NAMESPACE : CEB_NAMESPACE),
  );
}

function* nodesOf(element: XmlElement): Generator<XmlNode> {
  for (let node = element.firstChild; node !== null; node = node.next) yield node;
}
