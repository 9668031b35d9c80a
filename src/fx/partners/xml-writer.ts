const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** An element of elements; those that say nothing (empty strings) are left out. */
export function node(name: string, ...content: readonly string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

/** An element with text. @param attributes with a leading blank */
export function leaf(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${text.replaceAll(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)}</${name}>`;
}

/** A whole message of ISO 20022. @param type such as `auth.024.001.02` */
export function documentOf(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${type}">${content}</Document>`;
}
