import { Module } from '@nestjs/common';

import { TaxRefundCalculationsController } from './api/calculations.controller.js';

@Module({ controllers: [TaxRefundCalculationsController] })
export class TaxRefundModule {}
