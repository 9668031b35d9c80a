import { sentences } from '../../../kernel/sentence.js';

/** What is said of guarantee groups (联保小组). */
export const SAY = sentences('GUARANTEE', {
  member_twice: { en: 'The member stands in the list already', zh: '该成员已在列表中' },
  defaulted_not_member: { en: 'The defaulted member is none of `members`', zh: '违约成员不在 members 中' },
});
