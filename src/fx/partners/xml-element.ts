import { XmlDocument, XmlElement as LibraryElement, XmlParseError } from 'libxml2-wasm';

import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { type XmlPiece } from './xml-cutter.js';
import { XmlFault } from './xml-fault.js';

interface Tree {
  /** Without its prefix: the reader judges by the namespace of the root, prefixes mean nothing. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  /** Trimmed; empty where there are children. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

interface XmlRoot {
  readonly name: string;
  /** The namespace it is declared in, empty when there is none. */
  readonly namespace: string;
  readonly element: XmlElement;
}

/** An XML element as it was read; one that is missing reads as empty. */
export class XmlElement {
  private constructor(private readonly tree: Tree | null) {}

  /** @returns null when this is no well-formed document, or one that declares entities of its own */
  static parse(text: string): XmlRoot | null {
    if (/<!(DOCTYPE|ENTITY)/.test(text)) return null;
    let document: XmlDocument;
    try {
      document = XmlDocument.fromString(text.replace(/^\ufeff/, '').trim());
    } catch (error) {
      if (error instanceof XmlParseError) return null;
      throw error;
    }
    try {
      const { root } = document;
      return { name: root.name, namespace: root.namespaceUri, element: new XmlElement(treeOf(root, 0)) };
    } finally {
      document.dispose();
    }
  }

  /** An element of a longer document. @throws XmlFault with its place in that document, where it is not well-formed */
  static ofPiece({ text, namespaces, place }: XmlPiece): XmlRoot {
    const around = `<piece${namespaces}>`;
    let document: XmlDocument;
    try {
      document = XmlDocument.fromString(`${around}${text}</piece>`);
    } catch (error) {
      if (!(error instanceof XmlParseError)) throw error;
      const { message = '', line = 1, col = 1 } = error.details[0] ?? {};
      const column = line === 1 ? Math.max(place.column, place.column + col - 1 - around.length) : col;
      const why = message.trim().slice(0, 200);
      throw new XmlFault(SAY.not_well_formed({ why }), { line: place.line + line - 1, column });
    }
    try {
      const root = document.root.firstChild;
      if (!(root instanceof LibraryElement)) throw new XmlFault(SAY.tag_broken, place);
      const element = new XmlElement(treeOf(root, place.line - 1));
      return { name: root.name, namespace: root.namespaceUri, element };
    } finally {
      document.dispose();
    }
  }

  /** The text at a path below, empty when there is none; of several the first. */
  text(path = ''): string {
    return (path === '' ? this : this.child(path)).tree?.text ?? '';
  }

  /** As `text`, null when it is empty. */
  optional(path: string): string | null {
    const text = this.text(path);
    return text === '' ? null : text;
  }

  /** Where it stands; 0 for one that is missing. */
  get line(): number {
    return this.tree?.line ?? 0;
  }

  /** Of this element itself. */
  attribute(name: string): string {
    return this.tree?.attributes[name] ?? '';
  }

  has(path: string): boolean {
    return this.child(path).tree !== null;
  }

  child(path: string): XmlElement {
    return this.all(path)[0] ?? new XmlElement(null);
  }

  /** Every element at a path below, whichever of its parents repeat. */
  all(path: string): XmlElement[] {
    let here: readonly Tree[] = this.tree === null ? [] : [this.tree];
    for (const name of path.split('/')) {
      here = here.flatMap(({ children }) => children.filter((child) => child.name === name));
    }
    return here.map((tree) => new XmlElement(tree));
  }

  /** Names of the elements directly below. */
  names(): string[] {
    return this.tree?.children.map(({ name }) => name) ?? [];
  }
}

/** Taken out of the library's memory at once, which must be given back by hand. */
function treeOf(element: LibraryElement, linesBefore: number): Tree {
  const children: Tree[] = [];
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof LibraryElement) children.push(treeOf(node, linesBefore));
  }
  return {
    name: element.name,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children,
    text: children.length === 0 ? element.content.trim() : '',
    line: element.line + linesBefore,
  };
}
