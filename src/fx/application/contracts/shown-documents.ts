import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import { FILES_MAX } from '../../domain/contracts/contract-file.js';
import { type SupportingDocument, type SupportingKind } from '../../domain/contracts/contract-filing.js';
import { NUMBER_MAX } from '../../domain/contracts/contract-terms.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { exportsOfOrders } from '../../entities/declared-exports.table.js';
import { type RegisteredContract } from '../../entities/registered-contract.entity.js';
import { attachedFiles } from './contract-files.js';

/** Papers as somebody names them: of a customs declaration the number is enough, of the rest the amount is wanted. */
export interface ShownDocuments {
  readonly documents: readonly {
    readonly kind: SupportingKind;
    readonly number: string;
    readonly issuedOn?: LocalDate | undefined;
    readonly amount?: MoneyJson | undefined;
    readonly note?: string | undefined;
    readonly fileIds?: readonly string[] | undefined;
  }[];
  /** The receipt that they are shown for. */
  readonly collectionId?: string | undefined;
}

const DECLARED = `
  SELECT number FROM fx.bop_declaration
  WHERE tenant_id = $1 AND collection_id = $2 AND order_id = ANY($3::uuid[]) AND state <> 'deleted'
  ORDER BY array_position($3::uuid[], order_id) LIMIT 1`;

/** Without an amount of their own. */
const WITHOUT_AMOUNT: readonly SupportingKind[] = ['transport_document', 'packing_list', 'other'];

/**
 * What the bank is shown: customs declarations are those that customs has closed for any of its orders, with the day and the
 * value that customs has told of.
 * @throws InvalidInputError naming every fault
 */
export async function documentsOf(
  view: View,
  { orderIds }: RegisteredContract,
  shown: ShownDocuments,
): Promise<{ readonly documents: readonly SupportingDocument[]; readonly declarationNumber: string | null }> {
  const check = new InputCheck();
  const exports = [...(await exportsOfOrders(view, orderIds)).values()].flat().filter(({ isVoid }) => !isVoid);
  const seen = new Set<string>();
  const said = shown.documents.map(({ kind, number, issuedOn, amount, note }, index) => {
    const at = `/documents/${index}`;
    check.that(number.length <= NUMBER_MAX, `${at}/number`, 'too_long', SAY.number_long({ max: NUMBER_MAX }));
    check.that(!seen.has(`${kind} ${number}`), `${at}/number`, 'twice', SAY.document_twice);
    seen.add(`${kind} ${number}`);
    check.amount(amount === undefined ? undefined : Money.fromJSON(amount), `${at}/amount`);
    const rest = { kind, number, note: note ?? null };
    if (kind !== 'customs_declaration') {
      const isNamed = amount !== undefined || WITHOUT_AMOUNT.includes(kind);
      check.that(isNamed, `${at}/amount`, 'required', SAY.amount_wanted);
      return { ...rest, issuedOn: issuedOn ?? null, amount: amount ?? null };
    }
    check.that(amount === undefined, `${at}/amount`, 'not_applicable', SAY.customs_said);
    check.that(issuedOn === undefined, `${at}/issuedOn`, 'not_applicable', SAY.customs_said);
    const found = exports.find(({ entryNumber }) => entryNumber === number);
    check.that(found !== undefined, `${at}/number`, 'unknown', SAY.not_declared({ number }));
    return { ...rest, issuedOn: found?.exportDate ?? null, amount: found?.total.toJSON() ?? null };
  });
  const documents: SupportingDocument[] = [];
  for (const [index, document] of said.entries()) {
    const { fileIds } = shown.documents[index] ?? {};
    const named = { fileIds, orderIds, kind: document.kind };
    documents.push({ ...document, files: await attachedFiles(view, check, `/documents/${index}`, named) });
  }
  const files = documents.flatMap((document) => document.files ?? []);
  check.that(files.length <= FILES_MAX, '/documents', 'too_many_files', SAY.files_at_most({ max: FILES_MAX }));
  const declarationNumber = await declarationOf(view, orderIds, shown.collectionId);
  check.that(declarationNumber !== undefined, '/collectionId', 'unknown', SAY.no_receipt);
  check.done();
  return { documents, declarationNumber: declarationNumber ?? null };
}

/** @returns null where no receipt is named, undefined where none is declared under that id */
async function declarationOf(
  view: View,
  orderIds: readonly string[],
  collectionId: string | undefined,
): Promise<string | null | undefined> {
  if (collectionId === undefined) return null;
  const [row] = await view.query<{ number: string }>(DECLARED, [view.tenantId, collectionId, [...orderIds]]);
  return row?.number;
}
