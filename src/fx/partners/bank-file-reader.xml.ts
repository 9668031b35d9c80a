import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type Fault } from '../../kernel/domain-error.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import {
  type AccountReport,
  type BankFile,
  type BankFileType,
  bookedBalances,
  type Quirk,
  type QuirkCode,
} from '../domain/bank-files/bank-file.js';
import { faultsOfReport } from '../domain/bank-files/bank-file-checks.js';
import { BankFileError } from '../domain/bank-files/bank-file.errors.js';
import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { BankFileReader, type ReadBankFile } from './bank-file-reader.port.js';
import { CamtReport } from './camt-report.xml.js';
import { XmlCutter, type XmlPart, type XmlPiece } from './xml-cutter.js';
import { XmlElement } from './xml-element.js';
import { XmlFault } from './xml-fault.js';
import { XmlText } from './xml-text.js';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.(\d\d)$/;
/** As banks and their associations have written it: `…:xsd:$camt.053.001.02`, `http://…/camt.054.001.04.xsd`. */
const NAMED = /(camt\.05[34])\.001\.(\d\d)(?!\d)/;
const CONTENT: Readonly<Record<string, BankFileType>> = {
  BkToCstmrStmt: 'camt.053',
  BkToCstmrDbtCdtNtfctn: 'camt.054',
};
const REPORTS = ['Stmt', 'Ntfctn'];
const ENVELOPE_DEPTH = 4;
const FAULTS_MAX = 100;
const ENTRIES_MAX = 10_000;

/** Reads camt.053 and camt.054, versions 02 to 08, with one entry in memory at a time. */
@Injectable()
export class XmlBankFileReader extends BankFileReader {
  override async read(chunks: AsyncIterable<Buffer>): Promise<ReadBankFile> {
    const [hash, parts, text] = [createHash('sha256'), [] as Buffer[], new XmlText()];
    const cutter = new XmlCutter(isContainer);
    const reading = new Reading();
    const take = (some: string): void => {
      for (const part of cutter.take(some)) reading.take(part);
    };
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        parts.push(chunk);
        take(text.take(chunk));
      }
      take(text.rest());
      cutter.end();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      // Bytes that are no text are those that come next.
      const { sentence, place } = error.place.line === 0 ? cutter.fault(0, error.sentence) : error;
      reading.fault({ pointer: '/xml', code: 'unreadable', message: SAY.at({ ...place, what: sentence }) });
    }
    if (text.encoding !== 'utf-8') reading.quirk('other_encoding', 1);
    if (text.startsBlank) reading.quirk('blank_first', 1);
    return { file: reading.end(), sha256: hash.digest('hex'), content: Buffer.concat(parts) };
  }
}

/** The envelope, the message, and what is about one account; all else is read as a whole. */
function isContainer(path: readonly string[]): boolean {
  const at = path.indexOf('Document');
  if (at === -1) return path.length <= ENVELOPE_DEPTH;
  const [, , report] = path.slice(at);
  const depth = path.length - at;
  return depth <= 2 || (depth === 3 && report !== undefined && REPORTS.includes(report));
}

/** What has been read so far. */
class Reading {
  private readonly faults: Fault[] = [];
  private readonly quirks = new Map<QuirkCode, Quirk>();
  private readonly reports: AccountReport[] = [];
  private type: BankFileType | null = null;
  private version: string | null = null;
  private content = '';
  private header = { messageId: '', createdAt: null as string | null };
  private report: CamtReport | null = null;
  private reportsBegun = 0;
  private entries = 0;
  private documents = 0;

  fault(fault: Fault): void {
    if (this.faults.length < FAULTS_MAX) this.faults.push(fault);
  }

