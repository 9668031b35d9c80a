import { Module } from '@nestjs/common';

import { PartiesModule } from '../parties/index.js';
import { MarginCalculationsController } from './api/calculations.controller.js';
import { PricingCalculationsController } from './api/pricing.controller.js';
import { OrderBook } from './application/order-book.js';

/** Trade orders: placed in one call, then followed through the five services on one timeline, with one margin. */
@Module({
  imports: [PartiesModule],
  controllers: [MarginCalculationsController, PricingCalculationsController],
  providers: [OrderBook],
  exports: [OrderBook],
})
export class OrdersModule {}
