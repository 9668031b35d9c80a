import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { BookingChangesController } from './api/booking-changes.controller.js';
import { BookingsController } from './api/bookings.controller.js';
import { FreightCalculationsController } from './api/calculations.controller.js';
import { ConsignmentsController } from './api/consignments/consignments.controller.js';
import { ComparisonsController } from './api/comparisons.controller.js';
import { PlacesController } from './api/places.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { RatesController } from './api/rates.controller.js';
import { TariffsController } from './api/tariffs.controller.js';
import { TrackingController } from './api/tracking.controller.js';
import { VerifiedGrossMassController } from './api/verified-gross-mass.controller.js';
import { BookingAmendments } from './application/booking-changes.service.js';
import { Bookings } from './application/bookings.service.js';
import { Consignments } from './application/consignments/consignments.service.js';
import { Comparisons } from './application/comparisons.service.js';
import { CutOffs } from './application/cut-offs.service.js';
import { LaneFinder } from './application/lane-finder.js';
import { Milestones } from './application/milestones.service.js';
import { PlaceBook } from './application/place-book.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { Tariffs } from './application/tariffs.service.js';
import { Tracking } from './application/tracking.service.js';
import { WaitingEvents } from './application/waiting-events.service.js';
import { LadingModule } from './lading.module.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';
import { HttpCourier } from './partners/consignments/courier.http.js';
import { Courier } from './partners/consignments/courier.port.js';
import { WarehousesModule } from './warehouses.module.js';

/** Freight: rates and tariffs, comparisons of all ways, quotes, bookings and milestones of sea shipments; consignments by other ways; warehouses abroad. */
@Module({
  imports: [OrdersModule, LedgerModule, WarehousesModule, LadingModule],
  controllers: [
    RatesController,
    TariffsController,
    PlacesController,
    QuotesController,
    ComparisonsController,
    ConsignmentsController,
    BookingsController,
    BookingChangesController,
    TrackingController,
    FreightCalculationsController,
    VerifiedGrossMassController,
  ],
  providers: [
    Rates,
    Tariffs,
    PlaceBook,
    LaneFinder,
    Comparisons,
    Consignments,
    Quotes,
    Bookings,
    BookingAmendments,
    CutOffs,
    Milestones,
    Tracking,
    WaitingEvents,
    { provide: Carrier, useClass: HttpCarrier },
    { provide: Courier, useClass: HttpCourier },
  ],
})
export class FreightModule {}
