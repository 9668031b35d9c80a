import { sentences } from '../../kernel/sentence.js';

/** What the door says to people. */
export const SAY = sentences('AUTH', {
  no_credential: {
    en: 'The request carries no valid API key or access token',
    zh: '请求未携带有效的 API 密钥或访问令牌',
  },
  revoked: { en: 'The credential was revoked', zh: '该凭证已被撤销' },
  expired: { en: 'The credential has expired', zh: '该凭证已过期' },
  address_not_allowed: {
    en: 'The credential may not be used from this address',
    zh: '该凭证不允许在此网络地址使用',
  },
  network: {
    en: 'Must be addresses or networks, such as 203.0.113.7, 198.51.100.0/24 or 2001:db8::/32',
    zh: '应为地址或网段，例如 203.0.113.7、198.51.100.0/24 或 2001:db8::/32',
  },
  signature_key: {
    en: 'Must be an Ed25519 public key: the `x` of its JWK, 43 characters of base64url',
    zh: '应为 Ed25519 公钥，即其 JWK 的 `x`：43 个 base64url 字符',
  },
  signature_missing: {
    en: 'The request has no Signature-Input and Signature',
    zh: '请求缺少 Signature-Input 与 Signature',
  },
  signature_unreadable: {
    en: 'Signature-Input or Signature cannot be read as a dictionary of structured fields',
    zh: 'Signature-Input 或 Signature 不是有效的结构化字段字典',
  },
  signature_of_another: {
    en: 'No signature names this credential: `keyid` must be {id}',
    zh: '没有属于该凭证的签名：keyid 应为 {id}',
  },
  signature_algorithm: { en: 'The only algorithm is ed25519', zh: '仅支持 ed25519 算法' },
  signature_created: {
    en: 'The signature needs `created`, in whole seconds',
    zh: '签名缺少 created（整数秒）',
  },
  signature_nonce: {
    en: 'The signature needs a `nonce` of 8 to 200 visible ASCII characters',
    zh: '签名缺少 nonce（8 至 200 个可见 ASCII 字符）',
  },
  signature_covers: { en: 'The signature does not cover {missing}', zh: '签名未覆盖 {missing}' },
  signature_component: {
    en: 'The signature names a component twice, one that the request does not have, or one with parameters',
    zh: '签名所列组件重复、在请求中不存在，或带有参数',
  },
  signature_false: {
    en: 'The signature was not made with the key of this credential over this request',
    zh: '签名与该凭证的密钥及本次请求不符',
  },
  digest_false: {
    en: 'Content-Digest is not the SHA-256 or SHA-512 of the body as it arrived',
    zh: 'Content-Digest 与收到的请求体的 SHA-256 或 SHA-512 不符',
  },
  signature_time: {
    en: 'The signature was made more than {seconds} seconds before or after now, or is past its `expires`',
    zh: '签名时间与当前时间相差超过 {seconds} 秒，或已超过其 expires',
  },
  signature_replayed: { en: 'The nonce of the signature was used before', zh: '签名的 nonce 已被使用' },
  no_such_user: { en: 'There is no such user', zh: '用户不存在' },
  sign_in_refused: {
    en: 'Tenant, e-mail, password or code is wrong, or the account must wait or is disabled',
    zh: '租户、邮箱、密码或验证码错误，或该账户需等待或已停用',
  },
  second_factor: { en: 'The password is right; a code is needed besides', zh: '密码正确，另需验证码' },
  session_over: {
    en: 'The refresh token does not hold, was used before, or its session is over',
    zh: '刷新令牌无效、已被使用，或会话已结束',
  },
  proof_refused: {
    en: 'The password or the code is wrong, or the account must wait',
    zh: '密码或验证码错误，或该账户需等待',
  },
  totp_in_force: { en: 'A second factor is in force', zh: '双重验证已启用' },
  totp_not_begun: { en: 'No second factor is being set', zh: '尚未开始设置双重验证' },
  invitation_invalid: {
    en: 'The invitation was accepted, has run out, was replaced or never was',
    zh: '邀请已被接受、已过期、已被替换或不存在',
  },
  email_taken: { en: 'There is a user with this e-mail address', zh: '该邮箱已被使用' },
  last_owner: { en: 'This is the last owner', zh: '这是最后一位管理员' },
  user_disabled: { en: 'The user is disabled', zh: '用户已停用' },
  no_such_client: { en: 'There is no such client', zh: '客户端不存在' },
  client_revoked: { en: 'The client was revoked', zh: '该客户端已被撤销' },
  token_form: {
    en: 'The request must be a form (application/x-www-form-urlencoded), each parameter once',
    zh: '请求应为表单（application/x-www-form-urlencoded），每个参数仅出现一次',
  },
  token_no_grant: { en: 'The parameter grant_type is missing', zh: '缺少参数 grant_type' },
  token_two_ways: {
    en: 'The client proves itself in one way: by the header or in the form',
    zh: '客户端只能以一种方式认证：请求头或表单',
  },
  token_grant: { en: 'The only grant_type is client_credentials', zh: '仅支持 grant_type=client_credentials' },
  token_client: {
    en: 'There is no such client, or the secret is not its own',
    zh: '客户端不存在，或密钥不属于该客户端',
  },
  token_scope: {
    en: 'The client does not have {scopes}, or that is no scope',
    zh: '客户端不具备 {scopes}，或该权限不存在',
  },
  key_rotated: { en: 'The key has been rotated already', zh: '该密钥已轮换' },
});
