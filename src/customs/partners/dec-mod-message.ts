import { type FieldChange } from '../domain/declaration-request.js';
import { type DeclarationForm, directionOf } from '../domain/declaration-form.js';
import { type Composed, type RequestFacts } from './customs-window.port.js';
import {
  CONTAINER,
  type Field,
  FREE_TEXT,
  HEAD,
  ITEM,
  LICENCE,
  MODIFICATION,
  MODIFIED_FIELD,
} from './dec-message.layout.js';
import { DEC_NAMESPACE, declaredParts } from './dec-message.js';
import { from, own, signingTime, type Values, wrap, Writer } from './dec-writer.js';

/** 修单申请, 撤单申请. The cancellation of an exit is a withdrawal whose reason says so: the schema has no third type. */
const AMENDS = '1';
const WITHDRAWS = '2';
/** 退关 */
const EXIT_CANCELLED = '退关：';
/** Not one of the cases that customs reviews by a table of its own (审查表). */
const NO_REVIEW_TABLE = '2';
const DECLARE = 'C';
const LIST_TYPE = { item: '1', container: '2', licence: '3' } as const;

/** What of the message differs between two forms, in the order of the message. */
export function differencesOf(before: DeclarationForm, after: DeclarationForm): FieldChange[] {
  const [old, next] = [declaredParts(before), declaredParts(after)];
  return [
    ...changed(HEAD, old.head, next.head, null),
    ...changed(FREE_TEXT, old.freeText, next.freeText, null),
    ...next.items.flatMap((item, index) =>
      changed(ITEM, old.items[index] ?? {}, item, { kind: 'item', number: index + 1 }),
    ),
    ...changedRows(CONTAINER, old.containers, next.containers, 'container'),
    ...changedRows(LICENCE, old.licences, next.licences, 'licence'),
  ];
}

/** Rows by their place: one that is gone has no values any more. */
function changedRows(
  layout: readonly Field[],
  old: readonly Values[],
  next: readonly Values[],
  kind: 'container' | 'licence',
): FieldChange[] {
  const rows = Math.max(old.length, next.length);
  return Array.from({ length: rows }, (_row, index) =>
    changed(layout, old[index] ?? {}, next[index] ?? {}, { kind, number: index + 1 }),
  ).flat();
}

function changed(layout: readonly Field[], old: Values, next: Values, list: FieldChange['list']): FieldChange[] {
  return layout.flatMap(({ name, label }) => {
    const [before, after] = [old[name]?.text ?? '', next[name]?.text ?? ''];
    return before === after ? [] : [{ field: name, label, before, after, list }];
  });
}

/** Writes a DecModMessage (修撤单保存请求数据): what is asked, of which declaration, and for an amendment every field. */
export function composeDecModMessage(facts: RequestFacts, signedAt: Date): Composed {
  const writer = new Writer();
  const fields: Values = { ...headOf(facts), SignTime: own(signingTime(signedAt).slice(0, 14)) };
  const items = facts.changes.map((change, index) => wrap('Item', itemOf(writer, change, index)));
  const parts = MODIFICATION.map((field) =>
    field.name === 'Items' ? listOf(items) : writer.leaf(field, fields[field.name]),
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<DecModMessage xmlns="${DEC_NAMESPACE}">${parts.join('')}</DecModMessage>`;
  return { text, findings: writer.findings.all, fields: writer.fields };
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? '' : wrap('Items', items);
}

function headOf({ kind, reason, form, entryNumber, declarationSequenceNumber }: RequestFacts): Values {
  return {
    DecModType: own(kind === 'amendment' ? AMENDS : WITHDRAWS),
    EntryId: own(entryNumber),
    CustomsCode: from('/declarationOffice', form.declarationOffice),
    TradeCode: from('/exporter/customsCode', form.exporter.customsCode),
    TradeName: from('/exporter/name', form.exporter.name),
    AgentCode: from('/declarant/customsCode', form.declarant.customsCode),
    AgentName: from('/declarant/name', form.declarant.name),
    DecModNote: from('/reason', `${kind === 'exit_cancellation' ? EXIT_CANCELLED : ''}${reason}`),
    CheckMark: own(NO_REVIEW_TABLE),
    DecSeqNo: own(declarationSequenceNumber),
    IeFlag: own(directionOf(form) === 'import' ? 'I' : 'E'),
    OperType: own(DECLARE),
  };
}

function itemOf(writer: Writer, { field, label, before, after, list }: FieldChange, index: number): string[] {
  const values: Values = {
    No: own(String(index + 1)),
    FieldCode: own(field),
    FieldName: own(label),
    OldValue: own(before),
    NewValue: own(after),
  };
  const place =
    list === null ? '' : wrap('List', [wrap('GNo', [String(list.number)]), wrap('ListType', [LIST_TYPE[list.kind]])]);
  return [...MODIFIED_FIELD.map((leaf) => writer.leaf(leaf, values[leaf.name])), place];
}
