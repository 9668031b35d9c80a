import { DomainError, problem } from '../../../kernel/domain-error.js';

export class ProfileNameTakenError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.PROFILE_NAME_TAKEN',
    'conflict',
    { en: 'The name of the profile is taken', zh: '申报方案名称已被使用' },
    { en: 'Choose another name, or change that profile', zh: '请使用其他名称，或修改该方案' },
  );
}

export class ParcelFiledError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.PARCEL_FILED',
    'conflict',
    { en: 'The parcel is with customs already', zh: '该包裹已申报' },
    {
      en: 'Wait for the answer of customs; what is rejected can be mended and filed anew',
      zh: '请等待海关回执；退单后可修改并重新申报',
    },
  );
}

export class ParcelRowsError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.PARCEL_ROWS',
    'invalid',
    { en: 'The rows of parcels cannot be taken in', zh: '包裹数据无法接收' },
    {
      en: 'Send what `detail` asks for; what was taken in of it stays, and a repeat under the same key goes on there',
      zh: '请按 detail 的说明重新提交；已接收的部分保留，使用相同的 Idempotency-Key 可续传',
    },
  );
}

export class ParcelsUnusableError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.PARCELS_UNUSABLE',
    'invalid',
    { en: 'No row of the batch could be used', zh: '批次中没有可用的数据行' },
    { en: 'Read the results of the rows, mend them and send a new batch', zh: '请查看逐行结果，修改后重新提交新批次' },
  );
}
