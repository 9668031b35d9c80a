import { publicId } from '../../../kernel/ids.js';
import { collected } from '../../../platform/paper/collected.js';
import { paperFont } from '../../../platform/paper/paper-font.js';
import { paperForm } from '../../../platform/paper/paper-form.js';
import { vgmLines } from '../../domain/vgm/vgm-lines.js';
import { type VgmDeclaration } from '../../entities/vgm-declaration.entity.js';

const TITLE = 'VERIFIED GROSS MASS 集装箱核实总重声明';

/** The declaration on paper (A4), for a terminal that wants it in hand. Of the same facts it is the same to the byte. */
export async function vgmPaper(declaration: VgmDeclaration): Promise<Buffer> {
  // Large, and needed now and then only.
  const { default: PDFDocument } = await import('pdfkit');
  const { id, createdAt: CreationDate, shipperName: shipper } = declaration;
  const reference = publicId('vgmDeclaration', id);
  const info = { Title: reference, Producer: 'Entrepot', Creator: 'Entrepot', CreationDate };
  const page = new PDFDocument({ size: 'A4', lang: 'en', pdfVersion: '1.7', autoFirstPage: false, info });
  const written = collected(page);
  page.registerFont('text', paperFont()).font('text');
  const { state, carrierBookingReference, content, figures } = declaration;
  const facts = { reference, state, carrierBookingReference, shipper, content, figures, declaredAt: CreationDate };
  paperForm(page, TITLE, vgmLines(facts));
  page.end();
  return written;
}
