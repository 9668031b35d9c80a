import { parseId } from '../../../kernel/ids.js';
import { type GivenChanges, type GivenLine, type GivenTerms } from '../../application/import-declarations.service.js';
import { changedDetails } from '../../domain/message-details.js';
import { containerOf } from './correction-of.js';
import { partOf } from './details.dto.js';
import { type ImportItemDto } from './import-item.dto.js';
import { type ImportChangesRequest, type ImportDeclarationRequest } from './import-request.dto.js';

/** What was left out, of an import that is entered. */
const UNSAID = {
  consumer: null,
  exchangeRate: null,
  isContainerised: false,
  containers: [],
  transport: { vesselName: null, voyageNumber: null, billNumber: null },
  transitPortCode: null,
  entryPortCode: null,
  freightCharge: null,
  insuranceCharge: null,
  otherCharge: null,
  marks: null,
  remarks: null,
  licences: [],
  parts: [],
  details: {},
} as const;

/** What was checked field by field, in the words of the domain. */
export function termsOf({
  importerId: _importer,
  reference: _reference,
  ...request
}: ImportDeclarationRequest): GivenTerms {
  const given = Object.fromEntries(Object.entries(changesOf(request)).filter(([, value]) => value !== undefined));
  const terms = { ...UNSAID, ...given } as unknown as GivenTerms;
  return { ...terms, departureCountry: request.departureCountry ?? terms.portOfLoading.slice(0, 2) };
}

/** The same of changes: what was left out is undefined. */
export function changesOf({
  transport,
  containers,
  licences,
  parts,
  details,
  items,
  ...plain
}: ImportChangesRequest): GivenChanges {
  const { vesselName = null, voyageNumber = null, billNumber = null } = transport ?? {};
  return {
    ...(plain as GivenChanges),
    transport: transport === undefined ? undefined : { vesselName, voyageNumber, billNumber },
    containers: containers?.map(containerOf),
    licences: licences?.map(({ code, number }) => ({ code, number })),
    parts: parts?.map(partOf),
    details: details === undefined ? undefined : changedDetails({}, details),
    items: items?.map(lineOf),
  };
}

function lineOf({ productId, preference, details, treatment, ...item }: ImportItemDto): GivenLine {
  const { secondQuantity = null, secondUnit = null, antiDumpingRate = null } = item;
  const isPreferred = preference != null;
  return {
    ...item,
    ...{ secondQuantity, secondUnit, antiDumpingRate },
    preference: isPreferred ? { ...preference } : null,
    treatment: isPreferred ? 'agreement' : (treatment ?? 'mfn'),
    details: changedDetails({}, details ?? []),
    productId: productId === undefined ? null : parseId('product', productId),
  };
}
