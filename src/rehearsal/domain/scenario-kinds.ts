import { type Bilingual } from '../../kernel/sentence.js';
import { type Given, type ParameterTable } from './parameters.js';
import { type Step } from './step.js';
import {
  ADVANCED,
  CLOSED,
  DEPARTED,
  entering,
  INSPECTED,
  invoicing,
  MENDING,
  paying,
  REFUNDED,
  RELEASED,
  RELEASED_AT_LAST,
  REPAID,
  REPAYING,
  SETTLED,
  TIME_PASSES,
} from './steps.js';

/** A whole export, in the way in which it goes. */
export interface ScenarioKind {
  readonly kind: string;
  readonly words: Bilingual;
  readonly parameters: ParameterTable;
  readonly example: Given;
  readonly steps: readonly Step[];
}

const REFERENCE: ParameterTable = {
  reference: {
    type: 'string',
    pattern: '^[A-Za-z0-9-]{6,40}$',
    maxLength: 40,
    words: { en: 'Reference of the order; made up unless given', zh: '订单编号，默认自动生成' },
    example: 'SO-2026-0001',
  },
};

export const SCENARIO_KINDS: readonly ScenarioKind[] = [
  {
    kind: 'export',
    words: {
      en: 'All goes well: booked, declared, shipped, paid, advanced on, refunded, repaid, closed',
      zh: '一切顺利：订舱、报关、出运、收汇、垫款、退税、还款、完结',
    },
    parameters: REFERENCE,
    example: {},
    // The bureau takes its time, as bureaus do: so there is something to advance on.
    steps: [
      ...entering({ seller: 'SBX-TAX-LATE' }, true),
      invoicing({ seller: 'SBX-TAX-LATE' }),
      RELEASED,
      DEPARTED,
      ...paying('collection.paid'),
      ADVANCED,
      SETTLED,
      REFUNDED,
      REPAID,
      CLOSED,
    ],
  },
  {
    kind: 'customs_refuses',
    words: {
      en: 'Customs send the declaration back; it is mended, declared again and released',
      zh: '海关退单，更正后重新申报并放行',
    },
    parameters: REFERENCE,
    example: {},
    steps: [
      ...entering({ contract: 'SBX-CUSTOMS-REJECT' }, false),
      invoicing(),
      ...MENDING,
      RELEASED_AT_LAST,
      DEPARTED,
      ...paying('collection.paid'),
      SETTLED,
      REFUNDED,
      CLOSED,
    ],
  },
  {
    kind: 'inspection',
    words: { en: 'Customs inspect the goods, and release them', zh: '海关查验后放行' },
    parameters: REFERENCE,
    example: {},
    steps: [
      ...entering({ contract: 'SBX-CUSTOMS-INSPECT' }, false),
      invoicing(),
      INSPECTED,
      RELEASED,
      DEPARTED,
      ...paying('collection.paid'),
      SETTLED,
      REFUNDED,
      CLOSED,
    ],
  },
  {
    kind: 'buyer_pays_short',
    words: {
      en: 'Banks on the way keep something of what the buyer pays: within the tolerance it counts as collected',
      zh: '中间行扣费导致短收：在容差内视为收齐',
    },
    parameters: {
      ...REFERENCE,
      charges: {
        type: 'string',
        pattern: '^[1-4]?\\d\\.\\d{2}$',
        maxLength: 5,
        words: { en: 'What they keep, in USD; 28.00 unless given', zh: '扣费金额（美元），默认 28.00' },
        example: '28.00',
      },
    },
    example: { charges: '28.00' },
    steps: [
      ...entering({}, false),
      invoicing(),
      RELEASED,
      DEPARTED,
      ...paying('collection.short', ({ given }) => ({ charges: given['charges'] ?? '28.00' })),
      SETTLED,
      REFUNDED,
      CLOSED,
    ],
  },
  {
    kind: 'buyer_pays_late',
    words: {
      en: 'The buyer pays long after the goods have left. Advances the clock of the tenant, which then stands',
      zh: '货物离港很久后买方才付款；会推进并冻结租户时钟',
    },
    parameters: {
      ...REFERENCE,
      days: {
        type: 'integer',
        minimum: 1,
        maximum: 60,
        words: { en: 'How many days it takes; 30 unless given', zh: '天数，默认 30' },
        example: 30,
      },
    },
    example: { days: 30 },
    steps: [
      ...entering({}, false),
      invoicing(),
      RELEASED,
      DEPARTED,
      TIME_PASSES,
      ...paying('collection.paid'),
      SETTLED,
      REFUNDED,
      CLOSED,
    ],
  },
  {
    kind: 'refund_reduced',
    words: { en: 'The tax bureau grants half of the refund', zh: '税务机关仅核准一半退税' },
    parameters: REFERENCE,
    example: {},
    steps: [
      ...entering({ seller: 'SBX-TAX-LESS' }, false),
      invoicing({ seller: 'SBX-TAX-LESS' }),
      RELEASED,
      DEPARTED,
      ...paying('collection.paid'),
      SETTLED,
      REFUNDED,
      CLOSED,
    ],
  },
  {
    kind: 'payout_returned',
    words: {
      en: 'The bank of the seller returns the payout; its account is put right, and it is paid out anew',
      zh: '卖方开户行退回付款，更正账户后重新付款',
    },
    parameters: REFERENCE,
    example: {},
    // The invoice comes late, so that the refund is paid to an account that is right.
    steps: [
      ...entering({ holder: 'SBX-BANK-ACCEPT-REJECT' }, false),
      RELEASED,
      DEPARTED,
      ...paying('collection.paid'),
      ...REPAYING,
      invoicing(),
      REFUNDED,
      CLOSED,
    ],
  },
];

export function scenarioKind(name: string): ScenarioKind | undefined {
  return SCENARIO_KINDS.find(({ kind }) => kind === name);
}
