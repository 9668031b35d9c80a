import { type DynamicModule, Module } from '@nestjs/common';

import { APPROVALS_JOBS, ApprovalsJobsModule, ApprovalsModule } from './approvals/index.js';
import { CATALOGUE_JOBS, CatalogueModule, ProductsJobsModule, ProductsModule } from './catalogue/index.js';
import { CUSTOMS_JOBS, CustomsJobsModule, CustomsModule } from './customs/index.js';
import { FINANCING_JOBS, FinancingJobsModule, FinancingModule } from './financing/index.js';
import { FREIGHT_JOBS, FreightJobsModule, FreightModule } from './freight/index.js';
import { ExchangeModule, FX_JOBS, FxJobsModule, FxModule } from './fx/index.js';
import { LedgerApiModule, LedgerJobsModule } from './ledger/index.js';
import { ORDERS_JOBS, OrdersJobsModule, OrdersModule } from './orders/index.js';
import { PartiesModule } from './parties/index.js';
import { BULK_JOBS, BulkJobsModule, BulkModule } from './platform/bulk/bulk.module.js';
import { type AppConfig } from './platform/config/app-config.js';
import { OPERATIONS_JOBS, OperationsJobsModule, OperationsModule } from './platform/operations/operations.module.js';
import { AUTH_JOBS, AuthJobsModule, AuthModule } from './platform/auth/auth.module.js';
import { type HostParts, PlatformModule } from './platform/platform.module.js';
import { TenantsModule } from './platform/tenants/tenants.module.js';
import { type JobDefinition } from './platform/queues/job-definition.js';
import { REHEARSAL_JOBS, RehearsalJobsModule, RehearsalModule } from './rehearsal/index.js';
import { TAX_REFUND_JOBS, TaxRefundJobsModule, TaxRefundModule } from './tax-refund/index.js';
import { WebhooksJobsModule, WebhooksModule } from './webhooks/index.js';

/** Every queue of the platform: each module gives the list of its own. */
const JOBS: readonly JobDefinition<object>[] = [
  ...APPROVALS_JOBS,
  ...AUTH_JOBS,
  ...CATALOGUE_JOBS,
  ...ORDERS_JOBS,
  ...FREIGHT_JOBS,
  ...CUSTOMS_JOBS,
  ...FX_JOBS,
  ...TAX_REFUND_JOBS,
  ...FINANCING_JOBS,
  ...BULK_JOBS,
  ...OPERATIONS_JOBS,
  ...REHEARSAL_JOBS,
];

/** The whole platform: read its imports to know what there is. */
@Module({})
export class AppModule {
  /** The process that answers HTTP; or what answers within the process `host`. */
  static api(config: AppConfig, host?: HostParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forApi(config, host),
        AuthModule,
        WebhooksModule,
        CatalogueModule,
        PartiesModule,
        ApprovalsModule,
        ProductsModule,
        OrdersModule,
        LedgerApiModule,
        OperationsModule,
        BulkModule,
        TenantsModule,
        FreightModule,
        CustomsModule,
        ExchangeModule,
        FxModule,
        TaxRefundModule,
        FinancingModule,
        RehearsalModule,
      ],
    };
  }

  /** The process that works the queues and drains the outbox. */
  static worker(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forWorker(config, JOBS, (host) => AppModule.api(config, host)),
        AuthJobsModule,
        WebhooksJobsModule,
        ApprovalsJobsModule,
        ProductsJobsModule,
        OrdersJobsModule,
        LedgerJobsModule,
        OperationsJobsModule,
        BulkJobsModule,
        FreightJobsModule,
        CustomsJobsModule,
        FxJobsModule,
        TaxRefundJobsModule,
        FinancingJobsModule,
        RehearsalJobsModule,
      ],
    };
  }
}
