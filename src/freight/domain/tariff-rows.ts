import { Decimal } from '../../kernel/decimal.js';
import { isCurrency } from '../../kernel/currency.js';
import { type Fault } from '../../kernel/domain-error.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { MalformedMoneyError, Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './freight.sentences.js';
import { faultsOfRate } from './new-rate.js';
import { CHARGE_BASES, type NewRate, PAYERS, TARIFF_MODES, VOLUME_POLICIES } from './rate.js';

/** How the text of a column is to look; null where any text does. */
interface Column {
  readonly required?: true;
  readonly pattern: RegExp;
  readonly expected: string;
}

const DECIMAL = { pattern: /^\d{1,15}(\.\d{1,10})?$/, expected: '1180.00' };
const COUNTRY = { pattern: /^[A-Z]{2}$/, expected: 'DE' };
const PLACE = { pattern: /^[A-Z]{2}[A-Z2-9]{3}$/, expected: 'CNNGB' };
const DAYS = { pattern: /^([0-9]|[1-9][0-9]|[1-3][0-9]{2}|400)$/, expected: '0 – 400' };
const oneOf = (values: readonly string[]): Column => ({
  pattern: new RegExp(`^(${values.join('|')})$`),
  expected: values.join(', '),
});

/** The columns of a tariff, as those of `POST /v1/freight/rates`. */
export const TARIFF_COLUMNS: Readonly<Record<string, Column>> = {
  mode: { ...oneOf(TARIFF_MODES), required: true },
  code: { pattern: /^[A-Z][A-Z0-9_]{1,9}$/, expected: 'OCEAN', required: true },
  name: { pattern: /^[^\p{Cc}]{1,100}$/u, expected: 'Ocean freight', required: true },
  basis: { ...oneOf(CHARGE_BASES), required: true },
  portOfLoading: PLACE,
  originCountry: COUNTRY,
  portOfDischarge: PLACE,
  destinationCountry: COUNTRY,
  sizeType: { pattern: /^[0-9A-Z]{4}$/, expected: '22G1' },
  service: { pattern: /^[a-z][a-z0-9_]{0,39}$/, expected: 'economy' },
  fromKg: DECIMAL,
  divisor: { pattern: /^[1-9]\d{0,4}$/, expected: '6000' },
  volumePolicy: oneOf(VOLUME_POLICIES),
  roundUpToKg: DECIMAL,
  transitDaysMin: DAYS,
  transitDaysMax: DAYS,
  currency: { pattern: /^[A-Z]{3}$/, expected: 'USD', required: true },
  price: DECIMAL,
  share: DECIMAL,
  percentOf: { pattern: /^[A-Z][A-Z0-9_]{1,9}( [A-Z][A-Z0-9_]{1,9}){0,19}$/, expected: 'OCEAN BAF' },
  minimum: DECIMAL,
  maximum: DECIMAL,
  payer: oneOf(PAYERS),
  position: { pattern: /^\d{1,3}$/, expected: '0 – 999' },
  validFrom: { pattern: /^\d{4}-\d\d-\d\d$/, expected: '2026-12-01' },
  validTo: { pattern: /^\d{4}-\d\d-\d\d$/, expected: '2026-12-31' },
  source: { pattern: /^[^\p{Cc}]{1,200}$/u, expected: 'Contract 2026-118' },
};

export type TariffCells = Readonly<Record<string, string>>;

/** What a row leaves out is as the whole edition has it. */
export interface EditionFacts {
  readonly name: string;
  readonly validFrom: LocalDate;
}

const DEFAULT_POSITION = 50;

/**
 * A row of a tariff as a rate, or everything that is wrong with it: each fault with the name of its column as pointer. First each
 * cell by itself, and only then what must agree among them.
 */
export function readTariffRow(cells: TariffCells, edition: EditionFacts): NewRate | readonly Fault[] {
  const faults = Object.entries(TARIFF_COLUMNS).flatMap(([name, column]) =>
    faultOfCell(name, cells[name] ?? '', column),
  );
  if (faults.length > 0) return faults;
  const rate = rateOf(cells, edition);
  if (Array.isArray(rate)) return rate;
  const found = [...faultsOfRate(rate)];
  if (rate.validFrom < edition.validFrom) {
    found.push(fault('validFrom', 'before_edition', SAY.before_edition({ day: edition.validFrom })));
  }
  return found.length > 0 ? found : rate;
}

function fault(column: string, code: string, message: Sentence): Fault {
  return { pointer: `/${column}`, code, message };
}

function faultOfCell(name: string, cell: string, { required, pattern, expected }: Column): Fault[] {
  if (cell === '') return required === true ? [fault(name, 'required', SAY.cell_empty)] : [];
  if (!pattern.test(cell)) return [fault(name, 'format', SAY.cell_format({ expected }))];
  if (name === 'currency' && !isCurrency(cell)) return [fault(name, 'format', SAY.cell_format({ expected }))];
  if (name.startsWith('valid') && !isLocalDate(cell))
    return [fault(name, 'invalid_date', SAY.cell_format({ expected }))];
  return [];
}

function rateOf(cells: TariffCells, { name: edition, validFrom }: EditionFacts): NewRate | Fault[] {
  const faults: Fault[] = [];
  const text = (name: string): string | null => (cells[name] ?? '') || null;
  const decimal = (name: string): Decimal | null => (text(name) === null ? null : new Decimal(text(name) ?? 0));
  const whole = (name: string): number | null => (text(name) === null ? null : Number(text(name)));
  const currency = text('currency') ?? '';
  const money = (name: string): Money | null => {
    const amount = text(name);
    if (amount === null) return null;
    try {
      return Money.parse(amount, currency);
    } catch (error) {
      if (!(error instanceof MalformedMoneyError)) throw error;
      faults.push(fault(name, 'money', SAY.cell_places({ currency })));
      return null;
    }
  };
  const rate: NewRate = {
    mode: (text('mode') ?? 'fcl') as NewRate['mode'],
    code: text('code') ?? '',
    name: text('name') ?? '',
    basis: (text('basis') ?? 'per_shipment') as NewRate['basis'],
    portOfLoading: text('portOfLoading'),
    originCountry: text('originCountry'),
    portOfDischarge: text('portOfDischarge'),
    destinationCountry: text('destinationCountry'),
    sizeType: text('sizeType'),
    service: text('service'),
    fromKg: decimal('fromKg'),
    weighing: {
      divisor: whole('divisor'),
      volumePolicy: text('volumePolicy') as NewRate['weighing']['volumePolicy'],
      roundUpToKg: decimal('roundUpToKg'),
    },
    transitDaysMin: whole('transitDaysMin'),
    transitDaysMax: whole('transitDaysMax'),
    currency,
    price: money('price'),
    share: decimal('share'),
    percentOf: text('percentOf')?.split(' ') ?? [],
    minimum: money('minimum'),
    maximum: money('maximum'),
    payer: (text('payer') ?? 'prepaid') as NewRate['payer'],
    position: whole('position') ?? DEFAULT_POSITION,
    validFrom: text('validFrom') ?? validFrom,
    validTo: text('validTo'),
    source: text('source') ?? edition,
  };
  return faults.length > 0 ? faults : rate;
}
