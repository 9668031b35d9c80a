import { Money, type MoneyJson } from '../../kernel/money.js';
import { type Given, type ParameterTable } from './parameters.js';
import { type Lever, type SimulationKind } from './simulation-kind.js';

const AMOUNT = { type: 'string', pattern: '^\\d{1,12}\\.\\d{2}$', maxLength: 15 } as const;
const COMMON: ParameterTable = {
  afterMs: {
    type: 'integer',
    minimum: 0,
    maximum: 86_400_000,
    words: { en: 'How long the money is on its way, in milliseconds', zh: '款项在途时间（毫秒）' },
    example: 2_000,
  },
  payerName: {
    type: 'string',
    pattern: '^[ -~]{1,70}$',
    maxLength: 70,
    words: { en: 'Who pays, if not the buyer under its own name', zh: '付款人名称，默认为买方名称' },
    example: 'HAMBURG HAUSHALT GMBH',
  },
};

const common = { partner: 'bank', resource: 'order' } as const;

/** A buyer pays: all of it, too little, too much, for who knows what. */
export const BUYER_PAYMENTS: readonly SimulationKind[] = [
  {
    ...common,
    kind: 'collection.paid',
    words: { en: 'The buyer of the order pays all that is still owed', zh: '买方付清该订单的全部未付款' },
    parameters: COMMON,
    example: {},
  },
  {
    ...common,
    kind: 'collection.short',
    words: {
      en: 'The buyer pays, and banks on the way keep `charges`: within the tolerance the order counts as collected',
      zh: '买方付款，中间行扣除 charges；在容差内视为已收齐',
    },
    parameters: {
      ...COMMON,
      charges: {
        ...AMOUNT,
        words: {
          en: 'What is kept, in the currency of the order; 28.00 unless given',
          zh: '扣费金额（订单币种），默认 28.00',
        },
        example: '28.00',
      },
    },
    example: { charges: '28.00' },
  },
  {
    ...common,
    kind: 'collection.part',
    words: { en: 'The buyer pays `amount` and no more', zh: '买方仅支付 amount' },
    parameters: {
      ...COMMON,
      amount: {
        ...AMOUNT,
        words: { en: 'What is sent; half of what is owed unless given', zh: '付款金额，默认为未付款的一半' },
        example: '5000.00',
      },
    },
    example: { amount: '5000.00' },
  },
  {
    ...common,
    kind: 'collection.over',
    words: {
      en: 'The buyer pays `surplus` more than is owed: it stays on the collection for a person to match',
      zh: '买方多付 surplus：多付部分留待人工匹配',
    },
    parameters: {
      ...COMMON,
      surplus: {
        ...AMOUNT,
        words: { en: 'What is too much; 500.00 unless given', zh: '多付金额，默认 500.00' },
        example: '500.00',
      },
    },
    example: { surplus: '500.00' },
  },
  {
    ...common,
    kind: 'collection.wrong_reference',
    words: {
      en: 'Somebody whom nobody knows pays what is owed, and says not for what: a person has to match it',
      zh: '未知付款人支付了应付金额但附言无法识别：需人工匹配',
    },
    parameters: {
      ...COMMON,
      remittance: {
        type: 'string',
        pattern: '^[ -~]{1,140}$',
        maxLength: 140,
        words: { en: 'What is written instead', zh: '附言内容' },
        example: 'INVOICE 4711',
      },
    },
    example: { remittance: 'INVOICE 4711' },
  },
];

/** What is owed for an order, and by whom to which account. */
export interface Debt {
  readonly orderReference: string;
  readonly outstanding: MoneyJson;
  readonly accountNumber: string;
  readonly payerName: string;
  readonly payerCountry: string;
}

const SHORT = '28.00';
const SURPLUS = '500.00';
const STRANGER = 'NOBODY WE KNOW LTD';

/** @param reference of the simulation: sent again, it is the same payment */
export function paymentLever(kind: string, debt: Debt, given: Given, reference: string): Lever {
  const { orderReference, payerCountry, accountNumber } = debt;
  const owed = Money.fromJSON(debt.outstanding);
  const isUnknown = kind === 'collection.wrong_reference';
  const body = {
    reference,
    accountNumber,
    amount: sent(kind, owed, given).toJSON(),
    ...(kind === 'collection.short' ? { charges: money(given['charges'] ?? SHORT, owed).toJSON() } : {}),
    payerName: given['payerName'] ?? (isUnknown ? STRANGER : debt.payerName),
    payerCountry,
    remittance: isUnknown ? (given['remittance'] ?? 'INVOICE 4711') : orderReference,
    ...(given['afterMs'] === undefined ? {} : { afterMs: given['afterMs'] }),
  };
  return { method: 'POST', path: '/buyer-payments', body };
}

function sent(kind: string, owed: Money, given: Given): Money {
  if (kind === 'collection.over') return owed.plus(money(given['surplus'] ?? SURPLUS, owed));
  if (kind !== 'collection.part') return owed;
  const [half] = owed.allocate([1n, 1n]);
  return given['amount'] === undefined ? (half ?? owed) : money(given['amount'], owed);
}

function money(amount: string | number, { currency }: Money): Money {
  return Money.parse(String(amount), currency);
}
