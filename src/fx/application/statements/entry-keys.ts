import { ID_PREFIX, publicId, tryParseId } from '../../../kernel/ids.js';
import { type View } from '../../../platform/database/session.js';
import { type BankEntry } from '../../domain/bank-files/bank-message.js';
import {
  collectionKey,
  entryKey,
  paymentKeysOf,
  reversalKeys,
  settlementKey,
} from '../../domain/statements/ledger-keys.js';
import { type BankReportRow } from '../../entities/bank-files.table.js';
import {
  collectionsNamed,
  conversionsNamed,
  type FiledEntryRow,
  type NamedCollection,
} from '../../entities/statements.table.js';
import { movementFromJson } from '../bank-files/bank-movement-json.js';

const CONVERSION_ID = new RegExp(`${ID_PREFIX.conversion}_[0-7][0-9a-z]{25}`, 'g');
/** Words that may be the bank's id of a deal. */
const WORDS_MAX = 40_000;

interface Read {
  readonly row: FiledEntryRow;
  readonly movements: readonly BankEntry[];
  readonly words: readonly string[];
}

/** For each entry, the keys under which the books may know it: a handful of statements, however many entries. */
export async function keysOf(
  view: View,
  { accountId, partyId }: Pick<BankReportRow, 'accountId' | 'partyId'>,
  rows: readonly FiledEntryRow[],
): Promise<ReadonlyMap<FiledEntryRow, readonly string[]>> {
  const read = rows.map((row): Read => {
    const movements = row.movements.map(movementFromJson);
    return { row, movements, words: wordsOf(row, movements) };
  });
  const collections = await collectionKeys(view, accountId, read);
  const conversions = await conversionKeys(view, partyId, read);
  return new Map(
    read.map((each) => [
      each.row,
      [
        entryKey({ fileId: each.row.fileId, ordinal: each.row.ordinal }),
        ...each.movements.flatMap(paymentKeysOf),
        ...conversions(each),
        ...collections(each),
      ],
    ]),
  );
}

function wordsOf({ reference }: FiledEntryRow, movements: readonly BankEntry[]): string[] {
  const texts = movements.flatMap(({ endToEndId, references, remittance }) => [
    endToEndId ?? '',
    references,
    remittance,
  ]);
  return [...new Set([reference, ...texts].join('\n').split(/\s+/))].filter((word) => word !== '');
}

function referencesOf({ row, movements }: Read): string[] {
  return [
    ...new Set([
      row.reference,
      ...movements.flatMap(({ bankReference, partOf }) => [bankReference, partOf ?? []].flat()),
    ]),
  ];
}

/** Money that was taken in: by the same reference, as parts of the entry, or as the whole of its parts. */
async function collectionKeys(
  view: View,
  accountId: string,
  read: readonly Read[],
): Promise<(entry: Read) => readonly string[]> {
  const found = await collectionsNamed(view, accountId, read.flatMap(referencesOf));
  const byName = new Map<string, NamedCollection[]>();
  for (const each of found) {
    const { bankReference, partOf } = each;
    for (const name of [bankReference, partOf ?? []].flat()) byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  // What is taken back may have the reference under which it came.
  return (entry) =>
    referencesOf(entry)
      .flatMap((name) => byName.get(name) ?? [])
      .filter(({ direction }) => direction === entry.row.direction)
      .flatMap(({ id, reverses, shares }) =>
        reverses === null ? [collectionKey(id)] : reversalKeys(reverses, shares),
      );
}

async function conversionKeys(
  view: View,
  partyId: string,
  read: readonly Read[],
): Promise<(entry: Read) => readonly string[]> {
  const words = [...new Set(read.flatMap((each) => each.words))].slice(0, WORDS_MAX);
  const ids = [...new Set(words.flatMap((word) => word.match(CONVERSION_ID) ?? []))];
  const uuids = ids.flatMap((id) => tryParseId('conversion', id) ?? []);
  const found = await conversionsNamed(view, partyId, { ids: uuids, words });
  const byName = new Map(
    found.flatMap(({ id, dealId }) =>
      [publicId('conversion', id), dealId ?? []].flat().map((name) => [name, id] as const),
    ),
  );
  return (entry) =>
    entry.words
      .flatMap((word) => [word, ...(word.match(CONVERSION_ID) ?? [])])
      .flatMap((name) => byName.get(name) ?? [])
      .map(settlementKey);
}
