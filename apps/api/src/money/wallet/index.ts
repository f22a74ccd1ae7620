export { walletEvents, type WalletEvent } from './domain/wallet.events';
export { MayLeaveWallet } from './queries/restrictions';
