import { diagramOf } from '../../scripts/docs/state-diagram.js';
import { REQUEST_MACHINE } from '../../src/customs/domain/declaration-request-status.js';
import { DECLARATION_MACHINE } from '../../src/customs/domain/declaration-status.js';
import { BOOKING_CHANGE } from '../../src/freight/domain/booking-change-status.js';
import { BOOKING } from '../../src/freight/domain/booking-status.js';
import {
  INSTRUCTIONS_UPDATE,
  SHIPPING_INSTRUCTIONS,
} from '../../src/freight/domain/lading/shipping-instructions-status.js';
import { TRANSPORT_DOCUMENT } from '../../src/freight/domain/lading/transport-document-status.js';
import { VGM_DECLARATION } from '../../src/freight/domain/vgm/vgm-status.js';
import { type StateMachine } from '../../src/kernel/state-machine.js';

const MACHINES = [
  DECLARATION_MACHINE,
  REQUEST_MACHINE,
  BOOKING,
  BOOKING_CHANGE,
  SHIPPING_INSTRUCTIONS,
  INSTRUCTIONS_UPDATE,
  TRANSPORT_DOCUMENT,
  VGM_DECLARATION,
] as unknown as StateMachine<string, string>[];

describe('The pictures of state machines', () => {
  it.each(MACHINES)('show every state and every command of $name', (machine) => {
    const picture = diagramOf(machine);
    for (const word of [...machine.states, ...machine.commands]) expect(picture).toMatch(new RegExp(`\\b${word}\\b`));
  });
});
