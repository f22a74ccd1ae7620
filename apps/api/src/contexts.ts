import { EscrowModule } from './money/escrow/escrow.module';
import { ProfilesModule } from './people/profiles/profiles.module';

/** Every context of the house, by district. */
export const contexts = [
  // people
  ProfilesModule,
  // money
  EscrowModule,
];
