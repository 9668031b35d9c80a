import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { type FullHouse } from './full-house.js';

/** Under numbers that the carrier does not know: nothing that it says moves the booking meanwhile. */
const OPEN = `
  UPDATE freight.booking SET state = 'confirmed', cancellation = 'none', expected_by = now() + interval '1 hour',
    carrier_booking_request_reference = 'house-1', carrier_booking_reference = 'HOUSE1' WHERE id = $1`;
const NO_PAPERS = `
  UPDATE freight.shipping_instructions SET state = 'cancelled' WHERE tenant_id = $1`;
const NO_CUT_OFFS = `UPDATE freight.cut_off SET state = 'void' WHERE tenant_id = $1`;
export const INSTRUCT = `
  INSERT INTO freight.shipping_instructions (tenant_id, id, booking_id, order_id, state, update_state, is_cancelling, content,
    message, revision, warnings, cut_fields, shipping_instructions_reference, feedbacks, asks, version, created_at, updated_at)
  SELECT tenant_id, $2::uuid, id, order_id, 'received', $3, false,
         '{"transportDocumentTypeCode": "BOL", "utilizedTransportEquipments": []}', '{}', 1, '[]', '[]',
         'si-' || ($2::uuid)::text, '[]', 0, 1, now(), now()
  FROM freight.booking WHERE tenant_id = $1 AND ($4::uuid IS NULL OR id = $4) ORDER BY id LIMIT 1`;
export const DRAW_UP = `
  INSERT INTO freight.transport_document (tenant_id, id, booking_id, order_id, instructions_id, level, master_id, type, state,
    transport_document_reference, document, feedbacks, version, created_at, updated_at)
  SELECT tenant_id, $2::uuid, booking_id, order_id, id, $4, $5::uuid, 'BOL', $3, left(($2::uuid)::text, 8) || right(($2::uuid)::text, 12),
         '{"transportDocumentTypeCode": "BOL"}', '[]', 1,
         now(), now()
  FROM freight.shipping_instructions WHERE tenant_id = $1 ORDER BY id DESC LIMIT 1`;

/** Rejected, so that it stands in nobody's way. */
const WEIGH = `
  INSERT INTO freight.vgm_declaration (tenant_id, id, booking_id, order_id, equipment_reference, state, carrier_booking_reference,
    shipper_name, content, figures, findings, warnings, message, reason, asks, version, created_at, updated_at)
  SELECT tenant_id, $2::uuid, id, order_id, 'SBXU7950013', 'rejected', 'HOUSE1', 'Seller',
         '{"equipmentReference": "SBXU7950013", "method": "SM2", "cargoKg": "20000", "dunnageKg": "0", "tareKg": "2200",
           "responsiblePerson": "Li Wei"}',
         '{"verifiedKg": "22200", "calculatedKg": "22200", "differenceKg": "0", "toleranceKg": "1000", "payloadKg": "28280"}',
         '[]', '[]', '{}', 'Weighed anew', 0, 1, now(), now()
  FROM freight.booking WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

/** What a container of the house weighs. @returns the declaration */
export async function weighBox(house: Pick<FullHouse, 'platform' | 'tenant'>): Promise<string> {
  const id = newId();
  await house.platform.rows(WEIGH, [house.tenant.tenantId, id]);
  return publicId('vgmDeclaration', id);
}

/** What a confirmed booking of the house has: instructions, and a draft made of them. @returns the instructions */
export async function bringPapers(house: Pick<FullHouse, 'platform' | 'tenant'>): Promise<string> {
  const { tenantId } = house.tenant;
  const id = newId();
  await house.platform.rows(INSTRUCT, [tenantId, id, 'none', null]);
  await house.platform.rows(DRAW_UP, [tenantId, newId(), 'draft', 'master', null]);
  return publicId('shippingInstructions', id);
}

/** The house's booking, confirmed again and without papers. */
const withoutPapers: Arrange = async (house, endpoint) => {
  await opened(house);
  return asDocumented(house, endpoint);
};

async function opened(house: FullHouse): Promise<void> {
  const { tenantId } = house.tenant;
  await house.platform.rows(NO_PAPERS, [tenantId]);
  await house.platform.rows(NO_CUT_OFFS, [tenantId]);
  await house.platform.rows(OPEN, [bookingOf(house)]);
}

function bookingOf(house: FullHouse): string {
  return parseId('booking', house.idFor('/v1/freight/bookings/{id}'));
}

const onInstructions =
  (updateState: string): Arrange =>
  async (house, { method, path, operation, ...rest }) => {
    const id = newId();
    await opened(house);
    await house.platform.rows(INSTRUCT, [house.tenant.tenantId, id, updateState, bookingOf(house)]);
    const body = house.bodyFor({ method, path, operation, ...rest }) ?? {};
    return { path: house.address(path, publicId('shippingInstructions', id)), body };
  };

const onDocument =
  (state: string, level = 'master'): Arrange =>
  async (house, endpoint) => {
    const { tenantId } = house.tenant;
    const [master, id] = [newId(), newId()];
    await opened(house);
    await house.platform.rows(INSTRUCT, [tenantId, newId(), 'none', bookingOf(house)]);
    await house.platform.rows(DRAW_UP, [tenantId, master, state, 'master', null]);
    if (level === 'house') await house.platform.rows(DRAW_UP, [tenantId, id, state, level, master]);
    const used = publicId('transportDocument', level === 'house' ? id : master);
    return { path: house.address(endpoint.path, used), body: house.bodyFor(endpoint) ?? {} };
  };

/** How each operation on papers is done once. */
export const PAPERS_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['submitShippingInstructions', withoutPapers],
  ['declareVgm', withoutPapers],
  ['updateShippingInstructions', onInstructions('none')],
  ['withdrawInstructionsUpdate', onInstructions('received')],
  ['cancelShippingInstructions', onInstructions('none')],
  ['approveTransportDocument', onDocument('draft')],
  ['requestDocumentChange', onDocument('draft')],
  ['surrenderTransportDocument', onDocument('issued')],
  ['draftHouseDocument', onDocument('draft')],
  ['voidHouseDocument', onDocument('draft', 'house')],
];
