import { Module } from '@nestjs/common';

import { PartiesModule } from '../parties/index.js';
import { OrderBook } from './application/order-book.js';

/** Trade orders: placed in one call, then followed through the five services on one timeline, with one margin. */
@Module({ imports: [PartiesModule], providers: [OrderBook], exports: [OrderBook] })
export class OrdersModule {}
