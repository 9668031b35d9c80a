import { Module } from '@nestjs/common';

import { OrdersModule } from '../orders/index.js';
import { BookingInstructionsController } from './api/lading/booking-instructions.controller.js';
import { FreightPapersController } from './api/lading/freight-papers.controller.js';
import { ShippingInstructionsController } from './api/lading/shipping-instructions.controller.js';
import { TransportDocumentsController } from './api/lading/transport-documents.controller.js';
import { BookingVgmController } from './api/vgm/booking-vgm.controller.js';
import { VgmDeclarationsController } from './api/vgm/vgm-declarations.controller.js';
import { Bookings } from './application/bookings.service.js';
import { CutOffs } from './application/cut-offs.service.js';
import { FreightPapers } from './application/lading/freight-papers.service.js';
import { InstructionsDesk } from './application/lading/shipping-instructions.service.js';
import { TransportDocuments } from './application/lading/transport-documents.service.js';
import { PlaceBook } from './application/place-book.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { VgmDeclarations } from './application/vgm/vgm-declarations.service.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';
import { HttpCarrierPapers } from './partners/lading/carrier-papers.http.js';
import { CarrierPapers } from './partners/lading/carrier-papers.port.js';
import { HttpCarrierVgm } from './partners/vgm/carrier-vgm.http.js';
import { CarrierVgm } from './partners/vgm/carrier-vgm.port.js';

/** The papers of a shipment: shipping instructions, transport documents, verified weights. */
@Module({
  imports: [OrdersModule],
  controllers: [
    BookingInstructionsController,
    ShippingInstructionsController,
    TransportDocumentsController,
    FreightPapersController,
    BookingVgmController,
    VgmDeclarationsController,
  ],
  providers: [
    Rates,
    Quotes,
    Bookings,
    CutOffs,
    InstructionsDesk,
    TransportDocuments,
    PlaceBook,
    FreightPapers,
    VgmDeclarations,
    { provide: Carrier, useClass: HttpCarrier },
    { provide: CarrierPapers, useClass: HttpCarrierPapers },
    { provide: CarrierVgm, useClass: HttpCarrierVgm },
  ],
})
export class LadingModule {}
