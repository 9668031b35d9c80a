import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type World } from '../world/world.js';
import { type Account } from './messages.js';
import { type Movement, statement } from './statement.js';

/** What was booked on an account since its last statement, and the statements so far. */
interface Book {
  readonly closing: MoneyJson;
  readonly unstated: readonly Movement[];
  /** Days of statements, the earliest first. */
  readonly days: readonly string[];
}

/** A statement as it was given: asked for again, it is the same. */
interface Given {
  readonly body: string;
}

/** What the bank books on the accounts it keeps, and its statements of them (camt.053) at the end of each day. */
export class AccountBook {
  constructor(private readonly world: World) {}

  /** Books money that came or went. */
  record(account: Account, movement: Omit<Movement, 'bookedOn'>): void {
    const book = this.read(account);
    const bookedOn = chinaDate(this.world.clock.now());
    this.write(account, { ...book, unstated: [...book.unstated, { ...movement, bookedOn }] });
  }

  /**
   * Everything that was booked by the end of a day and stands in no earlier statement. What is booked after it was given stands in
   * the next one, even of the same day: the clock of whoever asks may be ahead.
   * @returns null where there is nothing to state
   */
  statementOf(account: Account, day: string): string | null {
    const given = this.world.stories.noted(nameOf(account, day));
    if (given !== null) return (JSON.parse(given) as Given).body;
    const { closing, unstated, days } = this.read(account);
    const last = days.at(-1) ?? '';
    const stated = day <= last ? [] : unstated.filter(({ bookedOn }) => bookedOn <= day);
    if (stated.length === 0) return null;
    const opening = Money.fromJSON(closing);
    const number = this.world.numbers.next('bank/statement');
    const { body, closing: after } = statement(
      { account, number, sequence: days.length + 1, day, opening, movements: stated },
      this.world.clock.now(),
    );
    this.world.stories.note(nameOf(account, day), JSON.stringify({ body } satisfies Given));
    const rest = unstated.filter((movement) => !stated.includes(movement));
    this.write(account, { closing: after.toJSON(), unstated: rest, days: [...days, day] });
    return body;
  }

  private read(account: Account): Book {
    const noted = this.world.stories.noted(bookOf(account));
    const empty: Book = { closing: Money.zero(account.currency).toJSON(), unstated: [], days: [] };
    return noted === null ? empty : (JSON.parse(noted) as Book);
  }

  private write(account: Account, book: Book): void {
    this.world.stories.note(bookOf(account), JSON.stringify(book));
  }
}

function bookOf({ accountNumber }: Account): string {
  return `bank/book/${accountNumber}`;
}

function nameOf({ accountNumber }: Account, day: string): string {
  return `bank/statement/${accountNumber}/${day}`;
}
