export { Catalogue } from './application/catalogue.js';
export { CatalogueModule } from './catalogue.module.js';
export { type RefundRate, type RefundRateQuery } from './domain/refund-rate.js';
