import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type View } from '../../../platform/database/session.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf } from '../../../platform/http/command.js';
import { pdfFile, PdfOperation } from '../../../platform/http/pdf-operation.js';
import { type Principal } from '../../../platform/http/request.js';
import { sheetsPdf } from '../../../platform/paper/sheet-pdf.js';
import { FreightPapers, type Paper } from '../../application/lading/freight-papers.service.js';
import { BookingNotConfirmedError, DocumentNotReadyError } from '../../domain/lading/lading.errors.js';

const idOf = (description: string, example: string) =>
  ({ name: 'id', schema: { type: 'string', maxLength: 40, example }, description }) as const;

/** The papers of a shipment, printed. */
@ApiTags('Freight')
@Controller('v1/freight')
export class FreightPapersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: FreightPapers,
  ) {}

  @Get('bookings/:id/packing-list')
  @ApiParam(idOf('The booking', 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb'))
  @PdfOperation({
    id: 'downloadPackingList',
    summary: 'The packing list of a booking, as PDF',
    description:
      'Lines of the order as they are booked, with packages, weights and volume; once there are shipping instructions also what is ' +
      'in each container, and the marks.',
    scope: 'freight:read',
    problems: [BookingNotConfirmedError],
  })
  packingList(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(caller, id, (view) => this.papers.packingList(view, parseId('booking', id)));
  }

  @Get('shipping-instructions/:id/document')
  @ApiParam(idOf('The shipping instructions', 'sin_01jdq3x7k2e9ta6v0m8r4c5wzb'))
  @PdfOperation({
    id: 'downloadShippingInstructions',
    summary: 'Shipping instructions, as PDF',
    description: 'As they stand, which is as the carrier has agreed to them.',
    scope: 'freight:read',
  })
  instructions(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(caller, id, (view) =>
      this.papers.shippingInstructions(view, parseId('shippingInstructions', id)),
    );
  }

  @Get('transport-documents/:id/document')
  @ApiParam(idOf('The transport document', 'trd_01jdq3x7k2e9ta6v0m8r4c5wzb'))
  @PdfOperation({
    id: 'downloadTransportDocument',
    summary: 'A bill of lading or a sea waybill, as PDF',
    description:
      'Of the carrier’s documents a draft, then a copy that is not negotiable: the carrier alone issues originals. A house bill is ' +
      'printed as its set of originals once it is issued.',
    scope: 'freight:read',
    problems: [DocumentNotReadyError],
  })
  document(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(caller, id, (view) => this.papers.transportDocument(view, parseId('transportDocument', id)));
  }

  private async printed(caller: Principal, id: string, read: (view: View) => Promise<Paper>): Promise<StreamableFile> {
    const { sheets, title, date } = await this.unitOfWork.read(caller, read);
    return pdfFile(await sheetsPdf(sheets, title, date), id);
  }
}
