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
  key_rotated: { en: 'The key has been rotated already', zh: '该密钥已轮换' },
});
