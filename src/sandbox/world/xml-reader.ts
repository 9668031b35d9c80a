export interface XmlNode {
  /** Without namespace prefix: partners look at names, not at namespaces. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

const DEPTH_MAX = 40;
const NAME = `[^\\s<>/=&"'!?]+`;
const START_TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(/?)>`, 'y');
const END_TAG = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^<"]*)"|'([^<']*)')`, 'g');
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class Malformed extends Error {}

/**
 * Reads a well-formed document, strictly, and nothing but that: no DOCTYPE, so no entities of its own and no expansion;
 * depth is limited, and size by the server. Our own, because fast-xml-parser lets unclosed elements pass, its
 * validator is deprecated, and both together take ten times as long, which a simulated partner under load would show.
 * @returns null when it is not well-formed
 */
export function readXml(document: string): XmlNode | null {
  try {
    return new Reader(document.replace(/^\ufeff/, '')).read();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class Reader {
  private readonly open: { readonly node: XmlNode; readonly qualifiedName: string }[] = [];
  private root: XmlNode | null = null;
  private at = 0;

  constructor(private readonly document: string) {}

  read(): XmlNode {
    for (;;) {
      const next = this.document.indexOf('<', this.at);
      this.addText(decode(this.document.slice(this.at, next === -1 ? undefined : next)));
      if (next === -1) break;
      this.at = next;
      this.readMarkup();
    }
    if (this.root === null || this.open.length > 0) throw new Malformed();
    return this.root;
  }

  private readMarkup(): void {
    const { document, at } = this;
    if (document.startsWith('</', at)) this.readEnd();
    else if (document.startsWith('<!--', at)) this.skipTo('-->', 4);
    else if (document.startsWith('<?', at)) this.skipTo('?>', 2);
    else if (document.startsWith('<![CDATA[', at)) this.addText(this.skipTo(']]>', 9));
    else this.readStart();
  }

  private readStart(): void {
    START_TAG.lastIndex = this.at;
    const match = START_TAG.exec(this.document);
    if (match === null || this.open.length >= DEPTH_MAX) throw new Malformed();
    const [whole, qualifiedName = '', attributes = '', slash = ''] = match;
    const node = { name: localName(qualifiedName), attributes: readAttributes(attributes), children: [], text: '' };
    const parent = this.open.at(-1)?.node;
    if (parent !== undefined) parent.children.push(node);
    else if (this.root === null) this.root = node;
    else throw new Malformed();
    if (slash === '') this.open.push({ node, qualifiedName });
    this.at += whole.length;
  }

  private readEnd(): void {
    END_TAG.lastIndex = this.at;
    const match = END_TAG.exec(this.document);
    const closed = this.open.pop();
    if (match === null || closed === undefined || closed.qualifiedName !== match[1]) throw new Malformed();
    closed.node.text = closed.node.text.trim();
    this.at += match[0].length;
  }

  private addText(text: string): void {
    const parent = this.open.at(-1)?.node;
    if (parent !== undefined) parent.text += text;
    else if (text.trim() !== '') throw new Malformed();
  }

  private skipTo(end: string, startLength: number): string {
    const found = this.document.indexOf(end, this.at + startLength);
    if (found === -1) throw new Malformed();
    const content = this.document.slice(this.at + startLength, found);
    this.at = found + end.length;
    return content;
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (text === '') return attributes;
  const names = new Set<string>();
  for (const [, name = '', double, single = ''] of text.matchAll(ATTRIBUTE)) {
    if (names.has(name)) throw new Malformed();
    names.add(name);
    attributes[localName(name)] = decode(double ?? single);
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(REFERENCE, (_all, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff;
    const decoded = isCharacter ? String.fromCodePoint(code) : NAMED[name ?? ''];
    if (decoded === undefined) throw new Malformed();
    return decoded;
  });
}
