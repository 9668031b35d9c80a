export { type GoodsOfOrder } from './application/order-goods.js';
export { OrderBook } from './application/order-book.js';
export { ORDERS_JOBS } from './jobs/on-service-event.job.js';
export { OrdersJobsModule } from './orders.jobs.module.js';
export { OrdersModule } from './orders.module.js';
