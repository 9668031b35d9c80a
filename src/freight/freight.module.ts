import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { BookingsController } from './api/bookings.controller.js';
import { FreightCalculationsController } from './api/calculations.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { RatesController } from './api/rates.controller.js';
import { Bookings } from './application/bookings.service.js';
import { Milestones } from './application/milestones.service.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { InboundNotices } from './application/warehouses/inbound.service.js';
import { OutboundOrders } from './application/warehouses/outbound.service.js';
import { WarehouseFeeBook } from './application/warehouses/warehouse-fees.service.js';
import { WarehouseStock } from './application/warehouses/warehouse-stock.service.js';
import { Warehouses } from './application/warehouses/warehouses.service.js';
import { InboundNoticesController } from './api/warehouses/inbound-notices.controller.js';
import { OutboundOrdersController } from './api/warehouses/outbound-orders.controller.js';
import { WarehouseFeesController } from './api/warehouses/warehouse-fees.controller.js';
import { WarehouseStockController } from './api/warehouses/warehouse-stock.controller.js';
import { StockCountsController } from './api/warehouses/stock-counts.controller.js';
import { WarehousesController } from './api/warehouses/warehouses.controller.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';

/** Freight: rates, quotes, bookings and milestones of sea shipments; warehouses abroad. */
@Module({
  imports: [OrdersModule, LedgerModule],
  controllers: [
    RatesController,
    QuotesController,
    BookingsController,
    FreightCalculationsController,
    WarehousesController,
    InboundNoticesController,
    WarehouseStockController,
    OutboundOrdersController,
    StockCountsController,
    WarehouseFeesController,
  ],
  providers: [
    Rates,
    Quotes,
    Bookings,
    Milestones,
    { provide: Carrier, useClass: HttpCarrier },
    Warehouses,
    InboundNotices,
    WarehouseStock,
    OutboundOrders,
    WarehouseFeeBook,
  ],
})
export class FreightModule {}
