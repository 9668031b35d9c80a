import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { BookingsController } from './api/bookings.controller.js';
import { FreightCalculationsController } from './api/calculations.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { RatesController } from './api/rates.controller.js';
import { BookingChangesController } from './api/booking-changes.controller.js';
import { TrackingController } from './api/tracking.controller.js';
import { VerifiedGrossMassController } from './api/verified-gross-mass.controller.js';
import { BookingAmendments } from './application/booking-changes.service.js';
import { Bookings } from './application/bookings.service.js';
import { CutOffs } from './application/cut-offs.service.js';
import { Milestones } from './application/milestones.service.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { Tracking } from './application/tracking.service.js';
import { WaitingEvents } from './application/waiting-events.service.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';

/** Freight: rates, quotes, bookings and milestones of sea shipments. */
@Module({
  imports: [OrdersModule, LedgerModule],
  controllers: [
    RatesController,
    QuotesController,
    BookingsController,
    BookingChangesController,
    TrackingController,
    FreightCalculationsController,
    VerifiedGrossMassController,
  ],
  providers: [
    Rates,
    Quotes,
    Bookings,
    BookingAmendments,
    CutOffs,
    Milestones,
    Tracking,
    WaitingEvents,
    { provide: Carrier, useClass: HttpCarrier },
  ],
})
export class FreightModule {}
