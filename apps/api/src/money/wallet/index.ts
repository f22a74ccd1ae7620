export {
  restrictionEvents,
  walletEvents,
  type RestrictionEvent,
  type WalletEvent,
} from './domain/wallet.events';
export { RestrictWallet } from './commands/restrict-wallet';
export { MayLeaveWallet } from './queries/restrictions';
export { IsRestricted } from './queries/is-restricted';
