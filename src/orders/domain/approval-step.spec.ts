import { newId, publicId } from '../../kernel/ids.js';
import { type ServiceEvent } from './service-event.js';
import { standingOf, tracksAtStart } from './tracks.js';

const START = tracksAtStart({ freight: { by: 'other' }, refund: { mode: 'trading', advance: true } });
const PAYOUT = newId();
const DECLARATION = newId();

function standing(...log: readonly (readonly [type: string, about: string, data?: object])[]) {
  const events = log.map(([type, resourceId, data = {}], index): ServiceEvent => ({
    id: `e${index}`,
    type,
    resourceId,
    data,
  }));
  return standingOf(START, 'USD', events);
}

const asked = (verb: string, command: 'fx.payout' | 'customs.declaration.submission', about = 'apr1') => {
  const id = command === 'fx.payout' ? publicId('payout', PAYOUT) : publicId('declaration', DECLARATION);
  return [`approvals.request.${verb}`, about, { command, subject: { id } }] as const;
};
const DRAFTED = ['customs.declaration.drafted', DECLARATION] as const;
const SUBMITTED = ['customs.declaration.submitted', DECLARATION] as const;

describe('A track whose step takes a second person', () => {
  it('of customs waits, and goes on with the declaration', () => {
    const created = asked('created', 'customs.declaration.submission');
    const waiting = standing(DRAFTED, created);
    expect([waiting.tracks.customs, waiting.needsAttention]).toEqual(['awaiting_approval', true]);
    const approved = [DRAFTED, created, asked('approved', 'customs.declaration.submission')] as const;
    expect(standing(...approved).tracks.customs).toBe('awaiting_approval');
    expect(standing(...approved, SUBMITTED).tracks.customs).toBe('submitted');
  });

  it.each(['refused', 'expired', 'withdrawn'])('of customs needs somebody when it was %s', (verb) => {
    const step = 'customs.declaration.submission';
    const log = [DRAFTED, asked('created', step), asked(verb, step)] as const;
    expect(standing(...log).tracks.customs).toBe('approval_declined');
    expect(standing(...log, asked('created', step, 'apr2')).tracks.customs).toBe('awaiting_approval');
  });

  it('of the advance waits; what is refused is declined by its own word, and a refund that was paid leaves it behind', () => {
    const asks = [
      'approvals.request.created',
      'apr1',
      { command: 'financing.advance.draw', subject: { id: 'adv' } },
    ] as const;
    const refused = [
      'approvals.request.refused',
      'apr1',
      { command: 'financing.advance.draw', subject: { id: 'adv' } },
    ] as const;
    expect(standing(asks).tracks.financing).toBe('awaiting_approval');
    expect(standing(asks, refused).tracks.financing).toBe('awaiting_approval');
    expect(standing(asks, refused, ['financing.advance.declined', 'adv']).tracks.financing).toBe('declined');
    const refund = { refund: { amount: '1.00', currency: 'CNY' } };
    expect(standing(asks, ['tax_refund.claim.paid', 'clm', refund]).tracks.financing).toBe('lapsed');
  });

  it('of the money waits, and goes on with the payout', () => {
    const log = [asked('created', 'fx.payout')] as const;
    expect(standing(...log).tracks).toMatchObject({ fx: 'payout_awaiting_approval', customs: 'pending' });
    expect(standing(...log, asked('approved', 'fx.payout')).tracks.fx).toBe('pending');
    const declined = standing(...log, asked('refused', 'fx.payout'));
    expect([declined.tracks.fx, declined.needsAttention]).toEqual(['payout_declined', true]);
    expect(standing(...log, asked('refused', 'fx.payout'), ['fx.payout.sent', PAYOUT]).tracks.fx).toBe('pending');
  });
});
