export { Catalogue } from './application/catalogue.js';
export { Reference } from './application/reference.js';
export { CatalogueModule } from './catalogue.module.js';
export { type RefundRate, type RefundRateQuery } from './domain/refund-rate.js';
