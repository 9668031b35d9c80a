import { TextDecoder } from 'node:util';

import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { XmlFault } from './xml-fault.js';

/** Those that banks use; XML itself tells none of them but UTF-8 apart without its declaration. */
const ENCODINGS: ReadonlySet<string> = new Set([
  ...['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'gbk', 'gb2312', 'gb18030', 'big5'],
]);
const DECLARED = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
/** The declaration is found within so many bytes, or there is none. */
const HEAD_BYTES = 256;

/** The text of a file as it comes, and what was found of how it is written. */
export class XmlText {
  encoding = 'utf-8';
  startsBlank = false;

  private decoder: TextDecoder | null = null;
  private head: Buffer = Buffer.alloc(0);

  /** @throws XmlFault */
  take(chunk: Buffer): string {
    if (this.decoder !== null) return this.decode(this.decoder, chunk, true);
    this.head = Buffer.concat([this.head, chunk]);
    return this.head.length < HEAD_BYTES ? '' : this.begin(true);
  }

  /** What is left at the end. @throws XmlFault */
  rest(): string {
    return this.decoder === null ? this.begin(false) : this.decode(this.decoder, Buffer.alloc(0), false);
  }

  private begin(goesOn: boolean): string {
    const head = this.head.subarray(0, HEAD_BYTES).toString('latin1');
    this.encoding = (DECLARED.exec(head.replace(/^\u00ef\u00bb\u00bf/, ''))?.[1] ?? 'utf-8').toLowerCase();
    this.startsBlank = /^(\u00ef\u00bb\u00bf)?\s+<\?xml/.test(head);
    const isWide = head.startsWith('\u00fe\u00ff') || head.startsWith('\u00ff\u00fe') || head.includes('\u0000');
    if (isWide || !ENCODINGS.has(this.encoding)) {
      const encoding = isWide ? 'UTF-16' : this.encoding.slice(0, 40);
      throw new XmlFault(SAY.other_encoding({ encoding }), { line: 1, column: 1 });
    }
    this.decoder = new TextDecoder(this.encoding, { fatal: true });
    const all = this.head;
    this.head = Buffer.alloc(0);
    return this.decode(this.decoder, all, goesOn);
  }

  private decode(decoder: TextDecoder, chunk: Buffer, stream: boolean): string {
    try {
      return decoder.decode(chunk, { stream });
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw new XmlFault(SAY.not_in_encoding({ encoding: this.encoding }), { line: 0, column: 0 });
    }
  }
}
