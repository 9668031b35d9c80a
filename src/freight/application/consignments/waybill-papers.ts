import { fieldRow, type Sheet } from '../../../kernel/sheet.js';
import { collected } from '../../../platform/paper/collected.js';
import { drawSheet } from '../../../platform/paper/sheet-pdf.js';
import { Typesetter } from '../../../platform/paper/typesetter.js';
import { formattedAirWaybill } from '../../../kernel/identifiers/index.js';
import { code128, QUIET_MODULES } from '../../domain/consignments/code128.js';
import { isPieceNumbered } from '../../domain/consignments/consignment-way.js';
import { airWaybillLines, customsFormLines, type Line } from '../../domain/consignments/paper-lines.js';
import { type PlaceName } from '../../domain/papers/dcsa-paper.js';
import { railNote } from '../../domain/papers/rail-note.js';
import { type Consignment } from '../../entities/consignment.entity.js';

/** A6, upright, in points. */
const A6: [number, number] = [297.64, 419.53];
const MARGIN = 18;
const WIDTH = A6[0] - 2 * MARGIN;
const GAP = 5;
const LEADING = 1.35;
const INK = '#000';
const BAR_HEIGHT = 70;
/** An address that is longer is cut: a label is one page. */
const FROM_HEIGHT = 58;
const TO_HEIGHT = 130;

/**
 * What goes onto the goods and with them: a label (A6) for each package with its number as Code 128; for post the contents of a
 * CN 23 customs declaration, by air those of an air waybill, by rail those of a consignment note. Of the same facts it is the
 * same to the byte.
 * @param consignment one that has its number
 */
export async function waybillPapers(consignment: Consignment, nameOf: PlaceName): Promise<Buffer> {
  // Large, and needed now and then only.
  const { default: PDFDocument } = await import('pdfkit');
  const { waybillNumber, createdAt: CreationDate } = consignment;
  const info = { Title: waybillNumber ?? '', Producer: 'Entrepot', Creator: 'Entrepot', CreationDate };
  const format = { size: A6, margin: MARGIN, lang: 'en', pdfVersion: '1.7', autoFirstPage: false } as const;
  const page = new PDFDocument({ ...format, bufferPages: true, info });
  const written = collected(page);
  const setter = new Typesetter(page);
  const packages = packagesOf(consignment);
  packages.forEach((each, index) => {
    page.addPage({ size: A6, margin: MARGIN });
    label(page, setter, consignment, each, `${index + 1} / ${packages.length}`);
  });
  const form = formOf(consignment, nameOf);
  if (form !== null) await drawSheet(page, setter, form);
  page.end();
  return written;
}

/** What goes with the goods beside their labels. */
function formOf(consignment: Consignment, nameOf: PlaceName): Sheet | null {
  const form = (title: string, titleZh: string, lines: readonly Line[]): Sheet => ({
    ...{ title, titleZh, number: consignment.waybillNumber ?? '', mark: null },
    blocks: lines.map((line) => fieldRow(line)),
  });
  if (consignment.way === 'rail') return railNote(consignment, nameOf);
  if (consignment.way === 'air') return form('AIR WAYBILL', '航空运单', airWaybillLines(consignment));
  return consignment.way === 'postal'
    ? form('CUSTOMS DECLARATION CN 23', '报关单', customsFormLines(consignment))
    : null;
}

interface Package {
  readonly number: string;
  readonly weightKg: string;
  readonly sides: string;
}

/** Each by itself, in the order in which the courier numbered them. */
function packagesOf({ cargo, trackingNumbers, waybillNumber, way }: Consignment): Package[] {
  const whole = waybillNumber ?? '';
  return cargo.pieces
    .flatMap((piece) => Array.from({ length: piece.count }, () => piece))
    .map(({ weightKg, lengthCm, widthCm, heightCm }, index) => ({
      number: isPieceNumbered(way) ? (trackingNumbers[index] ?? whole) : whole,
      weightKg,
      sides: `${lengthCm} × ${widthCm} × ${heightCm} cm`,
    }));
}

function label(
  page: PDFKit.PDFDocument,
  setter: Typesetter,
  consignment: Consignment,
  each: Package,
  count: string,
): void {
  const { way, sender, recipient, offer, reference } = consignment;
  let y = MARGIN;
  const write = (text: string, size: number, { most = A6[1], isCentred = false } = {}): void => {
    const lines = setter.lines(text, WIDTH, { size, tint: INK });
    for (const line of lines.slice(0, Math.floor(most / (size * LEADING)))) {
      setter.draw(line, MARGIN + (isCentred ? (WIDTH - line.width) / 2 : 0), y + size);
      y += size * LEADING;
    }
  };
  write(`${way.replace('_', ' ').toUpperCase()}  ${offer.from} – ${offer.to}`, 12, { isCentred: true });
  y = barcode(page, each.number, y + GAP);
  write(way === 'air' ? formattedAirWaybill(each.number) : each.number, 14, { isCentred: true });
  y += GAP;
  const writeParty = (title: string, party: Consignment['sender'], size: number, most: number): void => {
    const where = whereOf(party);
    write(title, 8);
    // Of what is too long the end is cut, never the place or the telephone.
    write(`${party.name}\n${party.address}`, size, { most: most - where.length * size * LEADING });
    write(where.join('\n'), size);
    y += GAP;
  };
  writeParty('From', sender, 9, FROM_HEIGHT);
  writeParty('To', recipient, 13, TO_HEIGHT);
  write(`${count}   ${each.weightKg} kg   ${each.sides}`, 10);
  if (reference !== null) write(reference, 8);
}

function whereOf({ postalCode, country, phone }: Consignment['sender']): string[] {
  const place = [postalCode, country].filter((part) => part !== null).join(' ');
  return [place, ...(phone === null ? [] : [phone])];
}

/** Bars as wide as the page allows, with the blank on either side that a scanner needs. @returns where it ends */
function barcode(page: PDFKit.PDFDocument, number: string, top: number): number {
  const widths = code128(number);
  const modules = widths.reduce((sum, each) => sum + each, 2 * QUIET_MODULES);
  const unit = WIDTH / modules;
  let x = MARGIN + QUIET_MODULES * unit;
  widths.forEach((each, index) => {
    if (index % 2 === 0) page.rect(x, top, each * unit, BAR_HEIGHT);
    x += each * unit;
  });
  page.fill(INK);
  return top + BAR_HEIGHT + GAP;
}
