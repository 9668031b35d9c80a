import { alpha3 } from '../data/countries.js';
import { destinationPort, portOfExit } from '../data/ports.js';
import { MODE_CODE } from '../data/transport-modes.js';
import { type DeclarationForm, directionOf } from '../declaration-form.js';
import { type Findings, type RuleId } from '../finding.js';
import { type CodesOnRecord, type CodeTableName } from './facts.js';

/** A code of the form, the table that it is of, and the rule that it breaks where the table does not have it. */
interface CodeUse {
  readonly table: CodeTableName;
  readonly code: string;
  readonly pointer: string;
  readonly rule: RuleId;
}

/** The codes that a form uses, by table: what is to be asked of the tables, at once. */
export function codesOf(form: DeclarationForm): ReadonlyMap<CodeTableName, ReadonlySet<string>> {
  const codes = new Map<CodeTableName, Set<string>>();
  const units = form.items.flatMap(({ unit, firstUnit, secondUnit }) => [unit, firstUnit, secondUnit ?? unit]);
  const uses = [...usesOf(form), ...units.map((code) => ({ table: 'unit' as const, code }))];
  for (const { table, code } of uses) codes.set(table, (codes.get(table) ?? new Set()).add(code));
  return codes;
}

/** A table that was not imported says nothing. */
export function checkCodes(findings: Findings, form: DeclarationForm, onRecord: CodesOnRecord): void {
  for (const { table, code, pointer, rule } of usesOf(form)) {
    findings.unless(onRecord.get(table)?.has(code) !== false, rule, pointer, code);
  }
}

function usesOf(form: DeclarationForm): CodeUse[] {
  return [...ofHead(form), ...ofRoute(form), ...ofItems(form)];
}

function ofHead({ declarationOffice, exitOffice, currency, supervisionMode, details }: DeclarationForm): CodeUse[] {
  const levy = details?.['CutMode'];
  return [
    use('customs_office', declarationOffice, '/declarationOffice', 'customs_office_unknown'),
    use('customs_office', exitOffice, '/exitOffice', 'customs_office_unknown'),
    use('currency', currency, '/currency', 'currency_not_on_record'),
    use('supervision_mode', supervisionMode, '/supervisionMode', 'supervision_mode_unknown'),
    ...(levy === undefined ? [] : [use('levy_nature', levy, '/details/CutMode', 'levy_nature_unknown')]),
  ];
}

function ofRoute(form: DeclarationForm): CodeUse[] {
  const { transportMode, destinationCountry, consignee } = form;
  return [
    use('transport_mode', MODE_CODE[transportMode], '/transportMode', 'transport_mode_unknown'),
    ...country(destinationCountry, '/destinationCountry'),
    ...country(consignee.country, '/consignee/country'),
    ...(directionOf(form) === 'import' ? ofArrival(form) : ofExit(form)),
  ];
}

function ofExit({ portOfLoading, portOfDischarge, exitPortCode, destinationPortCode }: DeclarationForm): CodeUse[] {
  const exit = exitPortCode ?? portOfExit(portOfLoading);
  const exitAt = exitPortCode === null ? '/portOfLoading' : '/exitPortCode';
  const destination = destinationPortCode ?? destinationPort(portOfDischarge)?.code ?? null;
  const destinationAt = destinationPortCode === null ? '/portOfDischarge' : '/destinationPortCode';
  return [
    ...(exit === null ? [] : [use('domestic_port', exit, exitAt, 'exit_port_not_on_record')]),
    ...(destination === null ? [] : [use('world_port', destination, destinationAt, 'destination_port_not_on_record')]),
  ];
}

/** Of an import, whose port abroad is where it comes from; a port between is declared by its code alone. */
function ofArrival({ portOfLoading, portOfDischarge, exitPortCode, destinationPortCode }: DeclarationForm): CodeUse[] {
  const entry = exitPortCode ?? portOfExit(portOfDischarge);
  const entryAt = exitPortCode === null ? '/portOfDischarge' : '/exitPortCode';
  const departure = destinationPort(portOfLoading)?.code ?? null;
  const abroad = 'port_abroad_not_on_record';
  return [
    ...(entry === null ? [] : [use('domestic_port', entry, entryAt, 'entry_port_not_on_record')]),
    ...(departure === null ? [] : [use('world_port', departure, '/portOfLoading', abroad)]),
    ...(destinationPortCode === null ? [] : [use('world_port', destinationPortCode, '/destinationPortCode', abroad)]),
  ];
}

function ofItems(form: DeclarationForm): CodeUse[] {
  const district = directionOf(form) === 'import' ? 'destination_district_unknown' : 'district_unknown';
  return form.items.flatMap(({ packageType, sourceDistrict, originCountry }, index) => [
    use('package_type', packageType, `/items/${index}/packageType`, 'package_type_not_on_record'),
    use('domestic_district', sourceDistrict, `/items/${index}/sourceDistrict`, district),
    ...country(originCountry, `/items/${index}/originCountry`),
  ]);
}

/** One that is no country at all has a finding of its own. */
function country(alpha2: string, pointer: string): CodeUse[] {
  const code = alpha3(alpha2);
  return code === null ? [] : [use('country', code, pointer, 'country_not_on_record')];
}

function use(table: CodeTableName, code: string, pointer: string, rule: RuleId): CodeUse {
  return { table, code, pointer, rule };
}