  quirk(code: QuirkCode, line: number): void {
    const before = this.quirks.get(code);
    this.quirks.set(code, { code, line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
  }

  /** @throws XmlFault where it makes no sense to read on */
  take(part: XmlPart): void {
    const at = part.path.indexOf('Document');
    if (at === -1) return;
    const path = part.path.slice(at);
    if (part.kind === 'open') this.open(path, part.piece, at > 0);
    else if (part.kind === 'close') this.close(path);
    else this.piece(path, part.piece);
  }

  /** @throws BankFileError */
  end(): BankFile {
    const { type, version, header, reports, faults } = this;
    if (faults.length === 0 && this.documents === 0) this.refuse('/xml', 'document_missing', SAY.no_document);
    const message = `/xml/Document/${this.content}`;
    if (faults.length === 0 && header.messageId === '') {
      this.refuse(`${message}/GrpHdr/MsgId`, 'missing', SAY.no_message_id);
    }
    if (faults.length === 0 && reports.length === 0) this.refuse(message, 'missing', SAY.no_report);
    if (faults.length > 0 || type === null) {
      throw new BankFileError(SAY.unusable({ count: faults.length }), {}, faults);
    }
    return { type, version, ...header, reports, quirks: [...this.quirks.values()] };
  }

  private open(path: readonly string[], piece: XmlPiece, isInEnvelope: boolean): void {
    const { place } = piece;
    const [, content = '', report] = path;
    if (path.length === 1) {
      this.documents += 1;
      if (this.documents > 1) throw new XmlFault(SAY.several_documents, place);
      if (isInEnvelope) this.quirk('envelope', place.line);
      this.readNamespace(XmlElement.ofPiece(piece).namespace, piece);
    } else if (path.length === 2) {
      this.begin(content, piece);
    } else if (report !== undefined) {
      this.reportsBegun += 1;
      const at = `/xml/Document/${content}/${report}[${this.reportsBegun}]`;
      this.report = new CamtReport(at, place.line, this.version, this);
    }
  }

  private readNamespace(namespace: string, { place }: XmlPiece): void {
    const [, type, version] = NAMED.exec(namespace) ?? [];
    if (namespace === '') this.quirk('no_namespace', place.line);
    else if (type === undefined) throw new XmlFault(SAY.other_message({ name: namespace.slice(0, 150) }), place);
    else if (!NAMESPACE.test(namespace)) this.quirk('other_namespace', place.line);
    if (type === undefined || version === undefined) return;
    if (version < '02' || version > '08') throw new XmlFault(SAY.other_version({ type, version }), place);
    this.type = type as BankFileType;
    this.version = version;
  }

  private begin(content: string, { place }: XmlPiece): void {
    const type = CONTENT[content];
    const name = content.slice(0, 100);
    if (type === undefined) throw new XmlFault(SAY.other_message({ name }), place);
    if (this.content !== '') throw new XmlFault(SAY.several_documents, place);
    if (this.type !== null && this.type !== type) {
      throw new XmlFault(SAY.type_contradicts({ type: this.type, name }), place);
    }
    this.type = type;
    this.content = content;
  }

  private piece(path: readonly string[], piece: XmlPiece): void {
    const { element } = XmlElement.ofPiece(piece);
    const [, , name, part] = path;
    if (path.length === 3 && name === 'GrpHdr') {
      const createdAt = beginningOf(element.text('CreDtTm'), 40) || null;
      this.header = { messageId: beginningOf(element.text('MsgId'), 200), createdAt };
    }
    if (part === undefined) return;
    if (part === 'Ntry') this.count(piece);
    this.report?.take(part, element);
  }

  private count({ place }: XmlPiece): void {
    this.entries += 1;
    if (this.entries > ENTRIES_MAX) throw new XmlFault(SAY.too_many_entries({ max: ENTRIES_MAX }), place);
  }

  private close(path: readonly string[]): void {
    if (path.length !== 3 || this.report === null) return;
    const report = this.report.end();
    this.report = null;
    if (report === null || this.type === null) return;
    for (const fault of faultsOfReport(this.type, report)) this.fault(fault);
    const { opening } = bookedBalances(report.balances);
    if (this.type === 'camt.053' && opening === null) this.quirk('no_opening', report.line);
    this.reports.push(report);
  }

  private refuse(pointer: string, code: string, message: Fault['message']): void {
    this.fault({ pointer, code, message });
  }
}
