import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { type Place, XmlFault } from './xml-fault.js';

/** What comes of a document as it is read. */
export type XmlPart =
  | { readonly kind: 'open'; readonly path: readonly string[]; readonly piece: XmlPiece }
  | { readonly kind: 'close'; readonly path: readonly string[] }
  | { readonly kind: 'piece'; readonly path: readonly string[]; readonly piece: XmlPiece };

/** An element that can be parsed by itself. */
export interface XmlPiece {
  readonly text: string;
  /** The namespaces declared around it, as they are written in a tag. */
  readonly namespaces: string;
  readonly place: Place;
}

const DEPTH_MAX = 32;
const TAG_MAX = 4_096;
/** An entry that sums up some two thousand transactions. */
const PIECE_MAX = 2 * 1_048_576;
/** An entry has some fifty, and a file ten thousand entries. */
const ELEMENTS_MAX = 1_000_000;
const ELEMENTS_OF_PIECE_MAX = 100_000;
/** Entries, and what stands beside them. */
const PARTS_MAX = 20_000;
/** Enough to tell one kind of markup from another. */
const LOOK_AHEAD = 9;
const NAME = /^<\/?([^\s/>]+)/;
const NAMESPACE = /\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g;

interface Open {
  readonly name: string;
  readonly namespaces: string;
}

/**
 * Cuts a document, as it comes, into elements that a parser takes one by one, so that however long it is only one of them is
 * in memory. Containers are opened and closed; what stands in one and is no container is a piece. Whether a piece is
 * well-formed is for the parser to say. A document type is refused, and with it every entity of its own.
 */
export class XmlCutter {
  private text = '';
  private at = 0;
  private place: Place = { line: 1, column: 1 };
  private readonly open: Open[] = [];
  private pieceAt: number | null = null;
  private depth = 0;
  private readonly count = { elements: 0, ofPiece: 0, parts: 0 };
  private isOver = false;

  /** @param isContainer by local names from the root on */
  constructor(private readonly isContainer: (path: readonly string[]) => boolean) {}

  /** @throws XmlFault */
  *take(chunk: string): Generator<XmlPart> {
    this.text += chunk;
    for (;;) {
      const start = this.text.indexOf('<', this.at);
      const end = start === -1 ? null : this.endOf(start);
      if (end === null) {
        this.at = start === -1 ? this.text.length : start;
        if (this.pieceAt === null) this.pass(this.at);
        break;
      }
      if (this.pieceAt === null) this.refuseText(start);
      this.at = end;
      yield* this.read(start, end);
      if (this.pieceAt === null) this.pass(end);
    }
    if (this.text.length > PIECE_MAX) throw this.fault(0, SAY.piece_too_long({ max: PIECE_MAX }));
  }

  /** The file is over. @throws XmlFault where the document is not */
  end(): void {
    const { text, open, isOver } = this;
    const name = open.at(-1)?.name;
    if (isOver && text.trim() === '') return;
    const why = name === undefined ? SAY.empty : SAY.ends_early({ name: name.slice(0, 100) });
    throw this.fault(text.length, isOver ? SAY.after_root : why);
  }

  /** Where the reader stands, for faults of the bytes that come next. */
  fault(at: number, what: Sentence): XmlFault {
    return new XmlFault(what, this.placeOf(at));
  }

  private *read(start: number, end: number): Generator<XmlPart> {
    const markup = this.text.slice(start, end);
    if (markup.startsWith('<!--') || markup.startsWith('<?')) return;
    if (markup.startsWith('<![CDATA[')) {
      if (this.pieceAt === null) throw this.fault(start, SAY.text_outside);
      return;
    }
    if (markup.startsWith('<!')) throw this.fault(start, SAY.has_doctype);
    const name = NAME.exec(markup)?.[1];
    if (name === undefined) throw this.fault(start, SAY.tag_broken);
    if (markup.startsWith('</')) yield* this.close(name, start, end);
    else yield* this.begin(name, { markup, start, end });
  }

  private *begin(
    name: string,
    { markup, start, end }: { readonly markup: string; readonly start: number; readonly end: number },
  ): Generator<XmlPart> {
    const isEmpty = markup.endsWith('/>');
    this.countElement(start);
    if (this.open.length + this.depth >= DEPTH_MAX) throw this.fault(start, SAY.too_deep({ max: DEPTH_MAX }));
    if (this.pieceAt !== null) {
      if (!isEmpty) this.depth += 1;
      return;
    }
    if (this.isOver) throw this.fault(start, SAY.after_root);
    const path = [...this.path, localName(name)];
    if (!this.isContainer(path)) {
      this.pieceAt = start;
      this.depth = isEmpty ? 0 : 1;
      if (isEmpty) yield this.cut(path, end);
      return;
    }
    const text = isEmpty ? markup : `${markup.slice(0, -1)}/>`;
    yield { kind: 'open', path, piece: { text, namespaces: this.namespaces, place: this.placeOf(start) } };
    this.open.push({ name, namespaces: (markup.match(NAMESPACE) ?? []).join('') });
    if (isEmpty) yield* this.close(name, start, end);
  }

