import { StateMachine } from '../../../kernel/state-machine.js';

export const GROUP_STATES = ['draft', 'active', 'frozen', 'dissolved'] as const;
export type GroupState = (typeof GROUP_STATES)[number];
export type GroupCommand = 'activate' | 'freeze' | 'unfreeze' | 'dissolve';

/**
 * The life of a guarantee group.
 *
 *     draft ──► active ◄──► frozen
 *       │          │
 *       └──────────┴──► dissolved
 *
 * `frozen` means: no member draws; what is owed is paid and called as before.
 */
export const GUARANTEE_GROUP = new StateMachine<GroupState, GroupCommand>('guarantee group', GROUP_STATES, {
  activate: { from: ['draft'], to: 'active', event: 'financing.guarantee_group.activated', byCaller: true },
  freeze: { from: ['active'], to: 'frozen', event: 'financing.guarantee_group.frozen', byCaller: true },
  unfreeze: { from: ['frozen'], to: 'active', event: 'financing.guarantee_group.unfrozen', byCaller: true },
  dissolve: {
    from: ['draft', 'active'],
    to: 'dissolved',
    event: 'financing.guarantee_group.dissolved',
    byCaller: true,
  },
});

export const MEMBER_STATES = ['invited', 'accepted', 'active', 'left'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
export type MemberCommand = 'accept' | 'join' | 'leave';

/**
 * The life of a membership: invited ──► accepted ──► active ──► left, and left from each. Accepted means that the liability is
 * taken on for the day on which the group becomes active; only an active member answers for the others.
 */
export const GUARANTEE_MEMBER = new StateMachine<MemberState, MemberCommand>('guarantee member', MEMBER_STATES, {
  accept: { from: ['invited'], to: 'accepted', event: 'financing.guarantee_group.member_accepted' },
  join: { from: ['accepted'], to: 'active' },
  leave: { from: ['invited', 'accepted', 'active'], to: 'left', event: 'financing.guarantee_group.member_left' },
});

export const NOTICE_STATES = ['open', 'cleared', 'used', 'refused', 'lapsed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export type NoticeCommand = 'clear' | 'refuse' | 'use' | 'lapse';

/** The life of an announced draw: open until all have consented, cleared until it is made; it lapses after its last day. */
export const DRAW_NOTICE = new StateMachine<NoticeState, NoticeCommand>('draw notice', NOTICE_STATES, {
  clear: { from: ['open'], to: 'cleared' },
  refuse: { from: ['open', 'cleared'], to: 'refused' },
  use: { from: ['cleared'], to: 'used' },
  lapse: { from: ['open', 'cleared'], to: 'lapsed' },
});
