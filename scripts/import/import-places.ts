import { type Sentence } from '../../src/kernel/sentence.js';
import { SAY } from '../../src/freight/domain/freight.sentences.js';
import { UN_LOCODE } from '../../src/freight/domain/rate.js';
import { type RateLineFault, type RatesOwner } from '../../src/fx/application/rates/record-rates.js';
import { csvRecords } from './csv-records.js';

/** What became of a file of places: recorded as a whole, or not at all. */
export type PlacesReport =
  | { readonly outcome: 'recorded'; readonly lines: number; readonly places: number; readonly passedOver: number }
  | { readonly outcome: 'refused'; readonly lines: number; readonly faults: readonly RateLineFault[] };

interface Place {
  readonly code: string;
  readonly name: string;
  readonly serves: '1' | '4';
  readonly latitude: number;
  readonly longitude: number;
}

const FAULTS_MAX = 100;
const BATCH = 2_000;
/** What was known of a place stays; what it serves is added. */
const RECORD = `
  INSERT INTO freight.place AS p (code, name, country, functions, latitude, longitude, source)
  SELECT DISTINCT ON (r.code) r.code, r.name, left(r.code, 2), r.serves, r.latitude, r.longitude, $2
  FROM jsonb_to_recordset($1::jsonb) AS r (code text, name text, serves text, latitude double precision,
       longitude double precision)
  ON CONFLICT (code) DO UPDATE SET functions = CASE WHEN position(EXCLUDED.functions in p.functions) > 0 THEN p.functions
    ELSE p.functions || '-' || EXCLUDED.functions END`;

const SEA = ['unlocode', 'name', 'lat', 'lon'] as const;
const AIR = ['iata', 'name', 'country', 'lat', 'lon'] as const;

/**
 * Reads sea ports (`unlocode, name, lat, lon`) or airports (`iata, name, country, lat, lon`); other columns are passed over. An
 * airport is entered under the letters of its country and its IATA code, which mostly is its UN/LOCODE; those of a country whose
 * English name is not on record, and places without a position, are passed over and counted. From a file with a fault nothing is kept.
 */
export async function importPlaces(
  db: RatesOwner,
  lines: AsyncIterable<string>,
  source: string,
): Promise<PlacesReport> {
  const reading = new PlacesReading();
  for await (const { line, cells } of csvRecords(lines)) reading.take(line, cells);
  const { faults, places, count, passedOver } = reading;
  if (count === 0 && faults.length === 0) faults.push({ line: 1, message: SAY.places_none });
  if (faults.length > 0) return { outcome: 'refused', lines: count, faults: faults.slice(0, FAULTS_MAX) };
  await db.query('BEGIN');
  try {
    for (let from = 0; from < places.length; from += BATCH) {
      await db.query(RECORD, [JSON.stringify(places.slice(from, from + BATCH)), source]);
    }
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
  return { outcome: 'recorded', lines: count, places: places.length, passedOver };
}

class PlacesReading {
  readonly faults: RateLineFault[] = [];
  readonly places: Place[] = [];
  count = 0;
  passedOver = 0;
  private columns: readonly string[] | null = null;
  private readonly countries = countriesByName();

  take(line: number, cells: readonly string[] | null): void {
    const note = (message: Sentence): number => this.faults.push({ line, message });
    if (cells === null) note(SAY.row_quotes);
    else if (this.columns === null) {
      this.columns = cells;
      const fits = [SEA, AIR].some((fields) => fields.every((name) => cells.includes(name)));
      if (!fits) note(SAY.places_layout({ sea: SEA.join(', '), air: AIR.join(', ') }));
    } else {
      this.count += 1;
      if (cells.length === this.columns.length) this.read(cells, note);
      else note(SAY.row_cells({ count: cells.length, expected: this.columns.length }));
    }
  }

  private read(cells: readonly string[], note: (message: Sentence) => number): void {
    const of = (name: string): string => cells[this.columns?.indexOf(name) ?? -1] ?? '';
    const isSea = of('unlocode') !== '';
    const country = isSea ? '' : this.countries.get(of('country').toLowerCase());
    const isNowhere = of('lat') === '' && of('lon') === '';
    if (country === undefined || isNowhere) {
      this.passedOver += 1;
      return;
    }
    const code = isSea ? of('unlocode') : `${country}${of('iata')}`;
    const [latitude, longitude] = [Number(of('lat') || 'none'), Number(of('lon') || 'none')];
    const isCode = UN_LOCODE.test(code);
    const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!isCode) note(SAY.un_locode);
    if (!isPlace) note(SAY.place_position);
    if (of('name') === '') note(SAY.cell_empty);
    if (!isCode || !isPlace || of('name') === '') return;
    this.places.push({ code, name: of('name'), serves: isSea ? '1' : '4', latitude, longitude });
  }
}

function countriesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return new Map(
    pairs.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code] as const];
    }),
  );
}