  /** However short they are, so many cost more than they say. */
  private countElement(start: number): void {
    const { count } = this;
    count.elements += 1;
    count.ofPiece = this.pieceAt === null ? 1 : count.ofPiece + 1;
    if (this.pieceAt === null) count.parts += 1;
    const isTooMany = count.elements > ELEMENTS_MAX || count.ofPiece > ELEMENTS_OF_PIECE_MAX || count.parts > PARTS_MAX;
    if (isTooMany) throw this.fault(start, SAY.too_many_elements);
  }

  private *close(name: string, start: number, end: number): Generator<XmlPart> {
    if (this.pieceAt !== null) {
      this.depth -= 1;
      if (this.depth === 0) yield this.cut([...this.path, localName(name)], end);
      return;
    }
    const { path } = this;
    if (this.open.pop()?.name !== name) throw this.fault(start, SAY.end_misfit({ name: name.slice(0, 100) }));
    this.isOver = this.open.length === 0;
    yield { kind: 'close', path };
  }

  private cut(path: readonly string[], end: number): XmlPart {
    const from = this.pieceAt ?? 0;
    this.pieceAt = null;
    const piece = { text: this.text.slice(from, end), namespaces: this.namespaces, place: this.placeOf(from) };
    return { kind: 'piece', path, piece };
  }

  private get path(): string[] {
    return this.open.map(({ name }) => localName(name));
  }

  /** The nearest declaration of a prefix counts. */
  private get namespaces(): string {
    const byPrefix = new Map<string, string>();
    for (const { namespaces } of this.open) {
      for (const one of namespaces.match(NAMESPACE) ?? []) byPrefix.set(one.slice(0, one.indexOf('=')).trim(), one);
    }
    return [...byPrefix.values()].join('');
  }

  /** Where the markup that begins there ends; null while it has not come. */
  private endOf(start: number): number | null {
    const { text } = this;
    const begins = text.slice(start, start + LOOK_AHEAD);
    if (begins.startsWith('<!--')) return after(text, '-->', start + 4);
    if (begins === '<![CDATA[') return after(text, ']]>', start + LOOK_AHEAD);
    if (begins.startsWith('<?')) return after(text, '?>', start + 2);
    if ('<![CDATA['.startsWith(begins) || '<!--'.startsWith(begins)) return null;
    if (begins.startsWith('<!')) throw this.fault(start, SAY.has_doctype);
    return this.endOfTag(start);
  }

  private endOfTag(start: number): number | null {
    let quote = '';
    const stop = Math.min(this.text.length, start + TAG_MAX);
    for (let at = start + 1; at < stop; at += 1) {
      const sign = this.text.charAt(at);
      if (quote !== '') quote = sign === quote ? '' : quote;
      else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === '>') return at + 1;
      else if (sign === '<') throw this.fault(at, SAY.tag_broken);
    }
    if (stop - start >= TAG_MAX) throw this.fault(start, SAY.tag_too_long({ max: TAG_MAX }));
    return null;
  }

  /** Envelopes around the message may hold text. */
  private refuseText(start: number): void {
    const isOurs = this.open.length === 0 || this.path.includes('Document');
    const at = this.text.slice(0, start).search(/\S/);
    if (isOurs && at !== -1) throw this.fault(at, SAY.text_outside);
  }

  /** What was read is forgotten. */
  private pass(end: number): void {
    const isText = !this.text.includes('<') || this.text.indexOf('<') >= end;
    if (isText) this.refuseText(end);
    this.place = this.placeOf(end);
    this.text = this.text.slice(end);
    this.at = 0;
  }

  private placeOf(at: number): Place {
    const before = this.text.slice(0, at);
    const lastEnd = before.lastIndexOf('\n');
    if (lastEnd === -1) return { line: this.place.line, column: this.place.column + before.length };
    return { line: this.place.line + before.split('\n').length - 1, column: before.length - lastEnd };
  }
}

function after(text: string, end: string, from: number): number | null {
  const at = text.indexOf(end, from);
  return at === -1 ? null : at + end.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
