import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { changedDetails, type DetailChange } from './message-details.js';
import { assertParts, type GivenPart } from './message-parts.js';
import { SAY } from './customs.sentences.js';
import {
  type DeclarationForm,
  type FormContainer,
  type FormItem,
  type Licence,
  type Transport,
} from './declaration-form.js';

type Changeable<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };

export type ItemCorrection = Changeable<Omit<FormItem, 'itemNumber' | 'orderLineId' | 'product' | 'details'>> & {
  readonly itemNumber: number;
  readonly details?: readonly DetailChange[] | undefined;
};

/** What may be mended on a declaration that has not been declared, or was sent back. Absent: as it was. */
export interface Correction extends Changeable<
  Pick<
    DeclarationForm,
    | 'declarationOffice'
    | 'exitOffice'
    | 'contractNumber'
    | 'destinationPortCode'
    | 'exitPortCode'
    | 'freightCharge'
    | 'insuranceCharge'
    | 'goodsPlace'
    | 'marks'
    | 'remarks'
  >
> {
  readonly transport?: Changeable<Transport> | undefined;
  readonly containers?: readonly FormContainer[] | undefined;
  readonly details?: readonly DetailChange[] | undefined;
  /** All of them. */
  readonly licences?: readonly Licence[] | undefined;
  /** All of them. */
  readonly parts?: readonly GivenPart[] | undefined;
  readonly items?: readonly ItemCorrection[] | undefined;
}

/**
 * The form with the corrections in it.
 * @throws InvalidInputError for an item number that the declaration does not have, or one named twice, and for
 * parts that the message does not have
 */
export function corrected(form: DeclarationForm, { transport, items, details, ...head }: Correction): DeclarationForm {
  assertItems(form, items ?? []);
  assertParts(head.parts ?? []);
  return {
    ...form,
    ...given(head),
    ...(details !== undefined && { details: changedDetails(form.details, details) }),
    transport: { ...form.transport, ...given(transport ?? {}) },
    items: form.items.map((item) => {
      const change = items?.find(({ itemNumber }) => itemNumber === item.itemNumber);
      return change === undefined ? item : correctedItem(item, change);
    }),
  };
}

/** What says otherwise than the product is not that version of it any more. */
function correctedItem(item: FormItem, { details, ...change }: ItemCorrection): FormItem {
  const next: FormItem = {
    ...item,
    ...given(change),
    ...(details !== undefined && { details: changedDetails(item.details, details) }),
  };
  const isOf = PRODUCT_FIELDS.every((field) => next[field] === item[field]);
  return isOf || item.product === undefined ? next : { ...next, product: null };
}

const PRODUCT_FIELDS = ['hsCode', 'goodsName', 'goodsNameEn', 'declarationElements'] as const;

function assertItems(form: DeclarationForm, items: readonly ItemCorrection[]): void {
  const faults: Fault[] = [];
  const seen = new Set<number>();
  for (const [index, { itemNumber }] of items.entries()) {
    const pointer = `/items/${index}/itemNumber`;
    const exists = form.items.some((item) => item.itemNumber === itemNumber);
    if (!exists) faults.push({ pointer, code: 'unknown_item', message: SAY.no_item({ item: itemNumber }) });
    if (seen.has(itemNumber))
      faults.push({ pointer, code: 'repeated', message: SAY.item_named_twice({ item: itemNumber }) });
    seen.add(itemNumber);
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** Without the fields that are undefined, which would otherwise overwrite. */
function given<Fields extends object>(fields: Fields): { [Field in keyof Fields]: Exclude<Fields[Field], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
