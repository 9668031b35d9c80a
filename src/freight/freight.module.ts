import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { BookingsController } from './api/bookings.controller.js';
import { FreightCalculationsController } from './api/calculations.controller.js';
import { ComparisonsController } from './api/comparisons.controller.js';
import { PlacesController } from './api/places.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { RatesController } from './api/rates.controller.js';
import { TariffsController } from './api/tariffs.controller.js';
import { Bookings } from './application/bookings.service.js';
import { Comparisons } from './application/comparisons.service.js';
import { LaneFinder } from './application/lane-finder.js';
import { Milestones } from './application/milestones.service.js';
import { PlaceBook } from './application/place-book.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { Tariffs } from './application/tariffs.service.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';

/** Freight: rates and tariffs, comparisons of all ways, quotes, bookings and milestones of sea shipments. */
@Module({
  imports: [OrdersModule, LedgerModule],
  controllers: [
    RatesController,
    TariffsController,
    PlacesController,
    QuotesController,
    ComparisonsController,
    BookingsController,
    FreightCalculationsController,
  ],
  providers: [
    Rates,
    Tariffs,
    PlaceBook,
    LaneFinder,
    Comparisons,
    Quotes,
    Bookings,
    Milestones,
    { provide: Carrier, useClass: HttpCarrier },
  ],
})
export class FreightModule {}
