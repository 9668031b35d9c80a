import { Module } from '@nestjs/common';

import { CatalogueModule } from '../catalogue/index.js';
import { PartiesModule } from '../parties/index.js';
import { MarginCalculationsController } from './api/calculations.controller.js';
import { OrdersController } from './api/orders.controller.js';
import { PricingCalculationsController } from './api/pricing.controller.js';
import { RepresentedTenantsController } from './api/represented-tenants.controller.js';
import { OrderBook } from './application/order-book.js';
import { OrderQueries } from './application/order-queries.service.js';
import { Orders } from './application/orders.service.js';
import { RepresentedOrders } from './application/represented-orders.js';
import { RefundRates } from './application/refund-rates.js';

/** Trade orders: placed in one call, then followed through the five services on one timeline, with one margin. */
@Module({
  imports: [PartiesModule, CatalogueModule],
  controllers: [
    OrdersController,
    MarginCalculationsController,
    PricingCalculationsController,
    RepresentedTenantsController,
  ],
  providers: [OrderBook, Orders, OrderQueries, RefundRates, RepresentedOrders],
  exports: [OrderBook],
})
export class OrdersModule {}
