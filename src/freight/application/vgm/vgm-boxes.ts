import { type View } from '../../../platform/database/session.js';
import { type KnownBoxes } from '../../domain/vgm/vgm-check.js';
import { type VgmState } from '../../domain/vgm/vgm-status.js';

/** Containers that instructions name, that the carrier has told of, and that are declared. */
const BOXES = `
  SELECT (SELECT array_agg(DISTINCT box.name)
          FROM freight.shipping_instructions si,
               jsonb_path_query(jsonb_build_array(si.content, si.updated_content),
                                'lax $[*].utilizedTransportEquipments[*].equipmentReference') AS told (value),
               LATERAL (SELECT told.value #>> '{}') AS box (name)
          WHERE si.tenant_id = $1 AND si.booking_id = $2
            AND si.state IN ('requested', 'received', 'pending_update', 'completed')) AS instructed,
         (SELECT array_agg(DISTINCT m.equipment_reference) FROM freight.milestone m
          WHERE m.tenant_id = $1 AND m.booking_id = $2 AND m.equipment_reference IS NOT NULL
            AND m.retracted_by IS NULL) AS told,
         (SELECT jsonb_agg(jsonb_build_object('box', v.equipment_reference, 'state', v.state))
          FROM freight.vgm_declaration v
          WHERE v.tenant_id = $1 AND v.booking_id = $2 AND v.state IN ('requested', 'received', 'accepted')) AS declared`;

interface Row {
  readonly instructed: readonly string[] | null;
  readonly told: readonly string[] | null;
  readonly declared: readonly { readonly box: string; readonly state: VgmState }[] | null;
}

export interface BookingBoxes extends Omit<KnownBoxes, 'booked'> {
  /** Those whose mass the carrier has accepted. */
  readonly accepted: readonly string[];
}

/** The containers of a booking that is held. */
export async function boxesOf(view: View, bookingId: string): Promise<BookingBoxes> {
  const [row] = await view.query<Row>(BOXES, [view.tenantId, bookingId]);
  const declared = row?.declared ?? [];
  return {
    instructed: row?.instructed ?? null,
    told: row?.told ?? [],
    declared: declared.map(({ box }) => box),
    accepted: declared.filter(({ state }) => state === 'accepted').map(({ box }) => box),
  };
}
