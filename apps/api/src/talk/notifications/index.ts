export { noticeEvents, type NoticeEvent } from './domain/notifications.events';
