import { publicId } from '../../../kernel/ids.js';
import { sheetsPdf } from '../../../platform/paper/sheet-pdf.js';
import { vgmSheet } from '../../domain/vgm/vgm-sheet.js';
import { type VgmDeclaration } from '../../entities/vgm-declaration.entity.js';

/** The declaration on paper (A4), for a terminal that wants it in hand. Of the same facts it is the same to the byte. */
export function vgmPaper(declaration: VgmDeclaration): Promise<Buffer> {
  const {
    id,
    createdAt: declaredAt,
    shipperName: shipper,
    state,
    carrierBookingReference,
    content,
    figures,
  } = declaration;
  const reference = publicId('vgmDeclaration', id);
  const sheet = vgmSheet({ reference, state, carrierBookingReference, shipper, content, figures, declaredAt });
  return sheetsPdf([sheet], `Verified gross mass ${reference}`, declaredAt);
}
