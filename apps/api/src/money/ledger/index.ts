export { HotAccounts } from './adapters/hot-accounts';
