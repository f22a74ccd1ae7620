export {
  restrictionEvents,
  walletEvents,
  type RestrictionEvent,
  type WalletEvent,
} from './domain/wallet.events';
export { MayLeaveWallet } from './queries/restrictions';
