import { Module } from '@nestjs/common';

import { PartiesJobsModule } from '../parties/index.js';
import { OrderBook } from './application/order-book.js';

/** Keeps every order's tracks and overall state from the events of the services. */
@Module({ imports: [PartiesJobsModule], providers: [OrderBook], exports: [OrderBook] })
export class OrdersJobsModule {}
