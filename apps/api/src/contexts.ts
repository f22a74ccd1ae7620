import { EscrowModule } from './money/escrow/escrow.module';

/** Every context of the house, by district. */
export const contexts = [
  // money
  EscrowModule,
];
