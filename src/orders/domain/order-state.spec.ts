import { bindingTracks, overallState, TRADE_ORDER } from './order-state.js';
import { tracksAtStart } from './tracks.js';

const START = tracksAtStart({ freight: { by: 'platform' }, refund: { mode: 'trading', advance: true } });

describe('the life of an order', () => {
  it('has these transitions and no others', () => {
    const all = TRADE_ORDER.commands.flatMap((command) =>
      TRADE_ORDER.states
        .filter((from) => TRADE_ORDER.allows(from, command))
        .map((from) => `${from} --${command}--> ${TRADE_ORDER.next(from, command)}`),
    );
    expect(all).toEqual([
      'draft --place--> placed',
      'draft --change--> draft',
      'draft --cancel--> cancelled',
      'placed --cancel--> cancelled',
      'in_progress --cancel--> cancelled',
      'attention --cancel--> cancelled',
      'placed --proceed--> in_progress',
      'in_progress --proceed--> in_progress',
      'attention --proceed--> in_progress',
      'placed --stop--> attention',
      'in_progress --stop--> attention',
      'attention --stop--> attention',
      'placed --close--> closed',
      'in_progress --close--> closed',
      'attention --close--> closed',
    ]);
  });

  it.each([
    ['placed', {}],
    ['placed', { customs: 'drafted', freight: 'quoted' }],
    ['in_progress', { customs: 'submitted' }],
    ['in_progress', { fx: 'part_collected' }],
  ])('is %s when its tracks are %j', (state, tracks) => {
    expect(overallState({ tracks: { ...START, ...tracks }, needsAttention: false, isOver: false })).toBe(state);
  });

  it('needs attention before anything else', () => {
    expect(overallState({ tracks: START, needsAttention: true, isOver: true })).toBe('attention');
  });
});

describe('cancelling', () => {
  it.each([
    [{}, []],
    [{ customs: 'rejected', freight: 'cancelled' }, []],
    [{ freight: 'booked' }, ['freight']],
    [{ customs: 'accepted', fx: 'collected', financing: 'drawn' }, ['customs', 'fx', 'financing']],
  ])('with tracks %j is held up by %j', (tracks, binding) => {
    expect(bindingTracks({ tracks: { ...START, ...tracks }, customsBinds: false })).toEqual(binding);
  });

  it('is held up by a declaration that customs has, though another one was sent back', () => {
    const tracks = { ...START, customs: 'rejected' };
    expect(bindingTracks({ tracks, customsBinds: true })).toEqual(['customs']);
  });
});
