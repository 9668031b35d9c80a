/** A file that breaks one rule, as somebody in a hurry would write it. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly imports: readonly string[];
}

/** One for each rule, and more where a rule has several sides. Imports are relative to the file, or packages. */
export const PLANTED_VIOLATIONS: readonly PlantedViolation[] = [
  { rule: 'no-cycles', file: 'src/fx/domain/egg.ts', imports: ['./hen.js'] },
  { rule: 'no-unresolvable', file: 'src/fx/domain/lost.ts', imports: ['./nowhere.js'] },
  { rule: 'no-orphans', file: 'src/fx/domain/alone.ts', imports: [] },
  { rule: 'production-needs-no-dev-dependency', file: 'src/platform/http/mocked.ts', imports: ['fast-check'] },
  { rule: 'production-needs-no-dev-dependency', file: 'src/platform/http/unlisted.ts', imports: ['tslib'] },
  { rule: 'platform-knows-no-tool', file: 'src/platform/queues/tool.ts', imports: ['../../../scripts/tool.js'] },
  { rule: 'migrations-stand-alone', file: 'migrations/1-orders-create.ts', imports: ['../src/orders/domain/state.js'] },
  { rule: 'sdk-has-no-dependency', file: 'sdk/src/cli/helped.ts', imports: ['undici'] },
  { rule: 'sdk-has-no-dependency', file: 'sdk/src/insider.ts', imports: ['../../src/kernel/value.js'] },
  { rule: 'sdk-client-runs-anywhere', file: 'sdk/src/file.ts', imports: ['node:fs'] },
  { rule: 'sdk-client-knows-no-command-line', file: 'sdk/src/printed.ts', imports: ['./cli/terminal.js'] },
  { rule: 'kernel-is-pure', file: 'src/kernel/file.ts', imports: ['node:fs'] },
  { rule: 'kernel-is-pure', file: 'src/kernel/service.ts', imports: ['@nestjs/common'] },
  { rule: 'kernel-is-pure', file: 'src/kernel/upward.ts', imports: ['../platform/queues/queue.js'] },
  { rule: 'one-door-to-decimal', file: 'src/kernel/money.ts', imports: ['decimal.js'] },
  { rule: 'one-door-to-ids', file: 'src/orders/domain/id.ts', imports: ['typeid-js'] },
  { rule: 'one-door-to-ibans', file: 'src/fx/domain/iban.ts', imports: ['ibantools'] },
  { rule: 'contracts-are-types', file: 'src/contracts/money.ts', imports: ['../kernel/value.js'] },
  { rule: 'platform-knows-no-module', file: 'src/platform/outbox/order.ts', imports: ['../../orders/index.js'] },
  { rule: 'platform-knows-no-module', file: 'src/platform/outbox/goods.ts', imports: ['../../catalogue/index.js'] },
  { rule: 'modules-meet-at-the-door', file: 'src/customs/application/a.ts', imports: ['../../orders/domain/state.js'] },
  { rule: 'services-never-import-one-another', file: 'src/fx/application/b.ts', imports: ['../../customs/index.js'] },
  { rule: 'services-never-import-one-another', file: 'src/tax-refund/jobs/b.ts', imports: ['../../fx/index.js'] },
  { rule: 'shared-modules-know-no-service', file: 'src/orders/application/c.ts', imports: ['../../fx/index.js'] },
  { rule: 'ledger-knows-no-trade', file: 'src/ledger/application/d.ts', imports: ['../../orders/index.js'] },
  { rule: 'calculators-are-on-top', file: 'src/fx/application/calc.ts', imports: ['../../calculations/index.js'] },
  { rule: 'domain-is-pure', file: 'src/fx/domain/e.ts', imports: ['typeorm'] },
  { rule: 'domain-is-pure', file: 'src/fx/domain/f.ts', imports: ['../entities/row.entity.js'] },
  { rule: 'domain-is-pure', file: 'src/fx/domain/g.ts', imports: ['node:crypto'] },
  { rule: 'entities-know-storage-only', file: 'src/fx/entities/h.entity.ts', imports: ['../application/use-case.js'] },
  { rule: 'partners-know-only-the-domain', file: 'src/fx/partners/i.http.ts', imports: ['../application/use-case.js'] },
  { rule: 'use-cases-see-ports-not-adapters', file: 'src/fx/jobs/k.ts', imports: ['../partners/bank.http.js'] },
  { rule: 'api-calls-no-partner', file: 'src/fx/api/l.controller.ts', imports: ['../partners/bank.port.js'] },
  { rule: 'api-and-jobs-are-strangers', file: 'src/fx/api/m.controller.ts', imports: ['../jobs/pay.processor.js'] },
  { rule: 'nothing-imports-inward', file: 'src/fx/application/n.ts', imports: ['../jobs/pay.processor.js'] },
  { rule: 'only-api-knows-http', file: 'src/fx/application/o.ts', imports: ['@nestjs/swagger'] },
  { rule: 'queues-belong-to-jobs', file: 'src/fx/application/p.ts', imports: ['bullmq'] },
  { rule: 'sandbox-imports-the-kernel-only', file: 'src/sandbox/bank/q.ts', imports: ['../../fx/index.js'] },
  {
    rule: 'sandbox-imports-the-kernel-only',
    file: 'src/sandbox/bank/r.ts',
    imports: ['../../platform/queues/queue.js'],
  },
  { rule: 'nobody-imports-the-sandbox', file: 'src/fx/partners/s.http.ts', imports: ['../../sandbox/bank/desk.js'] },
];

/** What the planted files lean on, itself without fault. */
export const GOOD_FILES: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['./fx/index.js', './orders/index.js', './catalogue/index.js', './calculations/index.js'],
  'src/kernel/value.ts': ['./decimal.js'],
  'src/kernel/decimal.ts': ['decimal.js'],
  'src/platform/queues/queue.ts': ['bullmq', '../../kernel/value.js'],
  'src/fx/index.ts': ['./application/use-case.js'],
  'src/fx/application/use-case.ts': ['../domain/egg.js', '../partners/bank.port.js', '../../orders/index.js'],
  'src/fx/domain/hen.ts': ['./egg.js'],
  'src/fx/entities/row.entity.ts': ['typeorm'],
  'src/fx/partners/bank.port.ts': ['../../kernel/value.js'],
  'src/fx/partners/bank.http.ts': ['./bank.port.js'],
  'src/fx/jobs/pay.processor.ts': ['../application/use-case.js', '../partners/bank.port.js', 'bullmq'],
  'src/customs/index.ts': ['../orders/index.js'],
  'src/orders/index.ts': ['./domain/state.js'],
  'src/orders/domain/state.ts': ['../../kernel/value.js'],
  'src/catalogue/index.ts': ['../kernel/value.js'],
  'src/calculations/index.ts': ['../fx/index.js'],
  'src/sandbox/bank/desk.ts': ['../../kernel/value.js'],
  'scripts/tool.ts': ['../src/kernel/value.js'],
  'sdk/src/client.ts': ['./pages.js'],
  'sdk/src/pages.ts': [],
  'sdk/src/cli/terminal.ts': ['node:fs', '../client.js'],
};
