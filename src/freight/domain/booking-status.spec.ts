import { allowedActions, BOOKING, CANCELLATION } from './booking-status.js';

describe('The life of a booking', () => {
  it('knows these transitions and no others', () => {
    const transitions = BOOKING.states.flatMap((state) =>
      BOOKING.commands
        .filter((command) => BOOKING.allows(state, command))
        .map((command) => `${state} --${command}--> ${BOOKING.table[command].to}`),
    );
    expect(transitions).toEqual([
      'requested --receive--> received',
      'requested --require_update--> pending_update',
      'requested --receive_update--> update_received',
      'requested --confirm--> confirmed',
      'requested --reject--> rejected',
      'requested --decline--> declined',
      'requested --cancel--> cancelled',
      'received --require_update--> pending_update',
      'received --receive_update--> update_received',
      'received --confirm--> confirmed',
      'received --reject--> rejected',
      'received --decline--> declined',
      'received --cancel--> cancelled',
      'pending_update --receive--> received',
      'pending_update --receive_update--> update_received',
      'pending_update --confirm--> confirmed',
      'pending_update --reject--> rejected',
      'pending_update --decline--> declined',
      'pending_update --cancel--> cancelled',
      'update_received --receive--> received',
      'update_received --require_update--> pending_update',
      'update_received --confirm--> confirmed',
      'update_received --reject--> rejected',
      'update_received --decline--> declined',
      'update_received --cancel--> cancelled',
      'confirmed --require_amendment--> pending_amendment',
      'confirmed --decline--> declined',
      'confirmed --cancel--> cancelled',
      'confirmed --complete--> completed',
      'pending_amendment --confirm--> confirmed',
      'pending_amendment --decline--> declined',
      'pending_amendment --cancel--> cancelled',
      'pending_amendment --complete--> completed',
    ]);
  });

  it('ends rejected, declined, cancelled or completed', () => {
    const final = BOOKING.states.filter((state) => BOOKING.isFinal(state));
    expect(final).toEqual(['rejected', 'declined', 'cancelled', 'completed']);
  });

  it('lets a caller wish to cancel, once, while there is something to cancel', () => {
    expect(allowedActions('confirmed', 'none')).toEqual(['request_cancellation', 'request_change']);
    expect(allowedActions('requested', 'none')).toEqual(['request_cancellation', 'request_change']);
    expect(allowedActions('confirmed', 'requested')).toEqual([]);
    expect(allowedActions('confirmed', 'declined')).toEqual(['request_change']);
    expect(allowedActions('completed', 'none')).toEqual([]);
  });
});

describe('The wish to cancel', () => {
  it('is granted or declined', () => {
    const transitions = CANCELLATION.states.flatMap((state) =>
      CANCELLATION.commands
        .filter((command) => CANCELLATION.allows(state, command))
        .map((command) => `${state} --${command}--> ${CANCELLATION.table[command].to}`),
    );
    expect(transitions).toEqual([
      'none --request_cancellation--> requested',
      'none --confirm--> confirmed',
      'requested --decline--> declined',
      'requested --confirm--> confirmed',
      'declined --confirm--> confirmed',
    ]);
  });
});
