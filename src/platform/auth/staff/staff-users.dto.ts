import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../http/fields.js';
import { PageOf } from '../../http/paging.js';
import { type Role, ROLES } from './roles.js';
import { type StaffUser } from './staff-user.js';
import { type InvitedUser } from './staff-users.js';

const EMAIL = /^[^\s@<>]+@[^\s@<>]+$/;

function EmailField(): PropertyDecorator {
  return TextField({
    description: 'E-mail address: what they sign in by, in whatever case',
    min: 3,
    max: 254,
    pattern: EMAIL,
    example: 'li.wei@example.com',
  });
}

function RolesField({ optional = false }: { optional?: boolean } = {}): PropertyDecorator {
  return TextListField({
    description: 'What they may do; several roles together may do what each may',
    optional,
    min: 1,
    max: ROLES.length,
    maxLength: 20,
    values: ROLES,
    example: ['operator'],
  });
}

export class InvitationRequest {
  @EmailField()
  email!: string;

  @TextField({ description: 'Their name', max: 100, example: 'Li Wei' })
  name!: string;

  @RolesField()
  roles!: Role[];
}

export class UserChangeRequest {
  @TextField({ description: 'Their name', max: 100, optional: true, example: 'Li Wei' })
  name?: string;

  @RolesField({ optional: true })
  roles?: Role[];
}

export class UserDto {
  @IdField({ description: 'The user’s id, as the audit names it', kind: 'user' })
  readonly id!: string;

  @IdField({ description: 'The tenant: what they sign in to', kind: 'tenant' })
  readonly tenantId!: string;

  @EmailField()
  readonly email!: string;

  @TextField({ description: 'Their name', max: 100, example: 'Li Wei' })
  readonly name!: string;

  @RolesField()
  readonly roles!: Role[];

  @EnumField({
    description: 'Invited until they accept; a disabled one cannot sign in',
    values: ['invited', 'active', 'disabled'],
    example: 'active',
  })
  readonly state!: string;

  @BooleanField({ description: 'Whether a code is asked for at sign-in', example: true })
  readonly secondFactor!: boolean;

  @InstantField({
    description: 'Until when the invitation can be accepted; null: there is none',
    nullable: true,
    example: null,
  })
  readonly invitationExpiresAt!: string | null;

  @InstantField({ description: 'When they were first invited', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When they were last here, to the minute; null: never', nullable: true, example: null })
  readonly lastUsedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, user: StaffUser): UserDto {
    const { id, email, name, roles, state, version } = user;
    return {
      id: publicId('user', id),
      tenantId: publicId('tenant', user.tenantId),
      email,
      name,
      roles: [...roles],
      state,
      secondFactor: user.totpConfirmedAt !== null,
      invitationExpiresAt: user.invitationExpiresAt?.toISOString() ?? null,
      createdAt: user.createdAt.toISOString(),
      lastUsedAt: user.lastUsedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class InvitedUserDto extends UserDto {
  @TextField({
    description:
      'What they accept with, at `POST /v1/invitations/acceptance`: put it into a link that you send them. Shown this once; null when the ' +
      'request is repeated under its Idempotency-Key',
    max: 80,
    nullable: true,
    example: 'ei_…',
  })
  readonly invitation!: string | null;

  static fromInvited(this: void, user: InvitedUser): InvitedUserDto {
    return { ...UserDto.from(user), invitation: user.invitation };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutInvitation(this: void, shown: InvitedUserDto): InvitedUserDto {
    return { ...shown, invitation: null };
  }
}

export class UserPageDto extends PageOf(UserDto) {}
