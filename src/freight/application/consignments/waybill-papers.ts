import { collected } from '../../../platform/paper/collected.js';
import { paperFont } from '../../../platform/paper/paper-font.js';
import { drawSheet } from '../../../platform/paper/sheet-pdf.js';
import { TEXT_FONT, Typesetter } from '../../../platform/paper/typesetter.js';
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
const BAR_HEIGHT = 70;
const NAME_WIDTH = 150;
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
  const { waybillNumber, createdAt: CreationDate, way } = consignment;
  const info = { Title: waybillNumber ?? '', Producer: 'Entrepot', Creator: 'Entrepot', CreationDate };
  const format = { size: A6, margin: MARGIN, lang: 'en', pdfVersion: '1.7', autoFirstPage: false } as const;
  const page = new PDFDocument({ ...format, bufferPages: true, info });
  const written = collected(page);
  page.registerFont(TEXT_FONT, paperFont()).font(TEXT_FONT);
  const packages = packagesOf(consignment);
  packages.forEach((each, index) => {
    page.addPage({ size: A6, margin: MARGIN });
    label(page, consignment, each, `${index + 1} / ${packages.length}`);
  });
  if (way === 'postal') form(page, 'CUSTOMS DECLARATION CN 23', customsFormLines(consignment));
  if (way === 'air') form(page, 'AIR WAYBILL', airWaybillLines(consignment));
  if (way === 'rail') await drawSheet(page, new Typesetter(page), railNote(consignment, nameOf));
  page.end();
  return written;
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

function label(page: PDFKit.PDFDocument, consignment: Consignment, each: Package, count: string): void {
  const { way, sender, recipient, offer, reference } = consignment;
  const width = A6[0] - 2 * MARGIN;
  const shown = way === 'air' ? formattedAirWaybill(each.number) : each.number;
  page.fontSize(12).text(`${way.replace('_', ' ').toUpperCase()}  ${offer.from} – ${offer.to}`, { align: 'center' });
  barcode(page, each.number, page.y + 6, width);
  page.fontSize(14).text(shown, MARGIN, page.y, { width, align: 'center' }).moveDown(0.5);
  page.fontSize(8).text('From');
  page.fontSize(9).text(addressOf(sender), { width, height: FROM_HEIGHT, ellipsis: true }).moveDown(0.5);
  page.fontSize(8).text('To');
  page.fontSize(13).text(addressOf(recipient), { width, height: TO_HEIGHT, ellipsis: true }).moveDown(0.5);
  page.fontSize(10).text(`${count}   ${each.weightKg} kg   ${each.sides}`);
  if (reference !== null) page.fontSize(8).text(reference);
}

function addressOf({ name, address, postalCode, country, phone }: Consignment['sender']): string {
  const last = [postalCode, country].filter((part) => part !== null).join(' ');
  return [name, address, last, ...(phone === null ? [] : [phone])].join('\n');
}

/** Bars as wide as the page allows, with the blank on either side that a scanner needs. */
function barcode(page: PDFKit.PDFDocument, number: string, top: number, width: number): void {
  const widths = code128(number);
  const modules = widths.reduce((sum, each) => sum + each, 2 * QUIET_MODULES);
  const unit = width / modules;
  let x = MARGIN + QUIET_MODULES * unit;
  widths.forEach((each, index) => {
    if (index % 2 === 0) page.rect(x, top, each * unit, BAR_HEIGHT);
    x += each * unit;
  });
  page.fill('black');
  page.y = top + BAR_HEIGHT + 4;
}

/** A page of names and values. */
function form(page: PDFKit.PDFDocument, title: string, lines: readonly Line[]): void {
  page.addPage({ size: 'A4', margin: 2 * MARGIN });
  page.fontSize(14).text(title).moveDown(0.6).fontSize(9);
  for (const [name, value] of lines) {
    const { y } = page;
    page.text(name, 2 * MARGIN, y, { width: NAME_WIDTH });
    const below = page.y;
    page.text(value, 2 * MARGIN + NAME_WIDTH, y, { width: page.page.width - 4 * MARGIN - NAME_WIDTH });
    page.y = Math.max(below, page.y) + 2;
  }
}
