import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('WEBHOOKS', {
  no_such_delivery: { en: 'There is no such delivery', zh: '投递记录不存在' },
  still_trying: { en: 'The delivery is still being tried', zh: '该投递仍在重试' },
  no_such_endpoint: { en: 'There is no such endpoint', zh: 'Webhook 端点不存在' },
  endpoints_max: { en: 'The tenant has as many endpoints as it may have', zh: '租户的端点数量已达上限' },
  endpoint_disabled: { en: 'Nothing is sent to a disabled endpoint', zh: '已停用的端点不会收到任何消息' },
  secret_rotating: { en: 'The secret before this one still signs', zh: '上一个密钥仍在使用' },
  overlap_max: { en: 'At most {days} days ahead', zh: '最多 {days} 天' },
  inbox_live: { en: 'A live tenant has no inbox', zh: '生产租户没有收件箱' },
  inbox_exists: { en: 'The tenant has an inbox, and its endpoint is there', zh: '租户已有收件箱，且其端点仍然存在' },
  no_inbox: { en: 'There is no such inbox', zh: '收件箱不存在' },
  inbox_message_too_large: {
    en: 'An inbox takes no more than 256 KiB at a time',
    zh: '收件箱单条消息不得超过 256 KiB',
  },
  resource_unknown: { en: 'Must be a kind of resource, or the id of one', zh: '应为资源类型或资源 id' },
  no_such_consumer: { en: 'There is no such consumer', zh: '事件消费者不存在' },
  consumer_exists: { en: 'Another consumer has this name', zh: '名称已被其他消费者使用' },
  consumers_max: { en: 'The tenant has as many consumers as it may have', zh: '租户的事件消费者数量已达上限' },
  consumer_behind: {
    en: 'Events that this consumer has not acknowledged are no longer in the feed',
    zh: '该消费者尚未确认的部分事件已不在事件流中',
  },
  since_with_start: { en: 'Goes with `start: since`, and only with it', zh: '须与 `start: since` 一同使用' },
  start_or_after: { en: 'Either `start` or `after`', zh: '`start` 与 `after` 只能二选一' },
  replay_running: { en: 'One replay of an endpoint runs at a time', zh: '同一端点同时只能有一个重放' },
  replay_which: {
    en: 'Name one event by `eventId`; or say `since`, or `missing`, and `until` with them if you like',
    zh: '请以 `eventId` 指定一个事件；或给出 `since` 或 `missing`，可另加 `until`',
  },
  no_such_replay: { en: 'There is no such replay', zh: '重放不存在' },
  no_such_event: { en: 'There is no such event', zh: '事件不存在' },
  no_such_event_type: { en: 'There is no such event type', zh: '事件类型不存在' },
  after_unknown: { en: '`after` names no event of the last 90 days', zh: '`after` 不是最近 90 天内的事件' },
  url: { en: 'Must be a URL', zh: '应为 URL' },
  url_credentials: { en: 'Must not hold a user name or password', zh: '不得包含用户名或密码' },
  url_https: { en: 'Must be an https URL', zh: '应为 https URL' },
  host_public: { en: 'Must be a public host', zh: '应为公网主机' },
  address_public: { en: 'Must be a public address', zh: '应为公网地址' },
  host_name_public: { en: 'Must be a public host name', zh: '应为公网主机名' },
});
