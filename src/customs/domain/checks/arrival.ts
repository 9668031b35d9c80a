import { alpha3 } from '../data/countries.js';
import { isOfDistrict } from '../data/customs-districts.js';
import { destinationPort, portOfExit } from '../data/ports.js';
import { type DeclarationForm } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY } from '../validation.sentences.js';

/** Where an import comes from and where it enters, beside one another. Pointers are those of the form. */
export function checkArrivalTogether(findings: Findings, form: DeclarationForm): void {
  checkEntry(findings, form);
  checkDeparture(findings, form);
}

function checkEntry(findings: Findings, { portOfDischarge, exitPortCode, exitOffice }: DeclarationForm): void {
  findings.unless(portOfDischarge.startsWith('CN'), 'discharge_port_abroad', '/portOfDischarge', portOfDischarge);
  const port = exitPortCode ?? portOfExit(portOfDischarge);
  if (port === null) return;
  const found = SAY.port_and_office({ port, exitOffice });
  findings.unless(isOfDistrict(exitOffice, port), 'entry_office_of_other_district', '/exitOffice', found);
}

function checkDeparture(findings: Findings, { portOfLoading, destinationCountry }: DeclarationForm): void {
  const port = destinationPort(portOfLoading)?.code;
  const country = alpha3(destinationCountry);
  if (port === undefined || country === null) return;
  const found = SAY.port_and_country({ port, country });
  findings.unless(port.startsWith(country), 'departure_port_of_other_country', '/portOfLoading', found);
}
