export { walletEvents, type WalletEvent } from './domain/wallet.events';
