import { readXml, type XmlNode } from './xml-reader.js';

const NOTHING: XmlNode = { name: '', attributes: {}, children: [], text: '' };

/** An element as it was read: its children by name, its text, its attributes. One that is missing is empty. */
export class Element {
  private constructor(private readonly node: XmlNode) {}

  /** @returns null when this is no well-formed document with this root */
  static parse(text: string, root: string): Element | null {
    const node = readXml(text);
    return node?.name === root ? new Element(node) : null;
  }

  /** The text of a descendant, empty when there is none. @param path such as `DecHead/BillNo` */
  text(path: string): string {
    return this.walk(path)?.text ?? '';
  }

  own(): string {
    return this.node.text;
  }

  attribute(name: string): string {
    return this.node.attributes[name] ?? '';
  }

  has(path: string): boolean {
    return this.walk(path) !== undefined;
  }

  child(path: string): Element {
    return new Element(this.walk(path) ?? NOTHING);
  }

  /** All elements of the last name in the path. */
  all(path: string): Element[] {
    const slash = path.lastIndexOf('/');
    const parent = slash === -1 ? this.node : this.walk(path.slice(0, slash));
    const name = path.slice(slash + 1);
    return (parent ?? NOTHING).children.filter((child) => child.name === name).map((child) => new Element(child));
  }

  private walk(path: string): XmlNode | undefined {
    let here: XmlNode | undefined = this.node;
    for (const name of path.split('/')) here = here?.children.find((child) => child.name === name);
    return here;
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 cannot hold at all. */
const UNREPRESENTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const SPECIAL = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(UNREPRESENTABLE, '').replaceAll(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
}

/** `<name attributes>content</name>`. @param content markup; text goes through `leaf` */
export function node(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`;
}

export function leaf(name: string, text: string, attributes = ''): string {
  return node(name, escapeXml(text), attributes);
}

export const XML_TYPE = 'application/xml; charset=utf-8';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
