import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { chinaDigits } from '../world/china-time.js';
import { type Paid } from '../world/signals.js';
import { type Story, type World } from '../world/world.js';
import { type Element, leaf, node } from '../world/xml.js';
import { type ReceiptFacts } from './receipts.js';
import { taxesOf } from './tariff.js';

/** What customs charge on one import, and whether they have it. */
export interface Duty {
  readonly taxes: readonly { readonly code: string; readonly amount: string }[];
  /** Number of the bill, once there is one. */
  number: string | null;
  isPaid: boolean;
  /** The account that paid. */
  paidFrom: string | null;
  /** What has been given back, in CNY. */
  refunded: string;
}

interface Dutiable {
  readonly duty: Duty | null;
  readonly facts: ReceiptFacts;
}

/** The account of the treasury at which taxes are paid. */
export const TREASURY = {
  name: '国家金库宁波市中心支库',
  account: '270000000002267001',
  bank: '011332000013',
} as const;

const DAYS_TO_PAY = 15;
const DAY_MS = 86_400_000;
const OVERCHARGE = new Decimal('1.1');

/** What will be charged. @param words magic words; OVERCHARGE makes a tenth more of the duty */
export function dutyOn(message: Element, words: readonly string[]): Duty {
  const { duty, consumptionTax, vat } = taxesOf(message);
  const charged = words.includes('OVERCHARGE') ? duty.times(OVERCHARGE, 'half-up') : duty;
  const taxes = [
    { code: 'A', amount: charged },
    { code: 'Y', amount: consumptionTax },
    { code: 'L', amount: vat },
  ];
  return {
    taxes: taxes
      .filter(({ amount }) => !amount.isZero())
      .map(({ code, amount }) => ({ code, amount: amount.toAmountString() })),
    number: null,
    isPaid: false,
    paidFrom: null,
    refunded: '0.00',
  };
}

/** The till of customs: bills what an import is charged, and hears from the bank that it was paid. */
export class Duties<State extends Dutiable> {
  constructor(
    private readonly world: World,
    private readonly tell: (story: Story<State>, xml: string) => void,
  ) {
    world.signals.hearPaid((paid) => {
      this.hear(paid);
    });
  }

  /** @returns whether the goods wait for the taxes; the bill is told once */
  awaits(story: Story<State>): boolean {
    const { duty, facts } = story.state;
    if (duty === null || duty.isPaid || duty.taxes.length === 0) return false;
    if (duty.number === null) {
      duty.number = facts.entryId;
      this.world.stories.nameAs(`customs/tax/${duty.number}`, story);
      this.tell(story, billOf(duty.number, duty, facts, this.world.clock.now()));
    }
    return true;
  }

  /**
   * Gives back taxes of a bill that was paid, to the account that paid: never more than was paid.
   * @returns the number under which the treasury pays; null where it does not
   */
  giveBack(story: Story<State>, amount: string): string | null {
    const { duty } = story.state;
    const asked = Money.parse(amount, 'CNY');
    if (duty?.paidFrom == null || duty.number === null) return null;
    const refunded = Money.parse(duty.refunded, 'CNY').plus(asked);
    if (refunded.isMoreThan(totalOf(duty))) return null;
    duty.refunded = refunded.toAmountString();
    this.world.stories.save(story);
    const number = `TS${this.world.numbers.next('customs/refund')}`;
    this.world.signals.paidBack({
      ...{ reference: number, accountNumber: duty.paidFrom, amount, payerName: TREASURY.name },
      remittance: `退税 ${number} ${duty.number}`,
    });
    return number;
  }

  /** The whole of a bill, paid to the treasury: the goods may go. */
  private hear({ debtorAccount, creditorAccount, amount, remittance }: Paid): void {
    if (creditorAccount !== TREASURY.account) return;
    for (const word of new Set(remittance.split(/\s+/))) {
      for (const story of this.world.stories.knownAs(`customs/tax/${word}`) as Story<State>[]) {
        const { duty } = story.state;
        if (duty === null || duty.isPaid || !totalOf(duty).equals(Money.parse(amount, 'CNY'))) continue;
        duty.isPaid = true;
        duty.paidFrom = debtorAccount;
        this.world.stories.save(story);
        this.world.next(story, 'release');
      }
    }
  }
}

function totalOf({ taxes }: Duty): Money {
  return Money.sum(
    taxes.map(({ amount }) => Money.parse(amount, 'CNY')),
    'CNY',
  );
}

/** A tax bill, in the manner of the receipts: the single window publishes no layout of it for declarants. */
function billOf(number: string, { taxes }: Duty, facts: ReceiptFacts, now: Date): string {
  const digits = chinaDigits(now);
  const head = node(
    'TAX_HEAD',
    leaf('SEQ_NO', facts.seqNo) +
      leaf('ENTRY_ID', facts.entryId) +
      leaf('TAX_NO', number) +
      leaf('NOTICE_DATE', `${digits.slice(0, 8)}T${digits.slice(8, 16)}`) +
      leaf('D_DATE', facts.declaredOn) +
      leaf('LIMIT_DATE', lastDay(now)) +
      leaf('PAYEE_NAME', TREASURY.name) +
      leaf('PAYEE_ACCOUNT', TREASURY.account) +
      leaf('PAYEE_BANK', TREASURY.bank) +
      leaf('NOTE', '税款缴款书已制发'),
  );
  const lists = taxes.map(({ code, amount }) =>
    node('TAX_LIST', leaf('TAX_ID', `${number}-${code}01`) + leaf('TAX_TYPE', code) + leaf('TAX_AMOUNT', amount)),
  );
  return node('TAX_BILL', head + lists.join(''));
}

/** `20261216`: fifteen days on, or the Monday after. */
function lastDay(now: Date): string {
  let last = new Date(now.getTime() + DAYS_TO_PAY * DAY_MS);
  const weekday = (): number => new Date(last.getTime() + 8 * 3_600_000).getUTCDay();
  while (weekday() === 0 || weekday() === 6) last = new Date(last.getTime() + DAY_MS);
  return chinaDigits(last).slice(0, 8);
}
