import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { ProductsController } from './api/products.controller.js';
import { ProductReader } from './application/product-reader.service.js';
import { Products } from './application/products.service.js';
import { CatalogueModule } from './catalogue.module.js';

/** Products of a tenant, with what customs wants to know of them. */
@Module({
  imports: [ApprovalsModule, CatalogueModule],
  controllers: [ProductsController],
  providers: [Products, ProductReader],
})
export class ProductsModule {}
