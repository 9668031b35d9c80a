import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { readDutyRate, readShare } from './duty-rate.js';
import { readElements } from './elements.js';
import { type HsRate, type HsTopic, type HsValues, type Provenance, type ReferenceEntry } from './reference-entry.js';
import { supervisionCondition } from './supervision-conditions.js';

/** Columns of a tariff file. A cell that is empty states nothing; `-` says that there is none. */
export const HS_COLUMNS = [
  'code',
  'name_zh',
  'name_en',
  'first_unit',
  'second_unit',
  'mfn',
  'provisional',
  'general',
  'export_duty',
  'export_provisional',
  'vat',
  'consumption_tax',
  'supervision',
  'elements',
] as const;
export type HsColumn = (typeof HS_COLUMNS)[number];
export type HsRow = Readonly<Partial<Record<HsColumn, string>>>;

/** 97 chapters, of which 77 is kept free. */
export function isHsCode(code: string): boolean {
  const chapter = Number(code.slice(0, 2));
  return /^\d{10}$/.test(code) && chapter >= 1 && chapter <= 97 && chapter !== 77;
}

type Values = { -readonly [T in HsTopic]?: HsValues[T] };

/** Reads one row of a tariff. What its columns do not state has no entry. */
export function hsEntries(
  row: HsRow,
  provenance: Provenance | ((topic: HsTopic) => Provenance),
): { entries: ReferenceEntry<HsTopic>[]; faults: Sentence[] } {
  const code = row.code ?? '';
  const reading = new RowReading(row);
  const values: Values = {
    ...present('hs_names', reading.names()),
    ...present('hs_units', reading.units()),
    ...present('hs_mfn', reading.rate('mfn')),
    ...present('hs_provisional', reading.rate('provisional')),
    ...present('hs_general', reading.rate('general')),
    ...present('hs_export_duty', reading.rate('export_duty')),
    ...present('hs_export_provisional', reading.rate('export_provisional')),
    ...present('hs_vat', reading.share('vat')),
    ...present('hs_consumption_tax', reading.rate('consumption_tax')),
    ...present('hs_supervision', reading.supervision()),
    ...present('hs_elements', reading.elements()),
  };
  const of = typeof provenance === 'function' ? provenance : (): Provenance => provenance;
  const entries = (Object.keys(values) as HsTopic[]).map((topic) => {
    return { topic, code, value: values[topic], ...of(topic) } as ReferenceEntry<HsTopic>;
  });
  return { entries, faults: isHsCode(code) ? reading.faults : [SAY.line_code, ...reading.faults] };
}

function present<T extends HsTopic>(topic: T, value: HsValues[T] | null): Values {
  return value === null ? {} : { [topic]: value };
}

class RowReading {
  readonly faults: Sentence[] = [];

  constructor(private readonly row: HsRow) {}

  names(): HsValues['hs_names'] | null {
    if (this.cell('name_zh', 'name_en') === null) return null;
    const nameZh = this.cell('name_zh');
    if (nameZh === null) this.faults.push(SAY.line_name);
    return { nameZh: nameZh ?? '', nameEn: this.cell('name_en') };
  }

  units(): HsValues['hs_units'] | null {
    if (this.cell('first_unit', 'second_unit') === null) return null;
    const hasOneUnit = this.row.second_unit === '-';
    return { firstUnit: this.unit('first_unit'), secondUnit: this.unit('second_unit'), hasOneUnit };
  }

  rate(column: HsColumn): HsRate | null {
    const text = this.cell(column);
    if (text === null) return null;
    const rate = readDutyRate(text);
    if (rate !== null) return { rate };
    this.faults.push(SAY.line_rate({ rate: text }));
    return null;
  }

  /** A rate of the value alone. */
  share(column: HsColumn): HsRate | null {
    const text = this.cell(column);
    if (text === null) return null;
    const rate = readShare(text);
    if (rate !== null) return { rate };
    this.faults.push(SAY.line_share({ rate: text }));
    return null;
  }

  supervision(): HsValues['hs_supervision'] | null {
    const letters = this.cell('supervision');
    if (letters === null) return null;
    const conditions = letters === '-' ? [] : [...letters.replace('/', '')];
    const isKnown = conditions.every((letter) => supervisionCondition(letter) !== null);
    if (!isKnown) this.faults.push(SAY.line_conditions({ letters }));
    return { conditions };
  }

  elements(): HsValues['hs_elements'] | null {
    const text = this.cell('elements');
    if (text === null) return null;
    const elements = readElements(text);
    const names = elements.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) this.faults.push(SAY.line_element_twice({ name: twice }));
    return { elements };
  }

  private unit(column: HsColumn): string | null {
    const unit = this.cell(column);
    if (unit === null || unit === '-') return null;
    if (!/^\d{3}$/.test(unit)) this.faults.push(SAY.line_unit({ unit }));
    return unit;
  }

  /** The first of the columns that states something. */
  private cell(...columns: readonly HsColumn[]): string | null {
    for (const column of columns) {
      const text = this.row[column]?.trim() ?? '';
      if (text !== '') return text;
    }
    return null;
  }
}
