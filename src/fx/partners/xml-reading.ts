import { causesOf, type Fault } from '../../kernel/domain-error.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/contracts/contracts.sentences.js';
import { type XmlElement } from './xml-element.js';

const FAULTS_MAX = 50;
const SHOWN_MAX = 40;
const DATE_LENGTH = 10;
const NOTHING = Money.zero('CNY');

/**
 * Reads a message element by element and goes on past what is wrong, so that all of it is told at once: where, by path and
 * line, and why. What is read of a faulty message is not used: `done` throws.
 */
export class XmlReading {
  private constructor(
    readonly element: XmlElement,
    private readonly path: string,
    /** That of the nearest element that is there. */
    private readonly line: number,
    private readonly faults: Fault[],
  ) {}

  static of(element: XmlElement, path: string): XmlReading {
    return new XmlReading(element, path, Math.max(1, element.line), []);
  }

  at(path: string): XmlReading {
    const element = this.element.child(path);
    return this.below(element, path);
  }

  /** Each element of that name. */
  each(path: string): XmlReading[] {
    return this.element.all(path).map((element, index) => this.below(element, `${path}[${index + 1}]`));
  }

  /** At least one. */
  some(path: string): XmlReading[] {
    const found = this.each(path);
    if (found.length === 0) this.at(path).note('missing', SAY.missing({ line: this.line }));
    return found;
  }

  get isThere(): boolean {
    return this.element.line > 0;
  }

  text(path: string, max: number): string {
    const at = this.at(path);
    const text = at.element.text();
    if (text === '') at.note('missing', SAY.missing({ line: at.line }));
    else if ([...text].length > max) at.note('too_long', SAY.too_long({ line: at.line, max }));
    return text;
  }

  optionalText(path: string, max: number): string | null {
    return this.element.optional(path) === null ? null : this.text(path, max);
  }

  /** The day of an ISODate, whatever zone it names. */
  date(path: string): LocalDate {
    const at = this.at(path);
    const text = at.element.text();
    const day = text.slice(0, DATE_LENGTH);
    const isDay = isLocalDate(day) && /^(Z|[+-]\d\d:\d\d)?$/.test(text.slice(DATE_LENGTH));
    if (text === '') at.note('missing', SAY.missing({ line: at.line }));
    else if (!isDay) at.note('no_date', SAY.no_date({ line: at.line, text: shown(text) }));
    return day;
  }

  optionalDate(path: string): LocalDate | null {
    return this.element.has(path) ? this.date(path) : null;
  }

  /** An amount that is not negative, in a currency that there is, with no more decimals than it has. */
  money(path: string): Money {
    const at = this.at(path);
    if (!at.isThere) at.note('missing', SAY.missing({ line: at.line }));
    const [text, currency] = [at.element.text(), at.element.attribute('Ccy')];
    const found = at.isThere ? parsed(text, currency) : NOTHING;
    if (found === null) at.note('no_amount', SAY.no_money({ line: at.line, text: shown(`${text} ${currency}`) }));
    return found ?? NOTHING;
  }

  optionalMoney(path: string): Money | null {
    return this.element.has(path) ? this.money(path) : null;
  }

  flag(path: string): boolean {
    const at = this.at(path);
    const text = at.element.text();
    const isFlag = ['true', 'false', '1', '0'].includes(text);
    if (text === '') at.note('missing', SAY.missing({ line: at.line }));
    else if (!isFlag) at.note('no_flag', SAY.no_flag({ line: at.line, text: shown(text) }));
    return text === 'true' || text === '1';
  }

  word(path: string, words: readonly string[]): string {
    const at = this.at(path);
    const text = at.element.text();
    if (text === '') at.note('missing', SAY.missing({ line: at.line }));
    else if (!words.includes(text)) at.note('no_word', SAY.no_word({ line: at.line, text: shown(text), words }));
    return text;
  }

  /** The header counts what the message holds. */
  counts(path: string, found: number): void {
    const at = this.at(path);
    const said = at.element.text();
    if (said === '') at.note('missing', SAY.missing({ line: at.line }));
    else if (said !== `${found}`) {
      at.note('count_differs', SAY.count_differs({ line: at.line, said: shown(said), found }));
    }
  }

  note(code: string, message: Sentence): void {
    if (this.faults.length < FAULTS_MAX) this.faults.push({ pointer: this.path, code, message });
  }

  /** For sentences. */
  get place(): number {
    return this.line;
  }

  /** @throws UnreadableBankMessageError naming every fault */
  done(): void {
    const { faults } = this;
    if (faults.length === 0) return;
    const told = SAY.message_faulty({ count: faults.length, faults: causesOf(faults) });
    throw new UnreadableBankMessageError(told, {}, faults);
  }

  private below(element: XmlElement, path: string): XmlReading {
    return new XmlReading(element, `${this.path}/${path}`, element.line === 0 ? this.line : element.line, this.faults);
  }
}

function parsed(text: string, currency: string): Money | null {
  if (!/^\+?\d{1,18}(\.\d{1,5})?$/.test(text)) return null;
  try {
    // Banks write more zeros than a currency has decimals.
    return Money.parse(
      text
        .replace(/^\+/, '')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, ''),
      currency,
    );
  } catch {
    return null;
  }
}

function shown(text: string): string {
  return text.slice(0, SHOWN_MAX).toWellFormed();
}
