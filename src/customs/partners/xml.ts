import { XmlDocument, XmlElement, XmlParseError, type XmlTreeNode } from 'libxml2-wasm';

/** An element as nested objects: children by local name, the last one counts where there are several; text as it is. */
export type XmlContent = string | { readonly [child: string]: XmlContent };

/** @returns the document by the name of its root, or null when it is not well-formed or defines entities of its own */
export function parseXml(text: string): Readonly<Record<string, XmlContent>> | null {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return null;
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text.trim());
  } catch (error) {
    if (error instanceof XmlParseError) return null;
    throw error;
  }
  try {
    return { [document.root.name]: contentOf(document.root) };
  } finally {
    document.dispose();
  }
}

function contentOf(element: XmlElement): XmlContent {
  const children = childrenOf(element);
  if (children.length === 0) return element.content;
  return Object.fromEntries(children.map((child) => [child.name, contentOf(child)]));
}

/** The elements in it, in their order. */
export function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node: XmlTreeNode | null = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) children.push(node);
  }
  return children;
}

/** The text of a descendant, `''` when there is none. @param path such as `DEC_RESULT/ENTRY_ID` */
export function textAt(content: XmlContent | undefined, path: string): string {
  let here = content;
  for (const name of path.split('/')) {
    if (typeof here !== 'object') return '';
    here = here[name];
  }
  return typeof here === 'string' ? here.trim() : '';
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
