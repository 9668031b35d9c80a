import { Decimal } from '../../../kernel/decimal.js';
import { type DeclarationForm, grossWeight } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { type GivenPart, messagePart, PART_NAMES, type PartName, partsNamed } from '../message-parts.js';
import { SAY } from '../validation.sentences.js';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Parts of the whole declaration that name an item of it, and by which element. */
const NAMES_ITEM: Readonly<Partial<Record<PartName, string>>> = {
  EcoRelation: 'DecGNo',
  TrnContaGoods: 'GNo',
  SddTaxList: 'GNo',
  SddTaxDetail: 'GNo',
};
const STATEMENT_OF_TAXES = ['SddTaxHead', 'SddTaxList', 'SddTaxDetail'] as const;

/** Parts of the message that are given as they are, and what is said of the goods in containers. */
export function checkParts(findings: Findings, form: DeclarationForm): void {
  for (const name of PART_NAMES) checkCount(findings, form, name);
  for (const [index, part] of (form.parts ?? []).entries()) checkPart(findings, form, part, `/parts/${index}`);
  checkVehicles(findings, form);
  checkTaxes(findings, form);
  checkContainerGoods(findings, form);
}

function checkCount(findings: Findings, { parts }: DeclarationForm, name: PartName): void {
  const { most } = messagePart(name);
  const { length: count } = partsNamed(parts, name);
  const fits = most === null || count <= most;
  findings.unless(fits, 'part_too_many', '/parts', SAY.parts_max({ part: name, count, max: most ?? count }));
}

function checkPart(
  findings: Findings,
  form: DeclarationForm,
  { part, itemNumber, fields }: GivenPart,
  at: string,
): void {
  const missing = messagePart(part).fields.filter(({ name, isNeeded }) => isNeeded && (fields[name] ?? '') === '');
  const names = missing.map(({ name }) => name);
  findings.unless(names.length === 0, 'part_incomplete', `${at}/fields`, SAY.fields_missing({ part, names }));
  const naming = NAMES_ITEM[part];
  const item = itemNumber ?? (naming === undefined ? null : Number(fields[naming]));
  const isThere = item === null || form.items.some((each) => each.itemNumber === item);
  findings.unless(isThere, 'part_item_unknown', at, SAY.item_of_part({ part, item: item ?? '' }));
  const picture = fields['Attachment'] ?? '';
  const isPicture = BASE64.test(picture);
  findings.unless(isPicture, 'attachment_format', `${at}/fields`, SAY.characters({ length: picture.length }));
}

/** A vehicle is written under its licence: same item, same kind, same number. */
function checkVehicles(findings: Findings, { parts }: DeclarationForm): void {
  const licences = partsNamed(parts, 'DecGoodsLimit').map(licenceOf);
  for (const vehicle of partsNamed(parts, 'DecGoodsLimitVin')) {
    const name = licenceOf(vehicle);
    findings.unless(licences.includes(name), 'vehicle_without_licence', vehicle.at, name);
  }
}

/** A statement of taxes (SddTax) has a head, items and what comes of them, or there is none. */
function checkTaxes(findings: Findings, { parts }: DeclarationForm): void {
  const names = STATEMENT_OF_TAXES.filter((name) => partsNamed(parts, name).length === 0);
  const isWhole = names.length === 0 || names.length === STATEMENT_OF_TAXES.length;
  findings.unless(isWhole, 'part_incomplete', '/parts', SAY.fields_missing({ part: 'SddTax', names }));
}

/** What a licence and its vehicles have in common. */
export function licenceOf({ itemNumber, fields }: Pick<GivenPart, 'itemNumber' | 'fields'>): string {
  return [itemNumber, fields['LicTypeCode'] ?? '', fields['LicenceNo'] ?? ''].join(' ');
}

function checkContainerGoods(findings: Findings, form: DeclarationForm): void {
  const known = new Set(form.items.map(({ itemNumber }) => String(itemNumber)));
  for (const [index, { itemNumbers }] of form.containers.entries()) {
    const unknown = (itemNumbers ?? '').split(',').filter((number) => number !== '' && !known.has(number));
    const detail = SAY.items_of_container({ items: unknown });
    findings.unless(unknown.length === 0, 'container_goods_unknown', `/containers/${index}/itemNumbers`, detail);
  }
  const loaded = form.containers.reduce((sum, { goodsWeightKg }) => sum.plus(goodsWeightKg ?? 0), new Decimal(0));
  const gross = grossWeight(form);
  const fits = loaded.lessThanOrEqualTo(gross);
  const found = SAY.loaded_of_gross({ loaded: loaded.toFixed(), gross: gross.toFixed() });
  findings.unless(fits, 'container_weight', '/containers', found);
}
