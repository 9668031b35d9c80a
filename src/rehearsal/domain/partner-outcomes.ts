import { type Bilingual } from '../../kernel/sentence.js';
import { type Given } from './parameters.js';
import { type Lever, type SimulationKind } from './simulation-kind.js';

/** What the sandbox calls it. */
type Word = string;
type Outcomes = readonly (readonly [name: string, word: Word, words: Bilingual])[];

const NEXT_STEP = (what: Bilingual): Outcomes[number] => [
  'next_step',
  'GO-ON',
  {
    en: `The partner does now what it would do later: the next step of the ${what.en}`,
    zh: `合作方立即执行该${what.zh}的下一步`,
  },
];

const OF_DECLARATIONS: Outcomes = [
  NEXT_STEP({ en: 'declaration', zh: '报关单' }),
  ['refused', 'REFUSE', { en: 'Customs send the declaration back, until the release', zh: '放行前海关退单' }],
  ['inspected', 'INSPECT', { en: 'Customs want to see the goods before they release them', zh: '放行前海关布控查验' }],
  ['reviewed', 'REVIEW', { en: 'An officer looks at the declaration before the release', zh: '放行前转人工审核' }],
  ['deleted', 'DELETE', { en: 'Customs delete the declaration, until the release', zh: '放行前海关删单' }],
];

const OF_BOOKINGS: Outcomes = [
  NEXT_STEP({ en: 'booking', zh: '订舱' }),
  ['rejected', 'REJECT', { en: 'The carrier rejects the booking, before it confirms', zh: '承运人在确认前拒绝订舱' }],
  [
    'declined',
    'DECLINE',
    { en: 'The carrier cancels after it confirmed, until it loads', zh: '承运人确认后、装船前取消' },
  ],
  ['rolled', 'ROLLED', { en: 'The goods are rolled to a sailing a week later', zh: '货物甩至一周后的航次' }],
];

const OF_CONSIGNMENTS: Outcomes = [
  NEXT_STEP({ en: 'consignment', zh: '运单' }),
  ['rejected', 'REJECT', { en: 'The courier rejects it, before it has collected', zh: '承运人在揽收前拒绝承运' }],
  ['returned', 'SEND-BACK', { en: 'Nobody takes it: it is sent back', zh: '无人签收，退回寄件人' }],
  ['lost', 'LOSE', { en: 'It is lost on the way', zh: '运输途中丢失' }],
];

const OF_PAYOUTS: Outcomes = [
  NEXT_STEP({ en: 'payout', zh: '付款' }),
  ['refused', 'REJECT', { en: 'The bank refuses it at once: the account is closed', zh: '银行立即拒绝：账户已销户' }],
  ['no_funds', 'NOFUNDS', { en: 'The bank refuses it at once: no funds', zh: '银行立即拒绝：余额不足' }],
  [
    'returned',
    'ACCEPT-REJECT',
    { en: 'The bank accepts it, and the other bank returns it', zh: '银行受理后被收款行退回' },
  ],
  [
    'sent_back',
    'RETURN',
    { en: 'It is settled, and the other bank sends the money back', zh: '付款成功后被收款行退汇' },
  ],
];

const OF_CLAIMS: Outcomes = [
  NEXT_STEP({ en: 'claim', zh: '退税申报' }),
  ['rejected', 'REJECT', { en: 'The tax bureau rejects the claim', zh: '税务机关不予退税' }],
  ['queried', 'QUERY', { en: 'The tax bureau asks, and approves some steps later', zh: '税务机关发函调查，之后核准' }],
  ['disallowed', 'PARTIAL', { en: 'The first item is not refunded', zh: '第一项商品不予退税' }],
  ['withheld', 'WITHHOLD', { en: 'The claim is withheld, and resumed some steps later', zh: '暂不办理，之后恢复' }],
  ['clawed_back', 'CLAWBACK', { en: 'Half of what is paid is wanted back', zh: '追回已退税款的一半' }],
  [
    'set_off',
    'CLAWBACK-SETOFF',
    { en: 'The same, kept from the next refund of the taxpayer', zh: '同上，并从下一笔退税中抵减' },
  ],
  ['reduced', 'LESS', { en: 'The tax bureau approves half of the claim', zh: '税务机关仅核准一半' }],
];

const OF_ADVANCES: Outcomes = [
  NEXT_STEP({ en: 'loan', zh: '贷款' }),
  ['declined', 'REJECT', { en: 'The lender declines', zh: '贷款方拒绝放款' }],
];

interface Told {
  readonly kind: SimulationKind;
  readonly word: Word;
}

function about(resource: SimulationKind['resource'], partner: SimulationKind['partner'], outcomes: Outcomes): Told[] {
  return outcomes.map(([name, word, words]) => ({
    kind: { kind: `${resource}.${name}`, partner, resource, words, parameters: {}, example: {} },
    word,
  }));
}

const TOLD: readonly Told[] = [
  ...about('declaration', 'customs', OF_DECLARATIONS),
  ...about('booking', 'carrier', OF_BOOKINGS),
  ...about('consignment', 'courier', OF_CONSIGNMENTS),
  ...about('payout', 'bank', OF_PAYOUTS),
  ...about('claim', 'tax-bureau', OF_CLAIMS),
  ...about('advance', 'lender', OF_ADVANCES),
];

/** What a partner does with something that it has in hand. */
export const PARTNER_OUTCOMES: readonly SimulationKind[] = TOLD.map(({ kind }) => kind);

/** @param reference by which the partner knows the resource */
export function outcomeLever(name: string, reference: string): Lever {
  const told = TOLD.find(({ kind }) => kind.kind === name);
  if (told === undefined) throw new Error(`No partner can do ${name}`);
  return { method: 'POST', path: '/outcomes', body: { partner: told.kind.partner, reference, outcome: told.word } };
}

const PARTNERS = ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax-bureau'] as const;

/** How fast the partners go for a tenant: slowly enough to step in, or as for everybody. */
export const PACES: readonly SimulationKind[] = PARTNERS.map((partner) => ({
  kind: `${partner.replace('-', '_')}.paced`,
  partner,
  resource: 'tenant',
  words: {
    en: 'From now on this partner waits `delayMs` between two steps, for your tenant alone; without it, as for everybody',
    zh: '此后该合作方仅对您的租户按 delayMs 间隔推进；不填则恢复默认',
  },
  parameters: {
    delayMs: {
      type: 'integer',
      minimum: 0,
      maximum: 86_400_000,
      words: {
        en: 'Milliseconds between two steps; an hour leaves time to look',
        zh: '两步之间的毫秒数，一小时便于逐步观察',
      },
      example: 3_600_000,
    },
  },
  example: { delayMs: 3_600_000 },
}));

export function paceLever(name: string, tenantId: string, given: Given): Lever {
  const pace = PACES.find(({ kind }) => kind === name);
  if (pace === undefined) throw new Error(`No partner can do ${name}`);
  const body = { partner: pace.partner, tenantId, delayMs: given['delayMs'] ?? null };
  return { method: 'PUT', path: '/paces', body };
}
