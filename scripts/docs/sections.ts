import { REQUEST_MACHINE } from '../../src/customs/domain/declaration-request-status.js';
import { DECLARATION_MACHINE } from '../../src/customs/domain/declaration-status.js';
import { ORDER_FILING } from '../../src/customs/domain/order-filing-status.js';
import { BOOKING_CHANGE } from '../../src/freight/domain/booking-change-status.js';
import { BOOKING } from '../../src/freight/domain/booking-status.js';
import {
  INSTRUCTIONS_UPDATE,
  SHIPPING_INSTRUCTIONS,
} from '../../src/freight/domain/lading/shipping-instructions-status.js';
import { TRANSPORT_DOCUMENT } from '../../src/freight/domain/lading/transport-document-status.js';
import { VGM_DECLARATION } from '../../src/freight/domain/vgm/vgm-status.js';
import { CONSIGNMENT } from '../../src/freight/domain/consignments/consignment-status.js';
import { type StateMachine } from '../../src/kernel/state-machine.js';
import { declarationRulesTable } from './declaration-rules-table.js';
import { messagePartsTables } from './message-parts-table.js';
import { modesTable } from './modes-table.js';
import { readOnlyTable } from './read-only-table.js';
import { diagramOf } from './state-diagram.js';

/** What pages take from the code, by name. */
export const SECTIONS: ReadonlyMap<string, () => string> = new Map([
  ['declaration-rules', declarationRulesTable],
  ['message-parts', messagePartsTables],
  ['modes', modesTable],
  ['read-only-elements', readOnlyTable],
  ['states-of-bookings', picture(BOOKING)],
  ['states-of-consignments', picture(CONSIGNMENT)],
  ['states-of-booking-changes', picture(BOOKING_CHANGE)],
  ['states-of-shipping-instructions', picture(SHIPPING_INSTRUCTIONS)],
  ['states-of-transport-documents', picture(TRANSPORT_DOCUMENT)],
  ['states-of-vgm-declarations', picture(VGM_DECLARATION)],
  ['states-of-instructions-updates', picture(INSTRUCTIONS_UPDATE)],
  ['states-of-declarations', picture(DECLARATION_MACHINE)],
  ['states-of-requests', picture(REQUEST_MACHINE)],
  ['states-of-order-filings', picture(ORDER_FILING)],
]);

function picture<State extends string, Command extends string>(machine: StateMachine<State, Command>): () => string {
  return () => diagramOf(machine);
}
