export {
  apiKeyEvents,
  serviceEvents,
  type ApiKeyEvent,
  type ServiceEvent,
} from './domain/api-keys.events';
