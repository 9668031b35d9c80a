import { Module } from '@nestjs/common';

import { InboundNoticesController } from './api/warehouses/inbound-notices.controller.js';
import { OutboundOrdersController } from './api/warehouses/outbound-orders.controller.js';
import { StockCountsController } from './api/warehouses/stock-counts.controller.js';
import { WarehouseFeesController } from './api/warehouses/warehouse-fees.controller.js';
import { WarehouseStockController } from './api/warehouses/warehouse-stock.controller.js';
import { WarehousesController } from './api/warehouses/warehouses.controller.js';
import { InboundNotices } from './application/warehouses/inbound.service.js';
import { OutboundOrders } from './application/warehouses/outbound.service.js';
import { WarehouseFeeBook } from './application/warehouses/warehouse-fees.service.js';
import { WarehouseStock } from './application/warehouses/warehouse-stock.service.js';
import { Warehouses } from './application/warehouses/warehouses.service.js';

/** Warehouses abroad: what comes in, what lies there, what goes out, and what it costs. */
@Module({
  controllers: [
    WarehousesController,
    InboundNoticesController,
    WarehouseStockController,
    OutboundOrdersController,
    StockCountsController,
    WarehouseFeesController,
  ],
  providers: [Warehouses, InboundNotices, WarehouseStock, OutboundOrders, WarehouseFeeBook],
})
export class WarehousesModule {}
