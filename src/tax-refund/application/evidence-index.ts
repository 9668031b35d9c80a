import { collected } from '../../platform/paper/collected.js';
import { paperFont } from '../../platform/paper/paper-font.js';

/** One file of the archive, as the index names it. */
export interface IndexedFile {
  readonly path: string;
  readonly title: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface EvidenceIndex {
  /** The facts at the head: what it is called, and what it is. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly files: readonly IndexedFile[];
  /** What the law asks for, and is not there. */
  readonly missing: readonly string[];
  /** Of the facts: the page itself must not differ from one time to the next. */
  readonly date: Date;
}

const TITLE = '出口退（免）税备案单证目录 Index of the evidence of an export refund';
const MARGIN = 48;
const NAME_WIDTH = 190;

/** The page that a person reads first; of the same facts it is the same to the byte. The used characters are embedded. */
export async function evidenceIndexPdf({ facts, files, missing, date }: EvidenceIndex): Promise<Buffer> {
  // Large, and needed by the worker now and then only.
  const { default: PDFDocument } = await import('pdfkit');
  const page = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    info: { Title: TITLE, Producer: 'Entrepot', Creator: 'Entrepot', CreationDate: date },
  });
  const written = collected(page);
  page.registerFont('text', paperFont()).font('text');
  page.fontSize(14).text(TITLE).moveDown(0.6);
  page.fontSize(9);
  for (const [name, value] of facts) {
    const { y } = page;
    page.text(name, MARGIN, y, { width: NAME_WIDTH });
    const below = page.y;
    page.text(value, MARGIN + NAME_WIDTH, y, { width: page.page.width - 2 * MARGIN - NAME_WIDTH });
    page.y = Math.max(below, page.y);
  }
  page.x = MARGIN;
  page.moveDown();
  if (missing.length > 0) {
    page.fontSize(10).text('缺少的备案单证 Missing documents').fontSize(9);
    for (const one of missing) page.text(`– ${one}`);
    page.moveDown();
  }
  page.fontSize(10).text(`文件 Files (${files.length})`).fontSize(8);
  for (const { path, title, sizeBytes, sha256 } of files) {
    page.moveDown(0.4).text(`${title} — ${path} (${sizeBytes} bytes)`).text(`SHA-256 ${sha256}`);
  }
  page.end();
  return written;
}
